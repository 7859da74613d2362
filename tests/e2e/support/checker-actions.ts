import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { BuiltSite } from '../../site/support/built-site.ts';

/** A file that is given to the page. */
export interface UploadedFile {
  readonly name: string;
  readonly buffer: Buffer;
}

/** What a problem is told by, on the page and by the command alike. */
export interface ShownDiagnostic {
  readonly line: number;
  readonly column: number;
  readonly field: string;
  readonly level: string;
  readonly code: string;
  readonly message: string;
  readonly hint: string;
}

/** The page `/check/`, loaded, with what it asks for and complains about from then on. */
export interface CheckerPage {
  readonly page: Page;
  /** Addresses asked for after the page had loaded. */
  readonly asked: readonly string[];
  /** Errors, and what the content security policy stopped. */
  readonly faults: readonly string[];
}

/** Opens the page in a context of its own; from then on it has no network. */
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
  page.on('request', (request) => asked.push(request.url()));
  await context.setOffline(true);
  return { page, asked, faults };
}

/** Waits until the page has told what came of a check, and gives the words that it announced. */
export async function waitForAnnouncement(page: Page): Promise<string> {
  await page.locator('#check-results').waitFor({ state: 'visible' });
  return page.locator('#check-status').innerText();
}

/** Chooses a file on the page and waits for what came of it. */
export async function uploadFile(page: Page, { name, buffer }: UploadedFile): Promise<string> {
  await page.locator('#check-file').setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
  return waitForAnnouncement(page);
}

/** The problems that the page lists, in their order. */
export function readShownDiagnostics(page: Page): Promise<ShownDiagnostic[]> {
  return page.locator('#check-problems > li').evaluateAll((items) =>
    items.map((item) => {
      const { line = '', column = '', field = '', level = '', code = '' } = (item as HTMLElement).dataset;
      const [message = '', hint = ''] = [...item.querySelectorAll('p')].map(({ textContent }) => textContent);
      const told = { line: Number(line), column: Number(column), field, level, code };
      return { ...told, message, hint: hint.replace(/^→ /, '') };
    }),
  );
}

/** What a problem is told by, without its file: the page knows no folders. */
export function omitFileName({ line, column, field, level, code, message, hint }: ShownDiagnostic): ShownDiagnostic {
  return { line, column, field, level, code, message, hint };
}
