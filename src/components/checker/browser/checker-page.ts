import { formatDiagnosticCounts, replaceControls } from '../../../diagnostics/diagnostic.ts';
import { sourceTables, type SourceTableName } from '../../../tables/source-tables.ts';
import { getFileName } from '../../../tables/table-schema.ts';
import { describeRecognition, findTableByFileName } from '../../../validation/detect-table.ts';
import { validateFile, type FileValidation, type PlanFiles } from '../../../validation/validate-file.ts';
import { createElement, getElement, saveFile } from '../../browser/dom-elements.ts';
import { chooseOffer, explainSizeLimit, parsePastedTable, type UploadedTable } from './uploaded-table.ts';

/*
 * The page /check/ validates a table with the same code as `npm run check`. The table never leaves the page. The page
 * loads further files of the site only for a plan that a person chose, and scripts only for tables that need them.
 */

const file = getElement('check-file', HTMLInputElement);
const kind = getElement('check-kind', HTMLSelectElement);
const planChoice = getElement('check-plan', HTMLSelectElement);
const yearChoice = getElement('check-years', HTMLSelectElement);
const sourceChoice = getElement('check-source', HTMLSelectElement);
const sourceOptions = [...sourceChoice.options];
const planParts = getElement('check-plan-parts', HTMLElement);
const offer = getElement('check-offer', HTMLElement);
const text = getElement('check-text', HTMLTextAreaElement);
const status = getElement('check-status', HTMLOutputElement);
const results = getElement('check-results', HTMLElement);
const several = getElement('check-several', HTMLOutputElement);
const fileButtons = getElement('check-files', HTMLElement);

/** The last table, to validate again if the user selects another kind. */
let last: UploadedTable | null = null;

/** How many times the page began to work on a table or a choice. */
let startedWorks = 0;

/** Hides the last results and shows a message. Returns a function that returns true until other work begins. */
function beginWork(message: string): () => boolean {
  startedWorks += 1;
  const own = startedWorks;
  last = null;
  results.hidden = true;
  text.ariaInvalid = null;
  status.value = message;
  return () => own === startedWorks;
}

/** Lets the browser show the new status before the validation blocks it, and waits for some milliseconds. */
const waitForPaint = (pause: number) =>
  new Promise<void>((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve, pause));
  });

/** Milliseconds to wait for another choice: arrow keys also select the choices between. */
const CHOICE_PAUSE = 500;

const MAX_CHANGES = 200;

const RELOAD = 'ネットワークを確かめて、ページを読みこみ直してください。';

/** Loads the files of the chosen plan; null without a plan, and after an error, which it reports. */
async function loadChosenPlan(): Promise<PlanFiles | null> {
  if (planChoice.value === '') return null;
  try {
    const { loadPlanFiles } = await import('./plan-files.ts');
    return await loadPlanFiles(planChoice.value);
  } catch (error) {
    reportError(error);
    return null;
  }
}

function describeCheckedFiles(planFiles: PlanFiles | null): string {
  if (planFiles) {
    const plan = planChoice.selectedOptions[0]?.textContent.trim() ?? '';
    return `「${plan}」の、サイトにある今のファイルと合わせて調べました。まだ公開していない行は、入っていません。`;
  }
  const rest =
    'ここで確かめたのは、このファイルだけでわかることです。IDがほかのファイルにあるかなどは、上で計画を選ぶか、サイトをつくる人が npm run check で調べます。';
  return planChoice.value === ''
    ? rest
    : `計画のファイルを読みこめませんでした。ネットワークを確かめて、一度「選ばない」にしてから、選び直してください。${rest}`;
}

/** Makes files from a published table or, for the chosen plan, from a sheet of indicators; null from any other table. */
async function makeFiles(upload: UploadedTable, found: FileValidation, planFiles: PlanFiles | null) {
  const from = chooseOffer(found);
  if (from === 'restore') return (await import('./restored-files.ts')).restoreFiles(found.rows);
  if (from !== 'import' || !planFiles) return null;
  const plan = planChoice.selectedOptions[0]?.dataset.source ?? planChoice.value;
  const sources = { plan, sheet: sourceChoice.value };
  const { importSheet } = await import('./imported-sheet.ts');
  return importSheet({ ...upload, sheet: found.sheet }, planFiles, sources, yearChoice.value);
}

