import { changeUrl, countFormat, createElement, findElement, loadJson, loadOnce } from '../../browser/dom-elements.ts';
import { saveRows } from '../../browser/saved-rows.ts';
import * as tableRows from './table-rows.ts';
import type { SortOrder, ShownColumn, TableQuery, TableRecord } from './table-rows.ts';

/*
 * Turns the first rows of a table into the whole table: readers filter and sort its rows, choose its columns and save
 * what they see. The URL contains the query. The script loads all rows once, at the first action.
 */

/** The maximum number of rows on the page. The files contain the rows of the page. */
const MAX_SHOWN_ROWS = 1000;

/** The width of the columns of an Excel file, in letters. */
const FILE_WIDTH = 24;

const container = findElement(document, '[data-rows]', HTMLDivElement);
const { rows: url = '', name: fileName = '' } = container.dataset;
const table = findElement(container, 'table', HTMLTableElement);
const filter = findElement(container, '[type=search]', HTMLInputElement);
const count = findElement(container, 'output', HTMLOutputElement);
const chosen = findElement(container, '[data-chosen]', HTMLSpanElement);
const head = findElement(table, 'thead tr', HTMLTableRowElement);
const body = findElement(table, 'tbody', HTMLTableSectionElement);
const boxes = [...container.querySelectorAll<HTMLInputElement>('[type=checkbox]')];

/** The headings of columns, by the names of the columns. */
const titles = new Map(boxes.map((box) => [box.value, box.nextElementSibling?.textContent ?? '']));
const columns = {
  all: boxes.map(({ value }) => value),
  main: boxes.filter((box) => box.defaultChecked).map(({ value }) => value),
};
/** The number of rows that the page has at first. */
const firstCount = body.childElementCount;
let query = tableRows.parseTableQuery(location.search, columns);

const loadRecords = loadOnce(loadJson<readonly TableRecord[]>);

/** Loads the names of the values of a column, by value; null if they need none. */
async function loadNames({ names: url, key = '', title = '' }: DOMStringMap): Promise<ShownColumn['names']> {
  if (url === undefined) return null;
  const records = await loadRecords(url);
  return new Map(
    records.map((record) => [tableRows.formatCell(record[key] ?? null), tableRows.formatCell(record[title] ?? null)]),
  );
}

function createCell(record: TableRecord, column: ShownColumn, index: number): HTMLElement {
  const url = index === 0 ? (record.url ?? null) : undefined;
  const { tag, attributes, text, href } = tableRows.describeCell(column, record[column.name] ?? null, url);
  return createElement(tag, attributes, href !== '' ? createElement('a', { href }, text) : text);
}

/** Loads columns by their names with commas between them. The same names are the same array, so that its texts are kept. */
const loadColumns = loadOnce((names: string) =>
  Promise.all(
    names.split(',').map(async (name): Promise<ShownColumn> => {
      const { dataset = {} } = boxes.find(({ value }) => value === name) ?? {};
      const isLink = dataset.link !== undefined;
      return { name, title: titles.get(name) ?? '', isLink, names: await loadNames(dataset) };
    }),
  ),
);

/** Shows headings with buttons that sort. The headings stay if their columns do, so that the focus stays too. */
function showHead(names: readonly string[], order: SortOrder | null): void {
  if (head.dataset.columns !== names.join())
    head.replaceChildren(
      ...names.map((name) => {
        const button = createElement('button', { type: 'button', value: name }, titles.get(name) ?? '');
        return createElement('th', { scope: 'col' }, button);
      }),
    );
  head.dataset.columns = names.join();
  [...head.children].forEach((heading, index) => {
    heading.ariaSort = order !== null && names[index] === order.column ? order.way : null;
  });
}

/** Returns the order after a click on a heading: ascending, then descending, then none. */
function getNextOrder(order: SortOrder | null, column: string): SortOrder | null {
  if (order?.column !== column) return { column, way: 'ascending' };
  return order.way === 'ascending' ? { column, way: 'descending' } : null;
}

