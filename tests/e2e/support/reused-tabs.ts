import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

/*
 * Tests use the tabs of earlier tests, because a new tab takes as long as several pages. A test gets a tab that is like
 * a new one: without stored data, intercepted requests and other tabs in its window.
 */

/** The viewport of a window without another one. */
const VIEWPORT = { width: 1280, height: 720 };

/** With more pages in its history, a tab is not used again: `history.length` is at most 50, and tests compare it. */
const MOST_PAGES = 25;

/** The free tabs, and for each tab the options that its window cannot change. */
const freeTabs: Page[] = [];
const fixedOptions = new WeakMap<Page, string>();

/** The tabs that keep what a test has done. */
const changed = new WeakSet<Page>();

/** Notices calls that change a tab for good. */
function noticeChanges(page: Page): void {
  const window = page.context();
  const { clock } = page;
  const notice =
    <A extends unknown[], R>(call: (...values: A) => R) =>
    (...values: A): R => {
      changed.add(page);
      return call(...values);
    };
  page.addInitScript = notice(page.addInitScript.bind(page));
  clock.install = notice(clock.install.bind(clock));
  clock.pauseAt = notice(clock.pauseAt.bind(clock));
  clock.setFixedTime = notice(clock.setFixedTime.bind(clock));
  window.newCDPSession = notice(window.newCDPSession.bind(window));
  window.setOffline = notice(window.setOffline.bind(window));
}

async function openWindow(browser: Browser, fixed: BrowserContextOptions): Promise<Page> {
  const page = await browser.newPage(fixed);
  noticeChanges(page);
  fixedOptions.set(page, JSON.stringify(fixed));
  return page;
}

/** Returns a free tab with an empty page, or opens one in a window of its own. */
export async function takeTab(
  browser: Browser,
  { viewport, colorScheme, reducedMotion, contrast, forcedColors, ...fixed }: BrowserContextOptions,
): Promise<Page> {
  const key = JSON.stringify(fixed);
  const isFit = (tab: Page) => tab.context().browser() === browser && fixedOptions.get(tab) === key;
  const free = freeTabs.find(isFit);
  if (free) freeTabs.splice(freeTabs.indexOf(free), 1);
  const page = free ?? (await openWindow(browser, fixed));
  await page.setViewportSize(viewport ?? VIEWPORT);
  await page.emulateMedia({
    media: null,
    colorScheme: colorScheme ?? 'light',
    reducedMotion: reducedMotion ?? 'no-preference',
    contrast: contrast ?? 'no-preference',
    forcedColors: forcedColors ?? 'none',
  });
  return page;
}

/** Empties a tab. Returns true if it is like a new one. */
async function emptyTab(page: Page): Promise<boolean> {
  const window = page.context();
  if (page.isClosed() || changed.has(page)) return false;
  for (const other of window.pages()) if (other !== page) await other.close();
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  const pages = await page.evaluate(() => {
    localStorage.clear();
    sessionStorage.clear();
    return history.length;
  });
  await page.mouse.move(0, 0);
  await page.goto('about:blank');
  return pages < MOST_PAGES;
}

/**
 * Leaves a tab: it is free if the test has passed and the tab is like a new one again; otherwise its window closes.
 * @param isDone whether the test passed
 */
export async function leaveTab(page: Page, isDone: boolean): Promise<void> {
  const isFree = isDone && (await emptyTab(page).catch(() => false));
  if (isFree) freeTabs.push(page);
  else await page.context().close();
}
