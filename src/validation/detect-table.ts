import { createIssue, type Issue } from '../diagnostics/diagnostic.ts';
import { isFilledCell, type InputRow } from '../input/input-rows.ts';
import { foldText } from '../model/japanese-text.ts';
import { listKeys } from '../model/value-lists.ts';
import { readPeriod } from '../notation/period.ts';
import { indicatorsTable } from '../tables/indicators.ts';
import { sourceTables, type SourceTableName } from '../tables/source-tables.ts';
import { getFileName, type SourceTable, type TableSchema } from '../tables/table-schema.ts';
import {
  createColumnMatcher,
  findHeaderRow,
  type LeadingRow,
  MAX_LEADING_ROWS,
  findOtherSeparator,
  splitByOtherSeparators,
} from './table-header.ts';

/** Returns the source table whose files have a name, without its ending; null if no table has it. */
export const findTableByFileName = (fileName: string): SourceTableName | null =>
  listKeys(sourceTables).find((key) => getFileName(sourceTables[key]) === fileName) ?? null;

/** The source table of a file, and how it was recognized. */
export interface TableRecognition {
  /** Null if neither the file's name nor its headings identify a table. */
  readonly table: SourceTableName | null;
  readonly by: 'name' | 'headings' | 'choice';
  /** The headings, as the file writes them, that the table shares with it. */
  readonly shared: readonly string[];
  /** The table that shares the most headings, even if they identify none; null if no table shares any. */
  readonly nearest: SourceTableName | null;
}

/** Columns that tie a row to others of the site. Tables of other origin have none of them. */
const LINK = /ID$|^コード$/u;

/**
 * Compares a row with the headings of a table. One shared heading proves nothing, because 名称 or URL is in many
 * tables: most of the required headings must be there, one of them an id, and at least half of all headings be known.
 */
function compareHeadings(cells: readonly string[], name: SourceTableName) {
  const columns: TableSchema = sourceTables[name].columns;
  const findColumns = createColumnMatcher(columns);
  const headings = cells.filter(isFilledCell);
  const shared = headings.filter((cell) => findColumns(cell).length > 0);
  const foreign = headings.length - shared.length;
  const present = new Set(shared.flatMap(findColumns));
  const required = Object.keys(columns).filter((heading) => columns[heading]?.required);
  const found = required.filter((heading) => present.has(heading));
  const links = required.filter((heading) => LINK.test(heading));
  return {
    name,
    shared: shared.map((heading) => heading.trim()),
    score: present.size - foreign - (required.length - found.length),
    isSure:
      shared.length > 1 &&
      found.length > required.length / 2 &&
      foreign <= shared.length &&
      (links.length === 0 || links.some((heading) => present.has(heading))),
  };
}

/** Compares rows with the headings of all tables; the best fit is first. */
const compareTables = (rows: readonly Pick<InputRow, 'cells'>[]) =>
  listKeys(sourceTables)
    .flatMap((name) => {
      const header = rows[findHeaderRow(rows, sourceTables[name].columns)];
      return header ? [compareHeadings(header.cells, name)] : [];
    })
    .sort((a, b) => b.score - a.score);

/**
 * Recognizes the source table of a file: the one that its name belongs to, or else the one that its headings fit best,
 * even if a wrong separator divides them.
 * @param rows the file's rows; only the first ones matter
 * @example recognizeTable('data/Tree.CSV', []).table // → 'tree'
 */
export function recognizeTable(name: string, rows: readonly InputRow[]): TableRecognition {
  const fileName = /([^/\\]+)\.(?:csv|xlsx)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  const named = findTableByFileName(fileName);
  if (named) return { table: named, by: 'name', shared: [], nearest: named };
  const leadingRows = rows.slice(0, MAX_LEADING_ROWS);
  const separations = [leadingRows, ...splitByOtherSeparators(leadingRows).map((split) => split.rows)];
  const compared = separations.map(compareTables);
  const fit = compared.flatMap((tables) => tables.find(({ isSure }) => isSure) ?? [])[0];
  const nearest = compared[0]?.toSorted((a, b) => b.shared.length - a.shared.length)[0];
  return {
    table: fit?.name ?? null,
    by: 'headings',
    shared: fit?.shared ?? [],
    nearest: fit?.name ?? nearest?.name ?? null,
  };
}