/** Returns the columns and records to show, and the line that counts them. */
async function selectRecords() {
  const { words, order, showsAllRows } = query;
  const [records, shown] = await Promise.all([loadRecords(url), loadColumns(query.columns.join())]);
  const matching = tableRows.sortRecords(tableRows.filterRecords(records, shown, words), shown, order);
  const limit = showsAllRows || words.trim() !== '' || order !== null ? MAX_SHOWN_ROWS : firstCount;
  const selected = matching.slice(0, limit);
  const isCut = selected.length > firstCount && selected.length < matching.length;
  const uncut = selected.length > 0 ? '' : '。合う行はありません。';
  const rest = isCut ? `（${countFormat.format(matching.length)}行のはじめ。ほかはファイルにあります）` : uncut;
  // A new order and a new number of columns are new texts, which screen readers say.
  const sorted = order && `、${titles.get(order.column)}の${order.way === 'ascending' ? '昇' : '降'}順`;
  const counted = `${countFormat.format(records.length)}行のうち${countFormat.format(selected.length)}行を表示`;
  const chosenColumns = shown.length === columns.main.length ? '' : `、${shown.length}列`;
  return { shown, selected, summary: `${counted}${chosenColumns}${sorted ?? ''}${rest}` };
}

function showControls(): void {
  if (filter.value !== query.words) filter.value = query.words;
  for (const box of boxes) box.checked = query.columns.includes(box.value);
  chosen.textContent = `${boxes.length}のうち${query.columns.length}`;
}

let runningTasks = 0;

/** Runs a task, and says so if it fails and still matters. The table is busy until the last task ends. */
async function attempt(task: () => Promise<void>, failure: string, isCurrent = () => true): Promise<void> {
  table.ariaBusy = 'true';
  runningTasks += 1;
  await task().catch((error: unknown) => {
    reportError(error);
    if (isCurrent()) count.value = `${failure}もう一度試すか、ページを読みこみ直してください。`;
  });
  runningTasks -= 1;
  if (runningTasks === 0) table.ariaBusy = 'false';
}

/** Shows the rows of the query, unless a newer query shows its own. */
function show(): void {
  showControls();
  const asked = query;
  const isCurrent = () => asked === query;
  const showRows = async () => {
    const { shown, selected, summary } = await selectRecords();
    if (!isCurrent()) return;
    showHead(asked.columns, asked.order);
    const rows = selected.map((record) => shown.map((column, index) => createCell(record, column, index)));
    body.replaceChildren(...rows.map((cells) => createElement('tr', {}, ...cells)));
    count.value = summary;
  };
  void attempt(showRows, '行を読みこめませんでした。', isCurrent);
}

/** Shows a changed query, and writes it into the URL. */
function change(part: Partial<TableQuery>): void {
  const changed = { ...query, ...part };
  query = changed.columns.includes(changed.order?.column ?? '') ? changed : { ...changed, order: null };
  changeUrl(`${location.pathname}${tableRows.formatTableQuery(query, columns)}${location.hash}`);
  show();
}

/** Saves the rows of the query as a file. */
async function save(format: string): Promise<void> {
  const asked = query;
  const { shown, selected, summary } = await selectRecords();
  // An earlier failure is over.
  if (asked === query) count.value = summary;
  const { headings, rows } = tableRows.createFileRows(shown, selected);
  const widths = headings.map(() => FILE_WIDTH);
  await saveRows(`${fileName}-selected`, format, { name: '表示中の行', headings, rows, widths });
}

filter.addEventListener('input', () => {
  change({ words: filter.value });
});
container.addEventListener('change', ({ target }) => {
  if (target === filter) return;
  const checked = boxes.filter((box) => box.checked).map(({ value }) => value);
  change({ columns: tableRows.chooseColumns(columns, checked) });
});
container.addEventListener('click', ({ target }) => {
  if (!(target instanceof HTMLButtonElement)) return;
  const { whole, save: format, columns: set } = target.dataset;
  // Only the buttons of headings have a value.
  if (target.value !== '') change({ order: getNextOrder(query.order, target.value) });
  if (whole !== undefined) change({ showsAllRows: true, words: '', order: null });
  if (set !== undefined) change({ columns: set === 'all' ? columns.all : columns.main });
  if (format !== undefined) void attempt(() => save(format), 'ファイルをつくれませんでした。');
});
addEventListener('popstate', () => {
  const asked = tableRows.parseTableQuery(location.search, columns);
  // A link within the page, such as the one to its main part, loads no rows.
  if (tableRows.formatTableQuery(asked, columns) === tableRows.formatTableQuery(query, columns)) return;
  query = asked;
  show();
});
showControls();
showHead(columns.main, null);
if (tableRows.formatTableQuery(query, columns) !== '') show();
container.classList.add('ready');