/** Says as which table a file was checked, and what to do if that is unknown. */
function describeFound(found: FileValidation, planFiles: PlanFiles | null): string {
  // Without rows nobody can tell, but the message says what the file is.
  if (!found.table && found.rows.length === 0) return found.diagnostics[0]?.message ?? '';
  if (found.table) return describeRecognition(found);
  return chooseOffer(found) === 'import'
    ? `${found.sheet === undefined ? '' : `シート「${replaceControls(found.sheet)}」は、`}市の指標の表のようです。${planFiles ? '' : '上で計画を選ぶと、サイトの表に直せます。'}`
    : `${describeRecognition(found)}「表の種類」で選んでください。`;
}

/** Loads the parts of the script that every check needs. */
const loadParts = () =>
  Promise.all([import('./checker-results.ts'), import('./correct-table.ts'), import('./checker-report.ts')]);

/** Checks a table and shows the results, unless the user made another choice in the meantime. */
async function validate(upload: UploadedTable, isCurrent: () => boolean): Promise<void> {
  const { name, bytes } = upload;
  const planFiles = await loadChosenPlan();
  const found = validateFile(name, bytes, findTableByFileName(kind.value), planFiles, 'browser');
  let lost = '';
  const offered = await makeFiles(upload, found, planFiles)
    .then(async (made) => made && { made, display: await import('./offered-files.ts') })
    .catch((error: unknown) => {
      reportError(error);
      lost = `サイトのファイルを読みこめなかったので、書くための表をつくれません。${RELOAD}`;
      return null;
    });
  const diagnostics = offered?.display.combineDiagnostics(found, offered.made) ?? found.diagnostics;
  const files = offered?.made.files ?? [];
  const inFiles = files.flatMap((one) => one.validation.diagnostics);
  const reported = [...diagnostics, ...inFiles];
  const validation = { ...found, diagnostics };
  const parts = await loadParts().catch((error: unknown) => {
    if (isCurrent()) fail(`「${name}」を調べるプログラムの一部を読みこめませんでした。${RELOAD}`, error);
    return null;
  });
  if (!parts || !isCurrent()) return;
  const [{ createList, showResults }, { correctTable }, { encodeWithBom, formatReportCsv, formatReportText }] = parts;
  getElement('check-scope', HTMLElement).textContent = describeCheckedFiles(planFiles);
  const table = validation.table && sourceTables[validation.table];
  const fileCounts = files.length > 0 ? `つくったファイルは下にあり、${formatDiagnosticCounts(inFiles)}です。` : '';
  status.value = `「${name}」：${describeFound(found, planFiles)}${formatDiagnosticCounts(diagnostics)}。${fileCounts}${lost}`;
  showResults(validation);
  getElement('check-in-files', HTMLElement).hidden = inFiles.length === 0;
  const corrected = correctTable(upload, validation, planFiles);
  getElement('check-changes', HTMLElement).replaceChildren(createList(corrected?.changes ?? [], MAX_CHANGES));
  const stem = name.replace(/\.[^.]*$/, '');
  const connectSaveButton = (id: string, as: string, type: string, format: () => string) => {
    getElement(id, HTMLButtonElement).onclick = () => {
      saveFile(as, encodeWithBom(format()), type);
    };
  };
  for (const id of ['check-table-part', 'check-save-part'])
    getElement(id, HTMLElement).hidden = validation.rows.length === 0;
  getElement('check-corrected', HTMLElement).hidden = corrected === null;
  connectSaveButton('check-save', `${table ? getFileName(table) : stem}.csv`, 'text/csv', () => corrected?.text ?? '');
  connectSaveButton('check-report', `${stem}-確認.csv`, 'text/csv', () => formatReportCsv(reported));
  connectSaveButton('check-report-text', `${stem}-確認.txt`, 'text/plain', () => formatReportText(reported));
  results.hidden = false;
  offer.hidden = offered === null;
  offered?.display.showFileOffer(offer, offered.made);
  // On a low screen the results begin below its end, where nobody sees that they are there.
  if (status.getBoundingClientRect().bottom > innerHeight) status.scrollIntoView();
}

