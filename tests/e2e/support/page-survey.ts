import type { Browser, Page, ViewportSize } from 'playwright-core';
import { getPagePath, listPageFiles, readSiteFile, type BuiltSite } from '../../site/support/built-site.ts';
import { isFull } from '../../support/test-scope.ts';
import { findAxeViolations } from './axe-violations.ts';
import { mapInTabs, NARROW_SCREEN, openPage, WIDE_SCREEN } from './browser-tabs.ts';
import { findUnseenParts, isFocusInMain, isFocusOnLinkWithin, readPageText, renderWholePage } from './page-facts.ts';
import { startWholePageServer, type PageServer } from './page-servers.ts';
import { chooseCoveringPages } from './page-structure.ts';
import { findForcedColourFaults, findScreenFaults, type ScreenFaults } from './screen-faults.ts';
import { findLayoutShifts } from './visual-faults.ts';

/** The faults of a page by the aspect that the survey looks at. */
export type PageFaults = PageFacts & ScreenFaults & { scriptless: string[] };
type PageFacts = Record<'console' | 'foreign' | 'shifts' | 'axe' | 'forcedColours' | 'print' | 'skipLink', string[]>;

/** Pages that need a script, and say so without one, and the page whose script narrows its list. */
const HAS_OTHER_TEXT = /^(?:search|check|explore)\/index\.html$/;

const hasScript = (html: string) => /<script(?![^>]*type="application\/ld\+json")/.test(html);

/** Collects what a page reports and requests while it is loaded. */
function listenTo(page: Page, origin: string): Pick<PageFaults, 'console' | 'foreign'> {
  const [messages, foreign]: [string[], string[]] = [[], []];
  page.removeAllListeners();
  page.on('console', (message) => {
    if (/^(?:error|warning)$/.test(message.type())) messages.push(message.text());
  });
  page.on('pageerror', (error) => messages.push(error.message));
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol !== 'data:' && url.origin !== origin) foreign.push(request.url());
  });
  return { console: messages, foreign };
}

/** Opens a page of a server of whole pages on a screen, and lists its layout shifts. */
async function openAndFindShifts(tab: Page, url: string, viewport: ViewportSize): Promise<string[]> {
  await tab.setViewportSize(viewport);
  await openPage(tab, url);
  const shifts = await tab.evaluate(findLayoutShifts);
  return shifts.map((shift) => `${viewport.width} px: ${shift}`);
}

/** Lists the parts that are visible on the screen and not in print. */
async function findUnprinted(page: Page): Promise<string[]> {
  const before = await page.evaluate(findUnseenParts);
  await page.emulateMedia({ media: 'print' });
  const after = await page.evaluate(findUnseenParts);
  await page.emulateMedia({ media: 'screen' });
  return after.filter((part) => !before.includes(part));
}

/** Returns true if the first stop of Tab is a link that moves the keyboard to the main part. */
async function hasSkipLink(page: Page): Promise<boolean> {
  await page.keyboard.press('Tab');
  if (!(await page.evaluate(isFocusOnLinkWithin))) return false;
  await page.keyboard.press('Enter');
  if (await page.evaluate(isFocusInMain)) return true;
  // A target that takes no focus still moves the position from which Tab goes on.
  await page.keyboard.press('Tab');
  return page.evaluate(isFocusInMain);
}

/** Lists the violations that axe finds; in `npm run test:full` with those of dark colours. */
async function findAllViolations(page: Page): Promise<string[]> {
  const violations = await findAxeViolations(page);
  if (!isFull) return violations;
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await findAxeViolations(page, 'colours');
  await page.emulateMedia({ colorScheme: null });
  return [...violations, ...dark.map((violation) => `dark: ${violation}`)];
}

/** A page of a site with its HTML, and the server that sends it whole. */
interface SitePage {
  readonly site: BuiltSite;
  readonly file: string;
  readonly html: string;
  readonly server: PageServer;
}

/** Looks at a page in every way on a wide screen, and opens it once more on a narrow one. */
async function surveyPage(
  tab: Page,
  { site, file, server }: SitePage,
): Promise<{ readonly faults: PageFaults; readonly text: string }> {
  const url = server.url + getPagePath(site, file);
  const heard = listenTo(tab, server.url);
  const wideShifts = await openAndFindShifts(tab, url, WIDE_SCREEN.viewport);
  await tab.evaluate(renderWholePage);
  const text = await tab.evaluate(readPageText);
  const axe = await findAllViolations(tab);
  const forcedColours = await findForcedColourFaults(tab);
  const print = await findUnprinted(tab);
  const screens = await findScreenFaults(tab);
  const skipLink = file.startsWith('embed/') || (await hasSkipLink(tab)) ? [] : ['no skip link'];
  const shifts = [...wideShifts, ...(await openAndFindShifts(tab, url, NARROW_SCREEN.viewport))];
  return { faults: { ...heard, ...screens, shifts, axe, forcedColours, print, skipLink, scriptless: [] }, text };
}

/** Returns the text of a page in a browser without JavaScript. */
async function readScriptlessText(tab: Page, { site, file }: SitePage): Promise<string> {
  await tab.goto(site.served + getPagePath(site, file), { waitUntil: 'load' });
  await tab.evaluate(renderWholePage);
  return tab.evaluate(readPageText);
}

/** The size in letters up to which `npm test` visits a page, and the kinds of elements that a page must add. */
const [LARGE_PAGE, MIN_NEW] = [80_000, 10];

/** Chooses the pages to visit: in `npm run test:full` all, in `npm test` those with most kinds of elements. */
function choosePages(pages: ReadonlyMap<string, SitePage>): [string, SitePage][] {
  if (isFull) return [...pages];
  const moderate = [...pages].filter(([, { html }]) => html.length <= LARGE_PAGE);
  const chosen = chooseCoveringPages(new Map(moderate.map(([name, { html }]) => [name, html])), MIN_NEW);
  return moderate.filter(([name]) => chosen.has(name));
}

/** Looks at pages of some sites, and returns the faults of each by its name: site and file. */
export async function surveySites(
  browser: Browser,
  sites: readonly BuiltSite[],
): Promise<ReadonlyMap<string, PageFaults>> {
  const servers = await Promise.all(sites.map(startWholePageServer));
  const allPages = sites.flatMap((site, at) => {
    const server = servers[at];
    return server
      ? listPageFiles(site).map((file): [string, SitePage] => [
          `${site.name}/${file}`,
          { site, file, html: readSiteFile(site, file), server },
        ])
      : [];
  });
  const pages = choosePages(new Map(allPages));
  const surveys = new Map(
    await mapInTabs(browser, {}, pages, async (tab, [name, page]) => [name, await surveyPage(tab, page)] as const),
  );
  for (const server of servers) server.close();
  const scripted = pages.filter(([, { file, html }]) => !HAS_OTHER_TEXT.test(file) && (isFull || hasScript(html)));
  const options = { ...WIDE_SCREEN, javaScriptEnabled: false };
  await mapInTabs(browser, options, scripted, async (tab, [name, page]) => {
    const survey = surveys.get(name);
    if (survey && (await readScriptlessText(tab, page)) !== survey.text)
      survey.faults.scriptless = ['has another text'];
  });
  return new Map([...surveys].map(([name, { faults }]) => [name, faults]));
}
