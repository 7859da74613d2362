import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { escapeXml } from '../src/charts/svg-text.ts';
import { parseArguments, runCli, type CommandStreams } from '../src/cli/command-runner.ts';
import { PROJECT_FOLDER, readRootOption } from '../src/cli/site-options.ts';
import { formatColumnLetters, type Diagnostic } from '../src/diagnostics/diagnostic.ts';
import { formatDiagnostics, type TerminalStyle } from '../src/diagnostics/format-diagnostics.ts';
import { readCsvRows } from '../src/input/csv-reader.ts';
import { overlayFolder } from '../src/input/overlay-folder.ts';
import { openSiteFolder } from '../src/input/site-folder.ts';
import { validateSite } from '../src/validation/validate-site.ts';
import { useServedSite } from './served-site.ts';

/* HTML pages that look like a spreadsheet and a terminal, for screenshots of the element with the id `picture`. */

/** Private characters around coloured text, until the text is HTML. */
const [START, END] = ['\ue000', '\ue001'];

const renderPage = (css: string, body: string) =>
  `<!doctype html><html lang="ja"><meta charset="utf-8"><title>picture</title><style>${css}</style>${body}</html>`;

const SHEET = `
  body { margin: 0; font: 13px/1.4 'Noto Sans JP', sans-serif; }
  table { border-collapse: collapse; }
  th, td { border: 1px solid #d0d0d0; padding: 3px 8px; white-space: nowrap; }
  th { background: #f0f0f0; color: #555; font-weight: 400; text-align: center; }
  .new td { background: #fff6c2; }
`;

const TERMINAL = `
  body { margin: 0; }
  pre { box-sizing: border-box; width: 960px; margin: 0; padding: 16px 20px; background: #1e1e1e; color: #f2f2f2;
    font: 14px/1.6 'BIZ UDGothic', monospace; white-space: pre-wrap; }
  .bold { font-weight: 700; } .dim { color: #a8a8a8; } .red { color: #ff8a80; } .yellow { color: #ffd54f; }
`;

/** Returns a table that looks like a spreadsheet, with column letters, row numbers and a colour for new rows. */
export function renderSheetPage(
  rows: readonly { readonly number: number; readonly cells: readonly string[]; readonly isNew: boolean }[],
): string {
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
  const letters = Array.from({ length: width }, (_, at) => `<th>${formatColumnLetters(at + 1)}</th>`);
  const lines = rows.map(({ number, cells, isNew }) => {
    const cellsHtml = cells.map((cell) => `<td>${escapeXml(cell)}</td>`).join('');
    return `<tr${isNew ? ' class="new"' : ''}><th>${number}</th>${cellsHtml}</tr>`;
  });
  return renderPage(SHEET, `<table id="picture"><tr><th></th>${letters.join('')}</tr>${lines.join('')}</table>`);
}

/**
 * Returns a terminal with the output of `npm run check`.
 * @param command the typed command
 * @param getLine returns the text of a line of a file
 */
export function renderTerminalPage(
  command: string,
  diagnostics: readonly Diagnostic[],
  getLine: (file: string, line: number) => string | undefined,
): string {
  const styles: readonly TerminalStyle[] = ['bold', 'dim', 'red', 'yellow'];
  const paint = (style: TerminalStyle, text: string) => `${START}${styles.indexOf(style)}${text}${END}`;
  const text = formatDiagnostics(diagnostics, { getLine, paint, width: 100 });
  const html = escapeXml(`$ ${command}\n${text}`)
    .replace(new RegExp(`${START}(\\d)`, 'g'), (_, at: string) => `<span class="${styles[Number(at)] ?? ''}">`)
    .replaceAll(END, '</span>');
  return renderPage(TERMINAL, `<pre id="picture">${html}</pre>`);
}

const ROOT = readRootOption('mihon', undefined);
const OBSERVATIONS = 'data/plans/mihon-sogo/observations.csv';

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

const openPage = (browser: Browser, width: number, height: number) =>
  browser.newPage({ viewport: { width, height }, locale: 'ja-JP', reducedMotion: 'reduce' });

async function takeScreenshots(browser: Browser, siteUrl: string, out: string): Promise<void> {
  const page = await openPage(browser, 960, 860);
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
async function takeHomeScreenshots(browser: Browser, siteUrl: string, out: string): Promise<void> {
  const page = await openPage(browser, 1120, 800);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.goto(`${siteUrl}/`, { waitUntil: 'load' });
    await page.screenshot({ path: join(out, `home-${colorScheme}.png`) });
  }
}

/** `npm run screenshots`: takes the pictures of the fictional town for docs/staff-guide.ja.md and the READMEs. */
async function main(args: readonly string[], { stdout }: CommandStreams): Promise<void> {
  const { values } = parseArguments({ args, options: { out: { type: 'string' } } });
  const out = values.out ?? join(PROJECT_FOLDER, 'docs', 'images');
  mkdirSync(out, { recursive: true });
  await useServedSite(ROOT, (siteUrl, browser) => takeScreenshots(browser, siteUrl, out));
  await useServedSite(PROJECT_FOLDER, (siteUrl, browser) => takeHomeScreenshots(browser, siteUrl, out));
  stdout.write(`${out} に書きました。\n`);
}

if (import.meta.main) await runCli(main);