/** Reports a failure of the page itself, and hides the results, which may be incomplete. */
function fail(message: string, error: unknown): void {
  results.hidden = true;
  status.value = message;
  reportError(error);
}

async function run(table: UploadedTable, pause = 0): Promise<void> {
  const isCurrent = beginWork(`「${table.name}」を調べています…`);
  last = table;
  await waitForPaint(pause);
  if (!isCurrent()) return;
  try {
    await validate(table, isCurrent);
  } catch (error) {
    const message = `「${table.name}」を調べる途中で、このページのプログラムが止まりました。表のまちがいではありません。ページを読みこみ直しても止まるときは、表を分けるか、npm run check で調べてください。`;
    if (isCurrent()) fail(message, error);
  }
}

/** Reads a file that the user chose, dropped or pasted. */
async function openFile(upload: File): Promise<void> {
  const name = replaceControls(upload.name);
  const sizeIssue = explainSizeLimit(name, upload.size);
  const isCurrent = beginWork(sizeIssue ?? '');
  if (sizeIssue !== null) return;
  const bytes = await upload.arrayBuffer().catch((error: unknown) => {
    if (isCurrent())
      fail(`「${name}」を開けませんでした。移したり書きかえたりしたファイルは、もう一度選んでください。`, error);
    return null;
  });
  if (bytes !== null && isCurrent()) await run({ name, bytes: new Uint8Array(bytes) });
}

/** Saves the template of a table of the chosen plan, and says so, unless the user began a check in the meantime. */
async function offerTemplate(table: SourceTableName): Promise<void> {
  const own = startedWorks;
  const plan = planChoice.value;
  status.value = 'ひな形をつくっています…';
  try {
    const { loadPlanFiles } = await import('./plan-files.ts');
    const planFiles = await loadPlanFiles(plan);
    const { saveTemplate } = await import('./saved-template.ts');
    const name = planFiles && (await saveTemplate(table, planFiles));
    if (name !== null && own === startedWorks) status.value = `ひな形「${name}」をつくりました。`;
  } catch (error) {
    reportError(error);
    if (own === startedWorks) status.value = `ひな形をつくれませんでした。${RELOAD}`;
  }
}

/** Checks the first of some files, and offers several with a button for each. Without files, no button stays. */
function openFiles(files: readonly File[], notice = ''): void {
  const buttons = files.map(({ name }) => createElement('button', { type: 'button' }, replaceControls(name)));
  const open = (chosen: number) => {
    for (const [at, button] of buttons.entries()) button.setAttribute('aria-pressed', String(at === chosen));
    if (files[chosen]) void openFile(files[chosen]);
  };
  fileButtons.onclick = ({ target }) => {
    if (target !== fileButtons) open(buttons.findIndex((button) => button === target));
  };
  fileButtons.replaceChildren(...buttons);
  fileButtons.hidden = files.length < 2;
  several.value =
    (files.length < 2 ? '' : `選んだ${files.length}個のファイルは、1つずつ調べます。下のボタンで選べます。`) + notice;
  open(0);
}

/** Checks a table without a file. */
function runInstead(table: UploadedTable): void {
  file.value = '';
  openFiles([]);
  void run(table);
}

/** Checks dropped files. Says so if a folder, a link or a picture of a page is dropped. */
function openDropped({ items, files }: DataTransfer): void {
  const folders = [...items].flatMap((item) => item.webkitGetAsEntry() ?? []).filter((entry) => entry.isDirectory);
  const names = folders.map(({ name }) => name);
  const notice = names.map((name) => `「${replaceControls(name)}」はフォルダなので、調べられません。`).join('');
  // A dropped folder is also among the files.
  const tables = [...files].filter(({ name }) => !names.includes(name));
  file.value = '';
  openFiles(tables, tables.length > 0 ? notice : '');
  if (tables.length === 0)
    beginWork(`${notice || 'ファイルではないので、調べられません。'}表のファイルを選んでください。`);
}

