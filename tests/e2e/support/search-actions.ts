import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { splitQuery } from '../../../src/search/search-text.ts';
import { getSearchableText, type SearchDocument } from '../../../src/search/build-index.ts';
import { readSiteFile, type BuiltSite } from './built-site.ts';

/** The page `/search/`, loaded and answered, with what it complains about. */
interface SearchPage {
  readonly page: Page;
  /** Errors, and what the content security policy stopped. */
  readonly faults: readonly string[];
  readonly close: () => Promise<void>;
}

/**
 * Opens the page in a context of its own, and waits until it has an answer.
 * @param query what stands behind the `?` of the address
 * @param prepare is called before the page is opened
 */
export async function openSearchPage(
  browser: Browser,
  site: Pick<BuiltSite, 'served' | 'base'>,
  query = '',
  options: BrowserContextOptions = {},
  prepare: (page: Page) => Promise<unknown> = () => Promise.resolve(),
): Promise<SearchPage> {
  const context = await browser.newContext({ locale: 'ja-JP', reducedMotion: 'reduce', ...options });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (/^(?:error|warning)$/.test(message.type())) faults.push(message.text());
  });
  await prepare(page);
  await page.goto(`${site.served}${site.base}search/${query && `?${query}`}`, { waitUntil: 'load' });
  return { page, faults, close: () => context.close() };
}

/** Waits until the page has an answer, and gives the words in which it tells of it. */
export async function waitForAnswer(page: Page): Promise<string> {
  await page.locator('main[aria-busy="false"]').waitFor();
  return page.locator('#result-count').innerText();
}

/** Puts a query into the box in the place of the last one, and waits for the answer. */
export async function submitQuery(page: Page, query: string): Promise<string> {
  await page.locator('#q').fill(query);
  return waitForAnswer(page);
}

/** The addresses of one tier's results, without their text fragments, after all of them have been shown. */
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

/** Every document of a built site, as it is published. */
export function readPublishedDocuments(site: BuiltSite): readonly SearchDocument[] {
  const { data } = JSON.parse(readSiteFile(site, 'api/v1/documents.json')) as { data: SearchDocument[] };
  return data;
}

/** The documents that contain every word of a query: what the exact results have to be. */
export function findMatchingDocuments(all: readonly SearchDocument[], query: string): SearchDocument[] {
  const words = splitQuery(query);
  return all.filter((one) => words.every((word) => getSearchableText(one).includes(word)));
}

/** The next number of a fixed series, from 0 up to a limit. */
export function createRandomInteger(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}
