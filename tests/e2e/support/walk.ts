import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { readFocusStop, type FocusStop } from './eye.ts';
import { mapInTabs } from './tabs.ts';

export const WIDE_SCREEN = { viewport: { width: 1280, height: 900 } };
export const NARROW_SCREEN = { viewport: { width: 320, height: 640 } };

/** More presses of Tab than any page here needs. */
const MANY = 200;

/** Opens a window of its own, does something with it, and closes it with all of its tabs. */
async function inWindow<T>(
  browser: Browser,
  options: BrowserContextOptions,
  use: (window: BrowserContext) => Promise<T>,
): Promise<T> {
  const window = await browser.newContext({ locale: 'ja-JP', reducedMotion: 'reduce', ...options });
  try {
    return await use(window);
  } finally {
    await window.close();
  }
}

/** Opens a tab, does something with it, and closes it. */
export function withTab<T>(
  browser: Browser,
  options: BrowserContextOptions,
  use: (page: Page) => Promise<T>,
): Promise<T> {
  return inWindow(browser, options, async (window) => use(await window.newPage()));
}

/** What a look at each page finds, with the path of the page it is on. */
export function findPageFaults(
  browser: Browser,
  options: BrowserContextOptions,
  addresses: readonly string[],
  look: (page: Page) => Promise<readonly string[]>,
): Promise<string[]> {
  return inWindow(browser, options, async (window) => {
    const faults = await mapInTabs(
      addresses,
      () => window.newPage(),
      async (address, page) => {
        const response = await page.goto(address, { waitUntil: 'load' });
        const found = response?.status() === 200 ? await look(page) : ['is not there'];
        return found.map((fault) => `${new URL(address).pathname} ${fault}`);
      },
    );
    return faults.flat();
  });
}

/** Presses Tab until a stop is reached; gives the stops on the way, itself the last. */
export async function tabUntil(page: Page, wanted: (stop: FocusStop) => boolean): Promise<FocusStop[]> {
  const stops: FocusStop[] = [];
  while (stops.length < MANY) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(readFocusStop);
    stops.push(stop);
    if (wanted(stop)) return stops;
  }
  throw new Error(`not reached by Tab: ${stops.map(({ name }) => name).join(' ')}`);
}
