import type { Browser, Page } from 'playwright-core';
import { getPagePath, listPageFiles, readSiteFile, type BuiltSite } from '../../site/support/built-site.ts';
import { findAxeViolations } from './axe-violations.ts';
import { mapInTabs, NARROW_SCREEN, openPage, WIDE_SCREEN } from './browser-tabs.ts';
import { findUnseenParts, isFocusInMain, isFocusOnLinkWithin, readPageText, renderWholePage } from './page-facts.ts';
import { startWholePageServer } from './page-servers.ts';
import { chooseCoveringPages } from './page-structure.ts';
import { findForcedColourFaults, findScreenFaults, type ScreenFaults } from './screen-faults.ts';
import { isFull } from './test-scope.ts';
import { findLayoutShifts } from './visual-faults.ts';

/** The faults of a page by the aspect that the survey looks at. */
export type PageFaults = PageFacts & ScreenFaults & { scriptless: string[] };
type PageFacts = Record<'console' | 'foreign' | 'shifts' | 'axe' | 'forcedColours' | 'print' | 'skipLink', string[]>;

/** Pages that need a script, and say so without one, and the page whose script narrows its list. */
const HAS_OTHER_TEXT = /^(?:search|check|explore)\/index\.html$/;

const hasScript = (html: string) => /<script(?![^>]*type="application\/ld\+json")/.test(html);

/** Collects what a page reports and requests while it is loaded. */
function listenTo(page: Page, site: BuiltSite): Pick<PageFaults, 'console' | 'foreign'> {
  const [messages, foreign]: [string[], string[]] = [[], []];
  page.removeAllListeners();
  page.on('console', (message) => {
    if (/^(?:error|warning)$/.test(message.type())) messages.push(message.text());
  });
  page.on('pageerror', (error) => messages.push(error.message));
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol !== 'data:' && url.origin !== site.served) foreign.push(request.url());
  });
  return { console: messages, foreign };
}

/** Opens a page of a server of whole pages, and lists its layout shifts. */
async function findShiftsOnOpening(tab: Page, url: string): Promise<string[]> {
  await openPage(tab, url);
  return tab.evaluate(findLayoutShifts);
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
  // A target that takes no focus still moves the place from which Tab goes on.
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

/** A page of a site with its HTML. */
interface SitePage {
  readonly site: BuiltSite;
  readonly file: string;
  readonly html: string;
}

/** Visits a page once, and looks at it in every way. */
async function surveyPage(
  tab: Page,
  { site, file }: SitePage,
): Promise<{ readonly faults: PageFaults; readonly text: string }> {
  const heard = listenTo(tab, site);
  await tab.setViewportSize(WIDE_SCREEN.viewport);
  await openPage(tab, site.served + getPagePath(site, file));
  await tab.evaluate(renderWholePage);
  const text = await tab.evaluate(readPageText);
  const axe = await findAllViolations(tab);
  const forcedColours = await findForcedColourFaults(tab);
  const print = await findUnprinted(tab);
  const screens = await findScreenFaults(tab);
  const skipLink = file.startsWith('embed/') || (await hasSkipLink(tab)) ? [] : ['no skip link'];
  return { faults: { ...heard, ...screens, shifts: [], axe, forcedColours, print, skipLink, scriptless: [] }, text };
}

/** Returns the text of a page in a browser without JavaScript. */
async function readScriptlessText(tab: Page, { site, file }: SitePage): Promise<string> {
  await tab.goto(site.served + getPagePath(site, file), { waitUntil: 'load' });
  await tab.evaluate(renderWholePage);
  return tab.evaluate(readPageText);
}

/**
 * Looks at pages of some sites, and returns the faults of each by its name: site and file. `npm run test:full` visits
 * every page, `npm test` those that together contain every kind of element.
 */
export async function surveySites(
  browser: Browser,
  sites: readonly BuiltSite[],
): Promise<ReadonlyMap<string, PageFaults>> {
  const pages = new Map(
    sites.flatMap((site) =>
      listPageFiles(site).map((file): [string, SitePage] => [
        `${site.name}/${file}`,
        { site, file, html: readSiteFile(site, file) },
      ]),
    ),
  );
  const structures = chooseCoveringPages(new Map([...pages].map(([name, { html }]) => [name, html])));
  if (!isFull) for (const name of pages.keys()) if (!structures.has(name)) pages.delete(name);
  const surveys = new Map(
    await mapInTabs(browser, {}, [...pages], async (tab, [name, page]) => {
      return [name, await surveyPage(tab, page)] as const;
    }),
  );
  const servers = new Map(
    await Promise.all(sites.map(async (site) => [site, await startWholePageServer(site)] as const)),
  );
  for (const screen of [WIDE_SCREEN, NARROW_SCREEN])
    await mapInTabs(browser, screen, [...pages], async (tab, [name, { site, file }]) => {
      const shifts = await findShiftsOnOpening(tab, `${servers.get(site)?.url}${getPagePath(site, file)}`);
      surveys.get(name)?.faults.shifts.push(...shifts.map((shift) => `${screen.viewport.width} px: ${shift}`));
    });
  for (const server of servers.values()) server.close();
  const scripted = [...pages].filter(([, { file, html }]) => !HAS_OTHER_TEXT.test(file) && (isFull || hasScript(html)));
  const options = { ...WIDE_SCREEN, javaScriptEnabled: false };
  await mapInTabs(browser, options, scripted, async (tab, [name, page]) => {
    const survey = surveys.get(name);
    if (survey && (await readScriptlessText(tab, page)) !== survey.text)
      survey.faults.scriptless = ['has another text'];
  });
  return new Map([...surveys].map(([name, { faults }]) => [name, faults]));
}
