import '../../browser/disable-zod-jit.ts';
import { validateFile } from '../../../validation/validate-file.ts';
import { sourceTables } from '../../../tables/source-tables.ts';
import { getFileName } from '../../../tables/table-schema.ts';
import { findTableByFileName } from '../../../validation/detect-table.ts';
import { correctTable } from './correct-table.ts';
import { explainSizeLimit, parsePastedTable, SAMPLE_TABLE, type UploadedTable } from './uploaded-table.ts';
import {
  formatDiagnosticCounts,
  formatReportCsv,
  formatReportText,
  encodeWithBom,
} from './checker-report.ts';
import { saveFile } from '../../browser/save-file.ts';
import { showResults } from './checker-results.ts';
import { createElement, getElement } from '../../browser/dom-elements.ts';

/*
 * The page /check/: takes a table, checks it by the same code as `npm run check`, and shows what was found. The table
 * is held in the page alone; once the page has loaded, nothing is asked of any server.
 */

const file = getElement('check-file', HTMLInputElement);
const kind = getElement('check-kind', HTMLSelectElement);
const text = getElement('check-text', HTMLTextAreaElement);
const status = getElement('check-status', HTMLOutputElement);
const results = getElement('check-results', HTMLElement);

/** What was given last, so that it can be read again as another kind of table. */
let last: UploadedTable | null = null;

/** Lets the browser paint, so that what was just said is seen before the work begins. */
const painted = () =>
  new Promise<void>((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
  });

/** The most changes that are told one by one. */
const MOST_CHANGES = 200;

async function examine(given: UploadedTable): Promise<void> {
  const { name, bytes } = given;
  const loose = await validateFile(name, bytes, findTableByFileName(kind.value));
  const table = loose.table && sourceTables[loose.table];
  const read = table
    ? `${table.title}（${getFileName(table)}.csv）の表として調べました。`
    : 'どの表かわかりませんでした。「表の種類」で選んでください。';
  status.value = `「${name}」を${read}${formatDiagnosticCounts(loose.diagnostics)}。`;
  showResults(loose);
  const corrected = correctTable(given, loose);
  const rest = corrected.changes.length - MOST_CHANGES;
  const told = [
    ...corrected.changes.slice(0, MOST_CHANGES),
    ...(rest > 0 ? [`ほかに ${rest}か所を直しました。`] : []),
  ];
  getElement('check-changes', HTMLElement).replaceChildren(
    ...told.map((words) => createElement('li', {}, words)),
  );
  const stem = name.replace(/\.[^.]*$/, '');
  const offer = (id: string, as: string, bytesOf: () => Uint8Array<ArrayBuffer>, type: string) => {
    getElement(id, HTMLButtonElement).onclick = () => {
      saveFile(as, bytesOf(), type);
    };
  };
  getElement('check-save', HTMLButtonElement).disabled = corrected.text === null;
  offer(
    'check-save',
    `${table ? getFileName(table) : stem}.csv`,
    () => encodeWithBom(corrected.text ?? ''),
    'text/csv',
  );
  offer(
    'check-report',
    `${stem}-確認.csv`,
    () => encodeWithBom(formatReportCsv(loose.diagnostics)),
    'text/csv',
  );
  offer(
    'check-report-text',
    `${stem}-確認.txt`,
    () => encodeWithBom(formatReportText(loose.diagnostics)),
    'text/plain',
  );
  results.hidden = false;
}

/** Says that something went wrong which is no mistake of the table, and shows no results, for they may be half made. */
function fail(words: string, error: unknown): void {
  results.hidden = true;
  status.value = words;
  reportError(error);
}

async function run(given: UploadedTable): Promise<void> {
  last = given;
  results.hidden = true;
  status.value = `「${given.name}」を調べています…`;
  await painted();
  // Something else was given while the browser painted.
  if (last !== given) return;
  try {
    await examine(given);
  } catch (error) {
    if (last !== given) return;
    fail(
      `「${given.name}」を調べるとちゅうで、このページのプログラムが止まりました。表のまちがいではありません。表を分けて小さくするか、npm run check で調べてください。`,
      error,
    );
  }
}

/** Takes a file that was chosen, dropped or pasted. */
async function take(given: File): Promise<void> {
  last = null;
  results.hidden = true;
  const { name, size } = given;
  const refused = explainSizeLimit(name, size);
  if (refused !== null) {
    status.value = refused;
    return;
  }
  const bytes = await given.arrayBuffer().catch((error: unknown) => {
    fail(
      `「${name}」を開けませんでした。移したり書きかえたりしたファイルは、もう一度選んでください。`,
      error,
    );
    return null;
  });
  if (bytes !== null) await run({ name, bytes: new Uint8Array(bytes) });
}

function takeFirst(files: FileList | undefined): boolean {
  const first = files?.[0];
  if (first) void take(first);
  return first !== undefined;
}

file.addEventListener('change', () => takeFirst(file.files ?? undefined));
kind.addEventListener('change', () => {
  if (last) void run(last);
});
getElement('check-paste', HTMLButtonElement).addEventListener('click', () => {
  if (text.value.trim() === '') {
    status.value = '表が貼りつけられていません。';
    text.focus();
  } else void run(parsePastedTable(text.value));
});
getElement('check-sample', HTMLButtonElement).addEventListener('click', () => {
  void run({ name: 'indicators.csv', bytes: new TextEncoder().encode(SAMPLE_TABLE) });
});

// Files may be dropped anywhere: one that misses the frame would else be opened in place of the page.
const drop = getElement('check-drop', HTMLElement);
document.addEventListener('dragover', (event) => {
  event.preventDefault();
  drop.classList.add('over');
});
document.addEventListener('dragleave', (event) => {
  if (event.relatedTarget === null) drop.classList.remove('over');
});
document.addEventListener('drop', (event) => {
  event.preventDefault();
  drop.classList.remove('over');
  takeFirst(event.dataTransfer?.files);
});
document.addEventListener('paste', (event) => {
  if (event.target !== text && takeFirst(event.clipboardData?.files)) event.preventDefault();
});

getElement('check-needs-script', HTMLElement).hidden = true;
getElement('check-tool', HTMLElement).hidden = false;
