import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { readFocusStop, type FocusStop } from './visual-faults.ts';

/** More tabs than this wait for one another: the tests may count on two cores. */
const TABS = 3;

/** Does a job for each item in a few tabs at once; results come in the order of the items. */
export async function mapInTabs<I, T, R>(
  items: readonly I[],
  open: () => Promise<T>,
  work: (item: I, tab: T) => Promise<R>,
): Promise<R[]> {
  const results = new Map<number, R>();
  const left = items.map((item, at) => ({ item, at }));
  const run = async () => {
    const tab = await open();
    for (let next = left.shift(); next; next = left.shift()) results.set(next.at, await work(next.item, tab));
  };
  await Promise.all(Array.from({ length: Math.min(TABS, items.length) }, run));
  return [...results].sort(([a], [b]) => a - b).map(([, result]) => result);
}

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