/** Says in a sentence as which table a file was checked, and why. */
export function describeRecognition({ table, by, shared }: TableRecognition): string {
  if (!table) return 'どの表かわかりませんでした。';
  const title = `${sourceTables[table].title}（${getFileName(sourceTables[table])}.csv）`;
  const headings = shared.map((heading) => `「${heading}」`).join('');
  const why = { name: 'ファイルの名前から、', headings: `見出し${headings}から、`, choice: '' }[by];
  return `${why}${title}の表として調べました。`;
}

/** Words and signs around the period in the heading of a column of values. */
const BESIDE = /実績|現状|基準|目標|中間|最終|策定時|見込み?|計画|結果|[値数の()[\]【】〔〕:・_-]/g;

/** Words in the headings of columns beside the results. */
const PLANNED = /現状|基準|目標|中間|最終|策定時|見込|計画/;

/** A heading that shows that a table is not one of the source tables. */
type ForeignColumn = Readonly<{ row: LeadingRow; index: number }>;

/** The column of municipality codes in the open data of a site. Such a table also has one of the other columns. */
const PUBLISHED_CODE = '全国地方公共団体コード';
const PUBLISHED_BESIDE_CODE = ['市区町村ID', '計画ID', '項目ID', '指標ID', '統計ID', '更新ID', '項目の数'];

/** A column of the files with the figures of one page, some of which have no codes. */
const PUBLISHED_VERSION = 'データの版';

/** Returns the column by which a table is one of the open data that a site publishes, or null. */
export function findPublishedColumn(leadingRows: readonly LeadingRow[]): ForeignColumn | null {
  const columns = leadingRows.map((row) => {
    const hasCode = PUBLISHED_BESIDE_CODE.some((heading) => row.cells.includes(heading));
    const codeIndex = hasCode ? row.cells.indexOf(PUBLISHED_CODE) : -1;
    return { row, index: codeIndex < 0 ? row.cells.indexOf(PUBLISHED_VERSION) : codeIndex };
  });
  return columns.find(({ index }) => index >= 0) ?? null;
}

/** Returns true for the heading of a column with the values of one period: 令和5年度実績, R6, 目標値（令和9年度）. */
function isYear(heading: string): boolean {
  const text = foldText(heading);
  const time = text.replace(BESIDE, '');
  // A bare 2023 or 2023/4/1 may be a value, but not 2023実績.
  const isValue = /^[\d/]+$/.test(time) && !/^\d{4}[実目計見]|[実目計見].*\d{4}$/.test(text);
  return /^\D*\d|元/.test(time) && !isValue && readPeriod(time).ok;
}

/** Returns the first column of a year in a table that lacks required columns, as municipalities keep them; or null. */
export function findYearColumn(leadingRows: readonly LeadingRow[], schema: TableSchema): ForeignColumn | null {
  const names = createColumnMatcher(schema);
  const headerIndex = findHeaderRow(leadingRows, schema);
  const header = leadingRows[headerIndex];
  const present = new Set(header?.cells.flatMap((cell) => names(cell).slice(0, 1)));
  if (Object.entries(schema).every(([name, { required }]) => !required || present.has(name))) return null;
  const listYears = (row: LeadingRow) =>
    row.cells.flatMap((cell, index) =>
      isFilledCell(cell) && names(cell).length === 0 && isYear(cell) ? [{ row, index }] : [],
    );
  const years = header ? listYears(header) : [];
  const result = years.find(({ row, index }) => !PLANNED.test(row.cells[index] ?? ''));
  // Years may have their own row below 実績. A row of values has a value below the first known heading.
  const first = header?.cells.findIndex((cell) => names(cell).length > 0) ?? -1;
  const hasPart = first >= 0 && !isFilledCell(leadingRows[headerIndex + 1]?.cells[first]);
  const nearHeader =
    headerIndex < 0 ? leadingRows : leadingRows.slice(Math.max(headerIndex - 1, 0), headerIndex + (hasPart ? 2 : 1));
  const planned = years.length > 1 ? years[0] : undefined;
  return result ?? planned ?? nearHeader.map(listYears).find((row) => row.length > 2)?.[0] ?? null;
}

const matchIndicatorColumn = createColumnMatcher(indicatorsTable.columns);

/** Headings of names of indicators that only `npm run import` reads: 成果指標, KPI. */
const INDICATOR_HEADING = /^(?!単位|.*(?:ID|[の標]単位|定義|説明|値)).*(?:指標|KPI)/isu;

