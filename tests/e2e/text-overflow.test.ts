import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { connectBrowser } from './support/connect-browser.ts';
import { renderWholePage } from './support/page-facts.ts';
import { findClippedText, findOverlappingText } from './support/text-overflow.ts';
import { findSmallText } from './support/visual-faults.ts';
import { listPageFiles, getPagePath, getBuiltSite } from './support/built-site.ts';
import { mapInTabs } from './support/browser-tabs.ts';

const browser = await connectBrowser();

const WIDTHS = [1280, 768, 375, 320];

/** What can't be read whole on a page, on a screen of each width. */
async function faultsOf(page: Page): Promise<string[]> {
  const faults: string[] = [];
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 });
    const found = {
      overlapping: await page.evaluate(findOverlappingText),
      clipped: await page.evaluate(findClippedText, false),
      small: await page.evaluate(findSmallText),
    };
    for (const [what, texts] of Object.entries(found))
      faults.push(...texts.map((text) => `${width} px ${what}: ${text}`));
  }
  return faults;
}

test.each(['root', 'mihon'] as const)(
  'every word on every page of the site “%s” can be read whole, on screens 1280, 768, 375 and 320 px wide',
  async (name) => {
    const site = getBuiltSite(name);
    const context = await browser.newContext({ locale: 'ja-JP' });
    const faults = await mapInTabs(
      listPageFiles(site),
      () => context.newPage(),
      async (file, page) => {
        await page.goto(site.served + getPagePath(site, file), { waitUntil: 'load' });
        await page.evaluate(renderWholePage);
        return (await faultsOf(page)).map((fault) => `${file} ${fault}`);
      },
    );
    await context.close();
    expect(faults.flat()).toEqual([]);
  },
);

test('the tests above see a text that stands on another, one that is cut, and one that is too small', async () => {
  const page = await browser.newPage();
  await page.setContent(`<p>一行目の文です。</p><p style="margin-top:-2em">二行目の文です。</p>
    <div style="width:5em;overflow:hidden;white-space:nowrap"><p>はみ出す長い文です。</p></div>
    <svg width="40" height="40"><text x="20" y="20">図の外に出る文字</text></svg><small>小さい字</small>`);
  expect(await page.evaluate(findOverlappingText)).toEqual(['「一行目の文です。」 and 「二行目の文です。」']);
  expect(await page.evaluate(findClippedText, false)).toEqual([
    'DIV 「はみ出す長い文です。」',
    'text 「図の外に出る文字」',
  ]);
  expect(await page.evaluate(findSmallText)).toEqual(['13.3 px: 小さい字']);
  await page.close();
});
