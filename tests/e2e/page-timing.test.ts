import { expect, test } from 'vitest';
import { connectBrowser } from './support/connect-browser.ts';
import { listPageKindUrls } from './support/page-kinds.ts';
import { findLargestPaint, measureLongestTask, NOTICEABLE_DELAY } from './support/page-timing.ts';

const browser = await connectBrowser();
const PHONE = { locale: 'ja-JP', viewport: { width: 375, height: 740 } };

/** A task takes longer where other work fills the processor's memory: one light load is enough. */
const LOADS = 3;

test('the largest thing that a page of each kind paints first is text', async () => {
  const context = await browser.newContext(PHONE);
  const page = await context.newPage();
  const others: string[] = [];
  for (const address of listPageKindUrls()) {
    await page.goto(address, { waitUntil: 'load' });
    const { tag, isText } = await page.evaluate(findLargestPaint);
    if (!isText) others.push(`${address} ${tag}`);
  }
  await context.close();
  expect(others).toEqual([]);
});

test('no page of any kind holds up the reader by a long task', async () => {
  const context = await browser.newContext(PHONE);
  const page = await context.newPage();
  const slow: string[] = [];
  for (const address of listPageKindUrls()) {
    const loads: number[] = [];
    while (loads.length < LOADS && (loads.at(-1) ?? Infinity) > NOTICEABLE_DELAY)
      loads.push(
        await measureLongestTask(browser, page, async () => {
          await page.goto(address, { waitUntil: 'load' });
          // What a page does once it is there belongs to it too.
          await page.waitForTimeout(100);
        }),
      );
    if ((loads.at(-1) ?? 0) > NOTICEABLE_DELAY) slow.push(`${address} ${loads.join(', ')} ms`);
  }
  await context.close();
  expect(slow).toEqual([]);
});

test('a long task is seen', async () => {
  const context = await browser.newContext(PHONE);
  const page = await context.newPage();
  const took = await measureLongestTask(browser, page, () =>
    page.evaluate(() => {
      const end = performance.now() + 200;
      while (performance.now() < end);
    }),
  );
  await context.close();
  expect(took).toBeGreaterThan(NOTICEABLE_DELAY);
});
