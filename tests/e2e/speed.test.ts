import { expect, test } from 'vitest';
import { connectBrowser } from './support/browser.ts';
import { largestPaint, longTasks } from './support/speed.ts';
import { addressesOfKinds } from './support/kinds.ts';

/** A machine with other work may hold up a page that is light: its lightest load counts. */
const LOADS = 3;

const browser = await connectBrowser();

test('the largest thing that a page of each kind paints first is text', async () => {
  const context = await browser.newContext({ locale: 'ja-JP', viewport: { width: 375, height: 740 } });
  const page = await context.newPage();
  const others: string[] = [];
  for (const address of addressesOfKinds()) {
    await page.goto(address, { waitUntil: 'load' });
    const { tag, isText } = await page.evaluate(largestPaint);
    if (!isText) others.push(`${address} ${tag}`);
  }
  await context.close();
  expect(others).toEqual([]);
});

test('no page of any kind holds up the reader by a long task', async () => {
  const context = await browser.newContext({ locale: 'ja-JP', viewport: { width: 375, height: 740 } });
  const page = await context.newPage();
  const slow: string[] = [];
  for (const address of addressesOfKinds()) {
    const loads: number[] = [];
    while (loads.length < LOADS && loads.at(-1) !== 0) {
      await page.goto(address, { waitUntil: 'load' });
      loads.push(await page.evaluate(longTasks));
    }
    if (loads.at(-1) !== 0) slow.push(`${address} ${loads.join(', ')} ms`);
  }
  await context.close();
  expect(slow).toEqual([]);
});