/** Headings of names that `npm run import` reads if a later column has the targets: 項目, 目標値（期限）. */
export const POSSIBLE_NAMES = /^\s*(?:数値目標|目標項目|成果目標|達成目標|評価項目|項\s*目)\s*$/;

const INDICATOR_VALUE = /現状|現況|基準値|実績|目標/u;

const countCells = ({ cells }: Pick<LeadingRow, 'cells'>) => cells.filter(isFilledCell).length;

/** True for a row whose headings name indicators: `npm run import` can read such a table. A single cell is a title. */
export const namesIndicators = ({ cells }: Pick<LeadingRow, 'cells'>): boolean =>
  countCells({ cells }) > 1 &&
  cells.some((cell, at) => {
    if (POSSIBLE_NAMES.test(cell)) return cells.slice(at + 1).some((other) => other.includes('目標'));
    return matchIndicatorColumn(cell).includes('名称') || INDICATOR_HEADING.test(cell.normalize('NFKC'));
  });

/** Returns the column of values in a municipality's own sheet of indicators, without ids; null in any other table. */
function findSheetColumn(leadingRows: readonly LeadingRow[]): ForeignColumn | null {
  const hasId = ({ cells }: LeadingRow) => cells.some((cell) => matchIndicatorColumn(cell).includes('指標ID'));
  const headings = leadingRows.flatMap((row, at) => {
    if (!namesIndicators(row) || hasId(row)) return [];
    // 令和 over 5, 6 and 目標, beside an empty cell below 指標名.
    const below = leadingRows[at + 1];
    return below && !isFilledCell(below.cells[0]) ? [row, below] : [row];
  });
  const found = headings.map((row) => ({ row, index: row.cells.findIndex((cell) => INDICATOR_VALUE.test(cell)) }));
  return found.find(({ index }) => index >= 0) ?? null;
}

/** The number of headings that a message quotes, and of characters of each. */
const [MAX_QUOTED, MAX_LENGTH] = [5, 20];

function quoteHeadings(headings: readonly string[]): string {
  const quoted = headings.slice(0, MAX_QUOTED).map((heading) => {
    const letters = [...heading.trim()];
    return `「${letters.slice(0, MAX_LENGTH).join('')}${letters.length > MAX_LENGTH ? '…' : ''}」`;
  });
  return `${quoted.join('')}${headings.length > MAX_QUOTED ? 'など' : ''}`;
}

/**
 * Returns the issue of a table that is not a source table, and the row and the heading that it is about; null without rows.
 * @param leadingRows the first rows of the file
 * @param nearest the source table with the most of its headings; null if none has one
 */
export function describeForeignTable(
  leadingRows: readonly LeadingRow[],
  nearest: SourceTable | null,
): { readonly issue: Issue; readonly column: ForeignColumn } | null {
  const sheet = findSheetColumn(leadingRows);
  const field = sheet?.row.cells[sheet.index]?.trim() ?? '';
  if (sheet) return { issue: createIssue('indicator-sheet', { field }), column: sheet };
  // The first row with the most headings of the nearest table, or with the most cells, probably contains the headings.
  const [most] = leadingRows.toSorted((a, b) => countCells(b) - countCells(a));
  const row = leadingRows[findHeaderRow(leadingRows, nearest?.columns ?? {})] ?? most;
  if (!row) return null;
  const what = findOtherSeparator(leadingRows, (rows) => rows.findIndex((one) => findSheetColumn([one])));
  if (what !== null)
    return { issue: createIssue('other-separator', { where: 'セル', what }), column: { row, index: 0 } };
  const matches = createColumnMatcher(nearest?.columns ?? {});
  const shared = row.cells.filter((cell) => isFilledCell(cell) && matches(cell).length > 0);
  const missing = Object.entries(nearest?.columns ?? {}).flatMap(([name, { required }]) =>
    required && !row.cells.some((cell) => matches(cell).includes(name)) ? [name] : [],
  );
  const issue = createIssue('foreign-table', {
    headings: quoteHeadings(row.cells.filter(isFilledCell)),
    near: nearest ? `${nearest.title}（${getFileName(nearest)}.csv）` : '',
    shared: quoteHeadings(shared),
    missing: quoteHeadings(missing),
  });
  return { issue, column: { row, index: Math.max(row.cells.findIndex(isFilledCell), 0) } };
}
