import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { BuiltSite } from '../../site/support/built-site.ts';
import { openTab } from './browser-tabs.ts';

/**
 * Opens the page `/explore/` in a tab, which is free for another test after this one.
 * @param query the part of the URL from `?`
 */
export async function openExplorePage(
  browser: Browser,
  site: Pick<BuiltSite, 'served' | 'base'>,
  query = '',
  options: BrowserContextOptions = {},
): Promise<Page> {
  const page = await openTab(browser, { reducedMotion: 'reduce', ...options });
  await page.goto(`${site.served}${site.base}explore/${query}`);
  if (options.javaScriptEnabled !== false) await page.locator('.explore.ready').waitFor();
  return page;
}

/** Finds the squares of the picture, one for each item. */
export const locateSquares = (page: Page) => page.locator('#explore-picture .tile');
