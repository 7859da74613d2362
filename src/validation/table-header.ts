import { suggestChoice } from '../diagnostics/suggest-choice.ts';
import { createIssue, type Location } from '../diagnostics/diagnostic.ts';
import { type InputRows, isFilledCell } from '../input/input-rows.ts';
import type { DiagnosticReport } from '../diagnostics/diagnostic-report.ts';
import type { TableSchema } from '../tables/table-schema.ts';
import { readPeriod } from '../notation/period.ts';

/** One of the first rows of a file, which may contain the headings. */
export interface LeadingRow {
  readonly cells: readonly string[];
  readonly line: number;
  readonly start: number;
}

/** The columns of a file and their positions. */
export interface TableHeader {
  /** The index of each known column by its name in the schema. */
  readonly indexes: ReadonlyMap<string, number>;
  /** The number of columns up to the last heading. */
  readonly width: number;
  /** The number of cells in the row of headings. */
  readonly length: number;
  /** The indexes of columns without a heading: up to the last heading, or in a workbook all of them. */
  readonly untitledIndexes: readonly number[];
  /** Returns the location of a row's cell below a heading, or of its first cell if the column is missing. */
  readonly locateCell: (line: number, start: number, heading: string) => Location;
  readonly locateHeading: (index: number) => Location;
}

/** Returns a heading for comparison, without differences in width, case and spaces. */
const normalizeHeading = (heading: string) => heading.normalize('NFKC').replace(/\s/g, '').toLowerCase();

/**
 * Returns a function that finds the columns for a heading: one for its name or an alias, several for an unclear
 * alias, none for an unknown heading.
 */
export function createColumnMatcher(shape: TableSchema): (heading: string) => readonly string[] {
  const names = new Map<string, string[]>();
  for (const [name, { aliases }] of Object.entries(shape))
    for (const alias of aliases ?? [])
      names.set(normalizeHeading(alias), [...(names.get(normalizeHeading(alias)) ?? []), name]);
  for (const name of Object.keys(shape)) names.set(normalizeHeading(name), [name]);
  return (heading) => names.get(normalizeHeading(heading)) ?? [];
}

/** Maximum number of rows above the headings, such as titles and notes of printed sheets. */
export const MAX_LEADING_ROWS = 20;

/**
 * Returns the index of the row of headings, or -1 if there is none: the row with the most known headings. Below the
 * first row, a single known word may be an ordinary value, so that at least two are needed.
 */
export function findHeaderRow(rows: readonly Pick<LeadingRow, 'cells'>[], shape: TableSchema): number {
  const names = createColumnMatcher(shape);
  const counts = rows.map(({ cells }) => cells.filter((cell) => names(cell).length > 0).length);
  const most = Math.max(...counts);
  const index = counts.indexOf(most);
  return most > 1 || (most === 1 && index === 0) ? index : -1;
}

/** Characters that people and programs use in place of a comma, with their names. */
const SEPARATORS: readonly (readonly [sign: string, name: string])[] = [
  ['\t', 'タブ'],
  [';', 'セミコロン（;）'],
  ['，', '全角のコンマ（，）'],
  ['、', '読点（、）'],
];

/** Splits rows by each of the other separators. */
export function splitByOtherSeparators<R extends Pick<LeadingRow, 'cells'>>(
  rows: readonly R[],
): { readonly name: string; readonly rows: readonly R[] }[] {
  return SEPARATORS.map(([sign, name]) => ({
    name,
    rows: rows.map((row) => ({ ...row, cells: row.cells.join(',').split(sign) })),
  }));
}

/** Returns the name of the separator that divides one of these rows into headings, or null. */
export function findOtherSeparator(rows: readonly Pick<LeadingRow, 'cells'>[], shape: TableSchema): string | null {
  const split = splitByOtherSeparators(rows).find((other) => {
    const header = other.rows[findHeaderRow(other.rows, shape)];
    // A single cell contains no separator.
    return header !== undefined && header.cells.length > 1;
  });
  return split?.name ?? null;
}

/** Reads the row of headings, and reports missing, unknown, unclear and repeated columns. */
export function readTableHeader(
  file: string,
  row: LeadingRow,
  rows: InputRows,
  shape: TableSchema,
  report: DiagnosticReport,
): TableHeader {
  const { cells, line, start } = row;
  const names = createColumnMatcher(shape);
  const columns = Object.keys(shape);
  const indexes = new Map<string, number>();
  const getPrinted = (name: string) => cells[indexes.get(name) ?? -1]?.trim() ?? name;
  const width = cells.findLastIndex(isFilledCell) + 1;
  const locateHeading = (index: number): Location => ({
    file,
    ...rows.locate(line, start, index),
    field: cells[index]?.trim() ?? '',
  });
  for (const [index, cell] of cells.entries()) {
    const column = cell.trim();
    if (column === '') continue;
    const [name, ...others] = names(column);
    if (name === undefined)
      report.add(
        locateHeading(index),
        createIssue('unknown-column', { column, near: suggestChoice(column, columns), columns: columns.join('、') }),
      );
    else if (others.length > 0)
      report.add(
        locateHeading(index),
        createIssue('unclear-column', { column, names: [name, ...others].map((title) => `「${title}」`).join('か') }),
      );
    else if (!indexes.has(name)) indexes.set(name, index);
    else if (getPrinted(name) === column) report.add(locateHeading(index), createIssue('repeated-column', { column }));
    else report.add(locateHeading(index), createIssue('same-column', { column, other: getPrinted(name), name }));
  }
  for (const [column, { required }] of Object.entries(shape))
    if (required && !indexes.has(column))
      report.add({ file, line, column: 1, field: column }, createIssue('missing-column', { column }));
  return {
    indexes,
    width,
    length: cells.length,
    untitledIndexes: cells
      .slice(0, rows.grid ? cells.length : width)
      .flatMap((cell, index) => (isFilledCell(cell) ? [] : [index])),
    locateCell: (at, begin, heading) => ({
      file,
      ...rows.locate(at, begin, indexes.get(heading) ?? 0),
      field: getPrinted(heading),
    }),
    locateHeading,
  };
}

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
