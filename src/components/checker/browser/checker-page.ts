import '../../browser/disable-zod-jit.ts';
import { validateFile } from '../../../validation/validate-file.ts';
import { sourceTables } from '../../../tables/source-tables.ts';
import { getFileName } from '../../../tables/table-schema.ts';
import { describeRecognition, findTableByFileName } from '../../../validation/detect-table.ts';
import { correctTable } from './correct-table.ts';
import { explainSizeLimit, parsePastedTable, SAMPLE_TABLE, type UploadedTable } from './uploaded-table.ts';
import { formatDiagnosticCounts, formatReportCsv, formatReportText, encodeWithBom } from './checker-report.ts';
import { showResults } from './checker-results.ts';
import { createElement, getElement, saveFile } from '../../browser/dom-elements.ts';

/*
 * The page /check/ validates a table with the same code as `npm run check`. The table never leaves the page: after the
 * page has loaded, it sends no request.
 */

const file = getElement('check-file', HTMLInputElement);
const kind = getElement('check-kind', HTMLSelectElement);
const text = getElement('check-text', HTMLTextAreaElement);
const status = getElement('check-status', HTMLOutputElement);
const results = getElement('check-results', HTMLElement);

/** The last table, to validate again if the user selects another kind. */
let last: UploadedTable | null = null;

/** Lets the browser show the new status before the validation blocks it. */
const waitForPaint = () =>
  new Promise<void>((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
  });

/** The page lists at most this many changes. */
const MOST_CHANGES = 200;

async function validate(upload: UploadedTable): Promise<void> {
  const { name, bytes } = upload;
  const validation = await validateFile(name, bytes, findTableByFileName(kind.value));
  const table = validation.table && sourceTables[validation.table];
  const choose = table ? '' : '「表の種類」で選んでください。';
  status.value = `「${name}」：${describeRecognition(validation.recognition)}${choose}${formatDiagnosticCounts(validation.diagnostics)}。`;
  showResults(validation);
  const corrected = correctTable(upload, validation);
  const rest = corrected.changes.length - MOST_CHANGES;
  const sentences = [
    ...corrected.changes.slice(0, MOST_CHANGES),
    ...(rest > 0 ? [`ほかに ${rest}か所を直しました。`] : []),
  ];
  getElement('check-changes', HTMLElement).replaceChildren(
    ...sentences.map((sentence) => createElement('li', {}, sentence)),
  );
  const stem = name.replace(/\.[^.]*$/, '');
  const offer = (id: string, as: string, type: string, format: () => string) => {
    getElement(id, HTMLButtonElement).onclick = () => {
      saveFile(as, encodeWithBom(format()), type);
    };
  };
  const { diagnostics } = validation;
  getElement('check-save', HTMLButtonElement).disabled = corrected.text === null;
  offer('check-save', `${table ? getFileName(table) : stem}.csv`, 'text/csv', () => corrected.text ?? '');
  offer('check-report', `${stem}-確認.csv`, 'text/csv', () => formatReportCsv(diagnostics));
  offer('check-report-text', `${stem}-確認.txt`, 'text/plain', () => formatReportText(diagnostics));
  results.hidden = false;
}

/** Reports a failure of the page itself, and hides the results, which may be incomplete. */
function fail(message: string, error: unknown): void {
  results.hidden = true;
  status.value = message;
  reportError(error);
}

async function run(table: UploadedTable): Promise<void> {
  last = table;
  results.hidden = true;
  status.value = `「${table.name}」を調べています…`;
  await waitForPaint();
  // The user chose another table in the meantime.
  if (last !== table) return;
  try {
    await validate(table);
  } catch (error) {
    if (last !== table) return;
    fail(
      `「${table.name}」を調べるとちゅうで、このページのプログラムが止まりました。表のまちがいではありません。表を分けて小さくするか、npm run check で調べてください。`,
      error,
    );
  }
}

/** Reads a file that the user chose, dropped or pasted. */
async function openFile(upload: File): Promise<void> {
  last = null;
  results.hidden = true;
  const { name, size } = upload;
  const sizeIssue = explainSizeLimit(name, size);
  if (sizeIssue !== null) {
    status.value = sizeIssue;
    return;
  }
  const bytes = await upload.arrayBuffer().catch((error: unknown) => {
    fail(`「${name}」を開けませんでした。移したり書きかえたりしたファイルは、もう一度選んでください。`, error);
    return null;
  });
  if (bytes !== null) await run({ name, bytes: new Uint8Array(bytes) });
}

function openFirstFile(files: FileList | undefined): boolean {
  const first = files?.[0];
  if (first) void openFile(first);
  return first !== undefined;
}

file.addEventListener('change', () => openFirstFile(file.files ?? undefined));
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

// A file can be dropped anywhere: otherwise the browser would open a file that is dropped outside the box.
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
  openFirstFile(event.dataTransfer?.files);
});
document.addEventListener('paste', (event) => {
  if (event.target !== text && openFirstFile(event.clipboardData?.files)) event.preventDefault();
});

getElement('check-needs-script', HTMLElement).hidden = true;
getElement('check-tool', HTMLElement).hidden = false;
