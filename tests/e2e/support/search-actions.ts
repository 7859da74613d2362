import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { SearchDocument } from '../../../src/search/build-index.ts';
import { splitQuery } from '../../../src/search/search-text.ts';
import { getSearchableText, markWords } from '../../../src/search/word-marks.ts';
import { readSiteFile, type BuiltSite } from '../../site/support/built-site.ts';
import { openTab } from './browser-tabs.ts';

/** The page `/search/` with its errors. */
interface SearchPage {
  readonly page: Page;
  /** Errors and warnings, also of the content security policy. */
  readonly faults: readonly string[];
}

/**
 * Opens the page in a tab, which is free for another test after this one.
 * @param query the part of the URL after `?`
 * @param prepare is called before the page is opened
 */
export async function openSearchPage(
  browser: Browser,
  site: Pick<BuiltSite, 'served' | 'base'>,
  query = '',
  options: BrowserContextOptions = {},
  prepare: (page: Page) => Promise<unknown> = () => Promise.resolve(),
): Promise<SearchPage> {
  const page = await openTab(browser, {
    viewport: { width: 1280, height: 720 },
    locale: 'ja-JP',
    reducedMotion: 'reduce',
    ...options,
  });
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (/^(?:error|warning)$/.test(message.type())) faults.push(message.text());
  });
  await prepare(page);
  await page.goto(`${site.served}${site.base}search/${query && `?${query}`}`, { waitUntil: 'load' });
  return { page, faults };
}

/** Waits until the page has an answer, and returns the line with the number of results. */
export async function waitForAnswer(page: Page): Promise<string> {
  await page.locator('main[aria-busy="false"]').waitFor();
  return page.locator('#result-count').innerText();
}

/** Replaces the query in the box, and waits for the answer. */
export async function submitQuery(page: Page, query: string): Promise<string> {
  await page.locator('#q').fill(query);
  return waitForAnswer(page);
}

/** Shows all results, and returns the URLs of one tier without their text fragments. */
export async function readShownResults(page: Page, tier = 'exact'): Promise<string[]> {
  const more = page.locator('button[data-more]');
  for (await waitForAnswer(page); (await more.count()) > 0 && (await more.isVisible()); await waitForAnswer(page))
    await more.click();
  return page
    .locator(`#results > li[data-tier="${tier}"]`)
    .evaluateAll((lines) =>
      lines.map((line) => (line.querySelector('a')?.getAttribute('href') ?? '').replace(/#?:~:.*$/, '')),
    );
}

/** Returns the published documents of a site. */
export function readPublishedDocuments(site: BuiltSite): readonly SearchDocument[] {
  const { data } = JSON.parse(readSiteFile(site, 'api/v1/documents.json')) as { data: SearchDocument[] };
  return data;
}

/** Returns the documents that contain every word of a query, as the exact results must do. */
export function findMatchingDocuments(documents: readonly SearchDocument[], query: string): SearchDocument[] {
  const words = splitQuery(query);
  return documents.filter((document) => words.every((word) => getSearchableText(document).includes(markWords(word))));
}
