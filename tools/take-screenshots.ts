import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { validateSite } from '../src/validation/validate-site.ts';
import { getSiteData } from '../src/site-data/current-site-data.ts';
import { readCsvRows } from '../src/input/csv-reader.ts';
import { openSiteFolder } from '../src/input/site-folder.ts';
import { parseArguments } from '../src/cli/parse-arguments.ts';
import { launchBrowser } from './launch-browser.ts';
import { buildSite } from '../src/cli/build-site.ts';
import { PROJECT_FOLDER, readRootOption } from '../src/cli/site-options.ts';
import { renderSheetPage, renderTerminalPage } from './screenshot-pages.ts';
import { runCli } from '../src/cli/command-runner.ts';
import { startServer } from '../src/cli/static-server.ts';

/*
 * Takes the pictures of docs/staff-guide.ja.md, of the fictional town alone.
 */
const ROOT = readRootOption('mihon', undefined);
const OBSERVATIONS = 'data/plans/mihon-sogo/observations.csv';
const SIZE = { width: 960, height: 860 };

/** Pages of the built site, by the picture that shows them. */
const PAGES = {
  'message.png': '/about/messages/#year-or-fiscal-year',
  'measure.png': '/plans/mihon-sogo/2_1/',
  'indicator.png': '/indicators/mihon-sogo/wait-time/',
  'changes.png': '/changes/',
} as const;

/** What the picture of the check has wrong: a text in the file, and what stands there instead. */
const MISTAKES = [
  ['wait-time,令和6年度,23分', 'wait-time,R6,23分'],
  ['wait-time,令和7年度,22分', 'wait-time,令和7年度,22人'],
  ['leaks,令和7年度', 'leek,令和7年度'],
] as const;

function observations(): string {
  return new TextDecoder().decode(openSiteFolder(ROOT).readBytes(OBSERVATIONS));
}

/** The values of one indicator in the sheet, the last year's as what was just added. */
function sheet(): string {
  const [head, ...rows] = readCsvRows(observations());
  const shown = rows.filter(({ cells }) => /^(?:sns-followers|wait-time)$/.test(cells[0] ?? ''));
  return renderSheetPage(
    [...(head ? [head] : []), ...shown].map(({ cells }, at) => ({
      number: at + 1,
      cells,
      isNew: (cells[1] ?? '').startsWith('令和7年度'),
    })),
  );
}

/** What the check says of the file with mistakes in it. */
function checked(): string {
  const text = MISTAKES.reduce((before, [right, wrong]) => {
    if (!before.includes(right)) throw new Error(`${OBSERVATIONS} has no “${right}” any more`);
    return before.replace(right, wrong);
  }, observations());
  const folder = openSiteFolder(ROOT);
  const changed = new TextEncoder().encode(text);
  const { diagnostics } = validateSite({
    ...folder,
    readBytes: (file) => (file === OBSERVATIONS ? changed : folder.readBytes(file)),
  });
  const lines = text.split(/\r?\n/);
  return renderTerminalPage(
    `npm run check -- ${OBSERVATIONS}`,
    diagnostics.filter(({ file }) => file === OBSERVATIONS),
    (_file, line) => lines[line - 1],
  );
}

async function takeAll(page: Page, served: string, out: string): Promise<void> {
  const pictures = { 'sheet.png': sheet(), 'check.png': checked() };
  for (const [file, html] of Object.entries(pictures)) {
    await page.setContent(html);
    await page.locator('#picture').screenshot({ path: join(out, file) });
  }
  for (const [file, path] of Object.entries(PAGES)) {
    await page.goto(served + path, { waitUntil: 'load' });
    await page.screenshot({ path: join(out, file) });
  }
}

await runCli(async () => {
  const { values } = parseArguments({ options: { out: { type: 'string' } } });
  const out = values.out ?? join(PROJECT_FOLDER, 'docs', 'images');
  mkdirSync(out, { recursive: true });
  const dist = join(PROJECT_FOLDER, '.work', 'screenshots');
  await buildSite({ root: ROOT }, dist);
  const server = await startServer(dist, getSiteData().site.base, 0);
  const browserServer = await launchBrowser();
  const browser = await chromium.connect(browserServer.wsEndpoint());
  try {
    const page = await browser.newPage({ viewport: SIZE, locale: 'ja-JP', reducedMotion: 'reduce' });
    await takeAll(page, `http://localhost:${server.port}`, out);
  } finally {
    await browserServer.close();
    await server.close();
  }
  console.log(`${out} に書きました。`);
});
