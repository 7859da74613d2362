import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { Site } from './site.ts';

/** A file that is given to the page. */
export interface GivenFile {
  readonly name: string;
  readonly buffer: Buffer;
}

/** What a problem is told by, on the page and by the command alike. */
export interface Told {
  readonly line: number;
  readonly column: number;
  readonly field: string;
  readonly level: string;
  readonly code: string;
  readonly message: string;
  readonly hint: string;
}

/** The page `/check/`, loaded, with what it asks for and complains about from then on. */
export interface CheckPage {
  readonly page: Page;
  /** Addresses asked for after the page had loaded. */
  readonly asked: readonly string[];
  /** Errors, and what the content security policy stopped. */
  readonly faults: readonly string[];
}

/** Opens the page in a context of its own; from then on it has no network. */
export async function openCheck(
  browser: Browser,
  site: Site,
  options: BrowserContextOptions = {},
): Promise<CheckPage> {
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
export async function announced(page: Page): Promise<string> {
  await page.locator('#check-results').waitFor({ state: 'visible' });
  return page.locator('#check-status').innerText();
}

/** Chooses a file on the page and waits for what came of it. */
export async function choose(page: Page, { name, buffer }: GivenFile): Promise<string> {
  await page.locator('#check-file').setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
  return announced(page);
}

/** The problems that the page lists, in their order. */
export function listed(page: Page): Promise<Told[]> {
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
export function withoutFile({ line, column, field, level, code, message, hint }: Told): Told {
  return { line, column, field, level, code, message, hint };
}
