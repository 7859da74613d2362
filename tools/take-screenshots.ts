import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { validateSite } from '../src/validation/validate-site.ts';
import { getSiteData } from '../src/site-data/current-site-data.ts';
import { readCsvRows } from '../src/input/csv-reader.ts';
import { overlayFolder } from '../src/input/overlay-folder.ts';
import { openSiteFolder } from '../src/input/site-folder.ts';
import { parseArguments, runCli, type CommandStreams } from '../src/cli/command-runner.ts';
import { launchBrowser } from './launch-browser.ts';
import { buildSite } from '../src/cli/build-site.ts';
import { PROJECT_FOLDER, readRootOption } from '../src/cli/site-options.ts';
import { renderSheetPage, renderTerminalPage } from './screenshot-pages.ts';
import { startServer } from '../src/cli/static-server.ts';

const ROOT = readRootOption('mihon', undefined);
const OBSERVATIONS = 'data/plans/mihon-sogo/observations.csv';
const SIZE = { width: 960, height: 860 };

/** Pages of the built site, by the file of their picture. */
const PAGES = {
  'message.png': '/about/messages/#year-or-fiscal-year',
  'measure.png': '/plans/mihon-sogo/2_1/',
  'indicator.png': '/indicators/mihon-sogo/wait-time/',
  'changes.png': '/changes/',
} as const;

/** The mistakes in the picture of the check: a text in a file, and the wrong text that replaces it. */
const MISTAKES = [
  ['wait-time,令和6年度,23分', 'wait-time,R6,23分'],
  ['wait-time,令和7年度,22分', 'wait-time,令和7年度,22人'],
  ['leaks,令和7年度', 'leek,令和7年度'],
] as const;

function readObservations(): string {
  return new TextDecoder().decode(openSiteFolder(ROOT).readBytes(OBSERVATIONS));
}

/** Returns the page of a spreadsheet with two indicators. The values of the last year are marked as new. */
function renderObservationSheet(): string {
  const [head, ...rows] = readCsvRows(readObservations());
  const shownRows = rows.filter(({ cells }) => /^(?:sns-followers|wait-time)$/.test(cells[0] ?? ''));
  return renderSheetPage(
    [...(head ? [head] : []), ...shownRows].map(({ cells }, at) => ({
      number: at + 1,
      cells,
      isNew: (cells[1] ?? '').startsWith('令和7年度'),
    })),
  );
}

/** Returns the page of a terminal with the diagnostics of the mistakes. */
function renderCheckOutput(): string {
  const text = MISTAKES.reduce((before, [right, wrong]) => {
    if (!before.includes(right)) throw new Error(`${OBSERVATIONS} has no “${right}” any more`);
    return before.replace(right, wrong);
  }, readObservations());
  const changed = new Map([[OBSERVATIONS, new TextEncoder().encode(text)]]);
  const { diagnostics } = validateSite(overlayFolder(changed, openSiteFolder(ROOT)));
  const lines = text.split(/\r?\n/);
  return renderTerminalPage(
    `npm run check -- ${OBSERVATIONS}`,
    diagnostics.filter(({ file }) => file === OBSERVATIONS),
    (_file, line) => lines[line - 1],
  );
}

async function takeScreenshots(page: Page, siteUrl: string, out: string): Promise<void> {
  const pictures = { 'sheet.png': renderObservationSheet(), 'check.png': renderCheckOutput() };
  for (const [file, html] of Object.entries(pictures)) {
    await page.setContent(html);
    await page.locator('#picture').screenshot({ path: join(out, file) });
  }
  for (const [file, path] of Object.entries(PAGES)) {
    await page.goto(siteUrl + path, { waitUntil: 'load' });
    await page.screenshot({ path: join(out, file) });
  }
}

/** Takes the pictures of the home page of the project's own site for the READMEs, in light and dark. */
async function takeHomeScreenshots(page: Page, siteUrl: string, out: string): Promise<void> {
  await page.setViewportSize({ width: 1120, height: 800 });
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.goto(`${siteUrl}/`, { waitUntil: 'load' });
    await page.screenshot({ path: join(out, `home-${colorScheme}.png`) });
  }
}

/** Builds a site, serves it, and does some work with its URL. */
async function withServedSite(root: string, work: (siteUrl: string) => Promise<void>): Promise<void> {
  const dist = join(PROJECT_FOLDER, '.work', 'screenshots');
  await buildSite({ root }, dist);
  const server = await startServer(dist, getSiteData().site.base, 0);
  try {
    await work(`http://localhost:${server.port}`);
  } finally {
    await server.close();
  }
}

/** `npm run screenshots`: takes the pictures of the fictional town for docs/staff-guide.ja.md, and two for the READMEs. */
async function main(args: readonly string[], { stdout }: CommandStreams): Promise<void> {
  const { values } = parseArguments({ args, options: { out: { type: 'string' } } });
  const out = values.out ?? join(PROJECT_FOLDER, 'docs', 'images');
  mkdirSync(out, { recursive: true });
  const browserServer = await launchBrowser();
  const browser = await chromium.connect(browserServer.wsEndpoint());
  try {
    const page = await browser.newPage({ viewport: SIZE, locale: 'ja-JP', reducedMotion: 'reduce' });
    await withServedSite(ROOT, (siteUrl) => takeScreenshots(page, siteUrl, out));
    await withServedSite(PROJECT_FOLDER, (siteUrl) => takeHomeScreenshots(page, siteUrl, out));
  } finally {
    await browserServer.close();
  }
  stdout.write(`${out} に書きました。\n`);
}

await runCli(main);