// Without a value, the browser also reports a choice of the same file, which the user has corrected.
file.addEventListener('click', () => {
  file.value = '';
});
file.addEventListener('change', () => {
  if (file.files?.length) openFiles([...file.files]);
});
for (const choice of [kind, yearChoice, sourceChoice, planChoice])
  choice.addEventListener('change', () => {
    if (last) void run(last, CHOICE_PAUSE);
  });
/** Shows what a chosen plan needs, with the documents of its municipality. Without a plan, keeps the chosen document. */
function showPlanChoices(): void {
  planParts.hidden = planChoice.value === '';
  if (planParts.hidden) return;
  const { municipality } = planChoice.selectedOptions[0]?.dataset ?? {};
  const own = sourceOptions.filter((one) => one.value === '' || one.dataset.municipality === municipality);
  const { value } = sourceChoice;
  sourceChoice.replaceChildren(...own);
  sourceChoice.value = own.some((one) => one.value === value) ? value : '';
}
planChoice.addEventListener('change', showPlanChoices);
// After a step back, the browser chooses the plan again without a change.
addEventListener('pageshow', showPlanChoices);
planParts.addEventListener('click', ({ target }) => {
  const table = target instanceof HTMLButtonElement && findTableByFileName(target.dataset.template ?? '');
  if (table) void offerTemplate(table);
});
getElement('check-paste', HTMLButtonElement).addEventListener('click', () => {
  if (text.value.trim() === '') {
    status.value = '表が貼りつけられていません。';
    text.ariaInvalid = 'true';
    text.focus();
  } else runInstead(parsePastedTable(text.value));
});
getElement('check-sample', HTMLButtonElement).addEventListener('click', () => {
  const isCurrent = beginWork('');
  import('./sample-table.ts').then(
    ({ SAMPLE_TABLE }) => {
      if (isCurrent()) runInstead({ name: 'indicators.csv', bytes: new TextEncoder().encode(SAMPLE_TABLE) });
    },
    (error: unknown) => {
      if (isCurrent()) fail(`見本を読みこめませんでした。${RELOAD}`, error);
    },
  );
});

// A file can be dropped anywhere: otherwise the browser would open a file that is dropped outside the box.
const drop = getElement('check-drop', HTMLElement);
/** Returns true for files, pictures of a page and links. The browser puts text that is dragged into the box there. */
const isTaken = ({ dataTransfer, target }: DragEvent) =>
  dataTransfer?.types.some((type) => type === 'Files' || (type === 'text/uri-list' && target !== text)) === true;
document.addEventListener('dragover', (event) => {
  if (!isTaken(event)) return;
  event.preventDefault();
  drop.classList.add('over');
});
document.addEventListener('dragleave', (event) => {
  if (event.relatedTarget === null) drop.classList.remove('over');
});
document.addEventListener('drop', (event) => {
  drop.classList.remove('over');
  if (!isTaken(event)) return;
  event.preventDefault();
  if (event.dataTransfer) openDropped(event.dataTransfer);
});
document.addEventListener('paste', (event) => {
  if (event.target === text) return;
  const copied = event.clipboardData?.getData('text/plain') ?? '';
  // Excel copies cells as text and also as a picture. The text beside a file is its name.
  const isTable = /[\t\n]/.test(copied);
  if (isTable) runInstead(parsePastedTable(copied));
  const files = isTable ? [] : [...(event.clipboardData?.files ?? [])];
  if (files.length > 0) {
    file.value = '';
    openFiles(files);
  }
  if (isTable || files.length > 0) event.preventDefault();
});

getElement('check-needs-script', HTMLElement).hidden = true;
status.value = '';
getElement('check-tool', HTMLElement).hidden = false;

// The browser loads these parts now, so that the check works without a network later.
// Chrome does not load a script again after a failed import.
void loadParts();
void import('./plan-files.ts');
void import('./sample-table.ts');
