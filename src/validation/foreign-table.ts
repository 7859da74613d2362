import { createIssue, type Issue } from '../diagnostics/diagnostic.ts';
import { isFilledCell } from '../input/input-rows.ts';
import { readPeriod } from '../notation/period.ts';
import { indicatorsTable } from '../tables/indicators.ts';
import { getFileName, type SourceTable, type TableSchema } from '../tables/table-schema.ts';
import { createColumnMatcher, findHeaderRow, type LeadingRow } from './table-header.ts';

/** Words and signs around the period in the heading of a column of values. */
const AROUND = /実績|現状|基準|目標|中間|最終|策定時|見込み?|計画|結果|[値数の()[\]【】〔〕:・_-]/g;

/** Words in the headings of columns beside the results. */
const PLANNED = /現状|基準|目標|中間|最終|策定時|見込|計画/;

/** A heading that tells that a table is not one of the source tables. */
interface ForeignColumn {
  readonly row: LeadingRow;
  readonly index: number;
}

/** The column of municipality codes in the open data of a site, and columns of which such a table has one or more. */
const PUBLISHED_CODE = '全国地方公共団体コード';
const PUBLISHED_IDS = ['市区町村ID', '計画ID', '項目ID', '指標ID', '統計ID'];

/** Returns the column by which a table is one of the open data that a site publishes, or null. */
export function findPublishedColumn(early: readonly LeadingRow[]): ForeignColumn | null {
  const row = early.find(
    ({ cells }) => cells.includes(PUBLISHED_CODE) && PUBLISHED_IDS.some((id) => cells.includes(id)),
  );
  return row ? { row, index: row.cells.indexOf(PUBLISHED_CODE) } : null;
}

/** Returns true for the heading of a column with the values of one period: 令和5年度実績, R6, 目標値（令和9年度）. */
function isYear(heading: string): boolean {
  const time = heading.normalize('NFKC').replace(/\s/g, '').replace(AROUND, '');
  // A bare 2023 may be a value.
  return /^\D*\d|元/.test(time) && !/^\d+$/.test(time) && readPeriod(time).ok;
}

/**
 * Returns the first column of a year in a table that lacks required columns, or null. Municipalities often keep such
 * tables: one row for each indicator, one column for each year.
 * @param early the first rows of the file
 */
export function findYearColumn(early: readonly LeadingRow[], shape: TableSchema): ForeignColumn | null {
  const names = createColumnMatcher(shape);
  const headerIndex = findHeaderRow(early, shape);
  const header = early[headerIndex];
  const present = new Set(header?.cells.flatMap((cell) => names(cell).slice(0, 1)));
  const isComplete = Object.entries(shape).every(([name, { required }]) => !required || present.has(name));
  if (isComplete) return null;
  const listYears = (row: LeadingRow) =>
    row.cells.flatMap((cell, index) =>
      isFilledCell(cell) && names(cell).length === 0 && isYear(cell) ? [{ row, index }] : [],
    );
  const years = header ? listYears(header) : [];
  const result = years.find(({ row, index }) => !PLANNED.test(row.cells[index] ?? ''));
  // Years may have their own row below 実績. Two periods in a row of values belong to a baseline and a target.
  const nearHeader = headerIndex < 0 ? early : early.slice(Math.max(headerIndex - 1, 0), headerIndex + 2);
  const planned = years.length > 1 ? years[0] : undefined;
  return result ?? planned ?? nearHeader.map(listYears).find((row) => row.length > 2)?.[0] ?? null;
}

const matchIndicatorColumn = createColumnMatcher(indicatorsTable.columns);

/** Headings of names of indicators that only `npm run import` knows: 成果指標, KPI. */
const INDICATOR_NAME = /^(?!.*(?:ID|単位|定義|説明|値)).*(?:指標|KPI)/iu;

/** Headings of values of indicators. */
const INDICATOR_VALUE = /現状|現況|基準値|実績|目標/u;

/** True for a row whose headings name indicators, so that `npm run import` can read the table. */
export function namesIndicators({ cells }: Pick<LeadingRow, 'cells'>): boolean {
  return cells.some(
    (cell) => matchIndicatorColumn(cell).includes('名称') || INDICATOR_NAME.test(cell.normalize('NFKC').trim()),
  );
}

/** Returns the column of values in a sheet of indicators without ids, as municipalities keep them; null in any other table. */
function findSheetColumn(early: readonly LeadingRow[]): ForeignColumn | null {
  for (const row of early) {
    const index = row.cells.findIndex((cell) => INDICATOR_VALUE.test(cell));
    const names = row.cells.flatMap(matchIndicatorColumn);
    if (index >= 0 && namesIndicators(row) && !names.includes('指標ID')) return { row, index };
  }
  return null;
}

/** Returns the first row with the most cells, which probably contains the headings. */
export function findFullestRow<R extends Pick<LeadingRow, 'cells'>>(rows: readonly R[]): R | undefined {
  const count = ({ cells }: Pick<LeadingRow, 'cells'>) => cells.filter(isFilledCell).length;
  const most = Math.max(...rows.map(count));
  return rows.find((row) => count(row) === most);
}

/** The number of headings that a message quotes, and of characters of each. */
const [QUOTED, LONGEST] = [5, 20];

function quoteHeadings(headings: readonly string[]): string {
  const quoted = headings.slice(0, QUOTED).map((heading) => {
    const letters = [...heading.trim()];
    return `「${letters.slice(0, LONGEST).join('')}${letters.length > LONGEST ? '…' : ''}」`;
  });
  return `${quoted.join('')}${headings.length > QUOTED ? 'など' : ''}`;
}

/**
 * Returns the issue of a table that is no source table, and the row and the heading that it is about.
 * @param early the first rows of the file; at least one
 * @param nearest the source table with the most of its headings; null if none has one
 */
export function describeForeignTable(
  early: readonly LeadingRow[],
  nearest: SourceTable | null,
): { readonly issue: Issue; readonly column: ForeignColumn } | null {
  const sheet = findSheetColumn(early);
  if (sheet) {
    const field = sheet.row.cells[sheet.index]?.trim() ?? '';
    return { issue: createIssue('indicator-sheet', { field }), column: sheet };
  }
  const row = findFullestRow(early);
  if (!row) return null;
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
