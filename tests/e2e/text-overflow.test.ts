import { expect, test } from 'vitest';
import { connectBrowser, withTab } from './support/browser-tabs.ts';
import { findClippedText, findOverlappingText } from './support/text-overflow.ts';
import { findSmallText } from './support/visual-faults.ts';

const browser = await connectBrowser();

test('the survey of pages finds overlapping, clipped and small text', async () => {
  await withTab(browser, {}, async (page) => {
    await page.setContent(`<p>一行目の文です。</p><p style="margin-top:-2em">二行目の文です。</p>
      <div style="width:5em;overflow:hidden;white-space:nowrap"><p>はみ出す長い文です。</p></div>
      <svg width="40" height="40"><text x="20" y="20">図の外に出る文字</text></svg><small>小さい字</small>`);
    expect(await page.evaluate(findOverlappingText)).toEqual(['「一行目の文です。」 and 「二行目の文です。」']);
    expect(await page.evaluate(findClippedText, false)).toEqual([
      'DIV 「はみ出す長い文です。」',
      'text 「図の外に出る文字」',
    ]);
    expect(await page.evaluate(findSmallText)).toEqual(['13.3 px: 小さい字']);
  });
});
