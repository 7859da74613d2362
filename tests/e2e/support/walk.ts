import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { readStop, type Stop } from './eye.ts';

export const WIDE = { viewport: { width: 1280, height: 900 } };
export const NARROW = { viewport: { width: 320, height: 640 } };

/** More presses of Tab than any page here needs. */
const MANY = 200;

/** Opens a tab, does something with it, and closes it. */
export async function inTab<T>(
  browser: Browser,
  options: BrowserContextOptions,
  use: (page: Page) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext({ locale: 'ja-JP', reducedMotion: 'reduce', ...options });
  try {
    return await use(await context.newPage());
  } finally {
    await context.close();
  }
}

/** Presses Tab until a stop is reached; gives the stops on the way, itself the last. */
export async function tabTo(page: Page, wanted: (stop: Stop) => boolean): Promise<Stop[]> {
  const stops: Stop[] = [];
  while (stops.length < MANY) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(readStop);
    stops.push(stop);
    if (wanted(stop)) return stops;
  }
  throw new Error(`not reached by Tab: ${stops.map(({ name }) => name).join(' ')}`);
}
