import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { inject } from 'vitest';
import {
  renderWholePage,
  isFocusInMain,
  isFocusOnLinkWithin,
  readPageFacts,
  readPageText,
  findUnseenParts,
  type PageFacts,
} from './page-facts.ts';
import { listPageFiles, getPagePath, type BuiltSite } from './built-site.ts';
import { mapInTabs } from './browser-tabs.ts';

/** What a visit to one page showed. Lists hold faults in words; an empty one means there were none. */
export interface PageVisit {
  readonly file: string;
  readonly path: string;
  readonly status: number;
  readonly facts: PageFacts;
  /** Errors and warnings of the console, and uncaught errors. */
  readonly console: readonly string[];
  /** What the content security policy stopped. */
  readonly blocked: readonly string[];
  /** Requests to other sites. */
  readonly foreign: readonly string[];
}

/** What a closer look at one page showed. */
export interface PageSurvey extends PageVisit {
  /** Rule and element of each violation that axe found. */
  readonly axe: readonly string[];
  /** How far the page can be scrolled sideways at 320 px. */
  readonly overflow: number;
  readonly skips: boolean;
  readonly unprinted: readonly string[];
  readonly sameWithoutScript: boolean;
}

const NARROW = { width: 320, height: 640 };
const WIDE = { width: 1280, height: 900 };
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** The violations that axe finds on the page as it is shown now. */
export async function findAxeViolations(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(TAGS).setLegacyMode().analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}

/** True where the first thing that Tab reaches is a link that takes the keyboard to the main part. */
async function skipLinkWorks(page: Page): Promise<boolean> {
  await page.keyboard.press('Tab');
  if (!(await page.evaluate(isFocusOnLinkWithin))) return false;
  await page.keyboard.press('Enter');
  if (await page.evaluate(isFocusInMain)) return true;
  // A target that takes no focus itself still moves the place from which Tab goes on.
  await page.keyboard.press('Tab');
  return page.evaluate(isFocusInMain);
}

/** What is seen in print and on the screen differs by these parts. */
async function lostInPrint(page: Page): Promise<string[]> {
  const before = await page.evaluate(findUnseenParts);
  await page.emulateMedia({ media: 'print' });
  const after = await page.evaluate(findUnseenParts);
  await page.emulateMedia({ media: 'screen' });
  return after.filter((part) => !before.includes(part));
}

interface Tab {
  readonly page: Page;
  readonly plain: Page;
}

async function visit(site: BuiltSite, file: string, page: Page): Promise<PageVisit> {
  const path = getPagePath(site, file);
  const [messages, blocked, foreign]: [string[], string[], string[]] = [[], [], []];
  page.removeAllListeners();
  page.on('console', (message) => {
    const [text, type] = [message.text(), message.type()];
    if (text.startsWith('csp:')) blocked.push(text);
    else if (/^(?:error|warning)$/.test(type) && !text.includes('Content Security Policy')) messages.push(text);
  });
  page.on('pageerror', (error) => messages.push(error.message));
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol !== 'data:' && url.origin !== site.served) foreign.push(request.url());
  });
  await page.setViewportSize(WIDE);
  const response = await page.goto(site.served + path, { waitUntil: 'load' });
  const facts = await page.evaluate(readPageFacts);
  return { file, path, facts, console: messages, blocked, foreign, status: response?.status() ?? 0 };
}

async function look(site: BuiltSite, file: string, { page, plain }: Tab): Promise<PageSurvey> {
  const visited = await visit(site, file, page);
  await page.evaluate(renderWholePage);
  const text = await page.evaluate(readPageText);
  await plain.goto(site.served + visited.path, { waitUntil: 'load' });
  await plain.evaluate(renderWholePage);
  const sameWithoutScript = (await plain.evaluate(readPageText)) === text;
  const axe = await findAxeViolations(page);
  const unprinted = await lostInPrint(page);
  await page.setViewportSize(NARROW);
  const overflow = await page.evaluate(
    () => (document.scrollingElement ?? document.body).scrollWidth - window.innerWidth,
  );
  const skips = await skipLinkWorks(page);
  return { ...visited, axe, overflow, skips, unprinted, sameWithoutScript };
}

/** Opens a tab that tells what the content security policy stops. */
async function watchedTab(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      console.info(`csp: ${event.violatedDirective} ${event.blockedURI}`);
    });
  });
  return page;
}

/** Runs a function with the browser of these tests. */
async function withBrowser<T>(use: (browser: Browser) => Promise<T>): Promise<T> {
  const browser = await chromium.connect(inject('browser'));
  try {
    return await use(browser);
  } finally {
    await browser.close();
  }
}

/** Visits every page of a site. */
export function visitPages(site: BuiltSite): Promise<PageVisit[]> {
  return withBrowser(async (browser) => {
    const context = await browser.newContext({ locale: 'ja-JP' });
    return mapInTabs(
      listPageFiles(site),
      () => watchedTab(context),
      (file, page) => visit(site, file, page),
    );
  });
}

/** Takes a closer look at every page of a site. */
export function surveyPages(site: BuiltSite): Promise<PageSurvey[]> {
  return withBrowser(async (browser) => {
    const context = await browser.newContext({ locale: 'ja-JP' });
    const scriptless = await browser.newContext({
      locale: 'ja-JP',
      javaScriptEnabled: false,
      viewport: WIDE,
    });
    return mapInTabs(
      listPageFiles(site),
      async () => ({ page: await watchedTab(context), plain: await scriptless.newPage() }),
      (file, tab) => look(site, file, tab),
    );
  });
}

/** Looks at some pages in dark colours: the violations that axe finds, with their pages. */
export function findDarkFaults(site: BuiltSite, files: readonly string[]): Promise<string[]> {
  return withBrowser(async (browser) => {
    const context = await browser.newContext({ locale: 'ja-JP', colorScheme: 'dark' });
    const faults = await mapInTabs(
      files,
      () => context.newPage(),
      async (file, page) => {
        await page.goto(site.served + getPagePath(site, file), { waitUntil: 'load' });
        return (await findAxeViolations(page)).map((fault) => `${file} ${fault}`);
      },
    );
    return faults.flat();
  });
}
