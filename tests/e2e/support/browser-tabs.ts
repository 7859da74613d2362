import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { inject, onTestFinished } from 'vitest';
import { leaveTab, takeTab } from './reused-tabs.ts';

/** The number of tabs at the same time. With more, tabs wait for one another on two cores. */
const TABS = 3;

export const WIDE_SCREEN = { viewport: { width: 1280, height: 900 } };
export const NARROW_SCREEN = { viewport: { width: 320, height: 640 } };

let connection: Promise<Browser> | undefined;

async function connect(): Promise<Browser> {
  const browser = await chromium.connect(inject('browser'));
  // Only the limit of the test decides how long it waits: other work can slow the machine down.
  browser.on('context', async (window) => {
    window.setDefaultTimeout(0);
    // The browser writes nothing about an `eval` that the policy blocks and the script catches.
    await window.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
        console.error(`blocked by ${violatedDirective}: ${blockedURI}`);
      });
    });
  });
  return browser;
}

/** Connects to the browser of these tests, once for all files of a worker. */
export function connectBrowser(): Promise<Browser> {
  return (connection ??= connect());
}

/** Opens a tab in a wide window, which is free for another test after this one. */
export async function openTab(browser: Browser, options: BrowserContextOptions = {}): Promise<Page> {
  const page = await takeTab(browser, { ...WIDE_SCREEN, ...options });
  onTestFinished(({ task }) => leaveTab(page, task.result?.state === 'pass'));
  return page;
}

/** Calls a function with a tab, which is free for others afterwards. */
export async function withTab<T>(
  browser: Browser,
  options: BrowserContextOptions,
  use: (page: Page) => Promise<T>,
): Promise<T> {
  const page = await takeTab(browser, { locale: 'ja-JP', reducedMotion: 'reduce', ...options });
  let isDone = false;
  try {
    const result = await use(page);
    isDone = true;
    return result;
  } finally {
    await leaveTab(page, isDone);
  }
}

/** Calls a function for each item with one of a few tabs; returns the results in the order of the items. */
export async function mapInTabs<I, R>(
  browser: Browser,
  options: BrowserContextOptions,
  items: readonly I[],
  visit: (page: Page, item: I) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  const queue = [...items.entries()];
  const work = async (page: Page) => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const [index, item] = next;
      results[index] = await visit(page, item);
    }
  };
  await Promise.all(Array.from({ length: TABS }, () => withTab(browser, options, work)));
  return results;
}

/**
 * Waits until a page looks as it will stay: its fonts are loaded, a search has its answer, and the browser has drawn
 * the last change. A container query of scrolling changes a page one frame after its layout.
 */
export function settlePage(page: Page): Promise<void> {
  return page.evaluate(async () => {
    await document.fonts.ready;
    const isBusy = () => document.querySelector('main')?.ariaBusy === 'true';
    for (let frame = 0; frame < 2 || isBusy(); frame++) await new Promise(requestAnimationFrame);
  });
}

/**
 * Stops the time of the animations of a tab, also of those on pages that it opens later: a slow machine does not miss
 * what a page shows only for a while. Returns a function that lets their time pass.
 */
export async function holdAnimations(page: Page): Promise<() => Promise<unknown>> {
  const devTools = await page.context().newCDPSession(page);
  await devTools.send('Animation.enable');
  const setSpeed = (playbackRate: number) => devTools.send('Animation.setPlaybackRate', { playbackRate });
  await setSpeed(0);
  return () => setSpeed(1);
}

/** Holds the requests for some files. Returns a function that lets them continue, or fail. */
export async function holdRequests(page: Page, pattern: string, end: 'continue' | 'abort' = 'continue') {
  const { promise: released, resolve: release } = Promise.withResolvers<null>();
  await page.route(pattern, async (route) => {
    await released;
    await route[end]();
  });
  return () => {
    release(null);
  };
}

/** Makes the page refuse changes of its URL, as Safari does after a hundred in ten seconds. It runs in the browser. */
export function refuseUrlChanges(): void {
  history.replaceState = history.pushState = () => {
    throw new DOMException('too many changes', 'SecurityError');
  };
}

/** Opens a URL, and waits until the page looks as it will stay. */
export async function openPage(page: Page, url: string): Promise<void> {
  const response = await page.goto(url, { waitUntil: 'load' });
  if (response?.status() !== 200) throw new Error(`${url} answers ${String(response?.status())}`);
  await settlePage(page);
}

/** Opens a URL whose scripts do not arrive. Returns a function that lets the time pass until the page says so. */
export async function openWithoutScripts(page: Page, url: string): Promise<() => Promise<unknown>> {
  const letTimePass = await holdAnimations(page);
  await page.route(/\/assets\/.*\.js$/, (route) => route.abort());
  await page.goto(url);
  return letTimePass;
}
