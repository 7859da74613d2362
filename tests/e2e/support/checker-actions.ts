import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { BuiltSite } from '../../site/support/built-site.ts';

/** A file to upload. */
export interface UploadedFile {
  readonly name: string;
  readonly buffer: Buffer;
}

/** A diagnostic as the page and the command show it. */
export interface ShownDiagnostic {
  readonly line: number;
  readonly column: number;
  readonly field: string;
  readonly level: string;
  readonly code: string;
  readonly message: string;
  readonly hint: string;
}

/** The loaded page `/check/` with its later requests and errors. */
export interface CheckerPage {
  readonly page: Page;
  /** The URLs that the page requests after it is loaded. */
  readonly asked: readonly string[];
  /** Errors and warnings, also of the content security policy. */
  readonly faults: readonly string[];
}

/** The parts of its script that the page loads at once, so that it works without a network later. */
const EARLY_PARTS = ['checker-results', 'correct-table', 'plan-files'];

/** Waits until the page has loaded these parts. */
export async function waitForEarlyParts(page: Page): Promise<void> {
  const findParts = (parts: readonly string[]) => {
    const urls = performance.getEntriesByType('resource').map(({ name }) => name);
    const found = parts.flatMap((part) => urls.find((url) => url.includes(`/${part}.`)) ?? []);
    return found.length === parts.length && found;
  };
  const found = await page.waitForFunction(findParts, EARLY_PARTS);
  // A part is imported once it has all parts that it needs.
  await page.evaluate(
    async (urls) => {
      for (const url of urls || []) await import(url);
    },
    await found.jsonValue(),
  );
}

/** Opens the page in a context of its own, and then switches off the network. */
export async function openCheckerPage(
  browser: Browser,
  site: BuiltSite,
  options: BrowserContextOptions = {},
): Promise<CheckerPage> {
  const context = await browser.newContext({ locale: 'ja-JP', ...options });
  const page = await context.newPage();
  const [asked, faults]: [string[], string[]] = [[], []];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (/^(?:error|warning)$/.test(message.type())) faults.push(message.text());
  });
  await page.goto(`${site.served}${site.base}check/`, { waitUntil: 'load' });
  if (options.javaScriptEnabled !== false) await waitForEarlyParts(page);
  page.on('request', (request) => asked.push(request.url()));
  await context.setOffline(true);
  return { page, asked, faults };
}

/** Waits for the results of a check, and returns the announcement of the page. */
export async function waitForAnnouncement(page: Page): Promise<string> {
  await page.locator('#check-results').waitFor({ state: 'visible' });
  return page.locator('#check-status').innerText();
}

/** Chooses a file on the page, waits for the results, and returns the announcement. */
export async function uploadFile(page: Page, { name, buffer }: UploadedFile): Promise<string> {
  await page.locator('#check-file').setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
  return waitForAnnouncement(page);
}

/** Returns the diagnostics that the page lists, in their order. */
export function readShownDiagnostics(page: Page): Promise<ShownDiagnostic[]> {
  return page.locator('#check-problems > li').evaluateAll((items) =>
    items.map((item) => {
      const { line = '', column = '', field = '', level = '', code = '' } = (item as HTMLElement).dataset;
      const [message = '', hint = ''] = [...item.querySelectorAll('p')].map(({ textContent }) => textContent);
      const fields = { line: Number(line), column: Number(column), field, level, code };
      return { ...fields, message, hint: hint.replace(/^→ /, '') };
    }),
  );
}

/** Returns a diagnostic without its file name, because the page does not know the folder. */
export function omitFileName({ line, column, field, level, code, message, hint }: ShownDiagnostic): ShownDiagnostic {
  return { line, column, field, level, code, message, hint };
}
