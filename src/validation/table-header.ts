import { suggestChoice } from '../diagnostics/suggest-choice.ts';
import { createIssue, type Location } from '../diagnostics/diagnostic.ts';
import { type InputRows, isFilledCell } from '../input/input-rows.ts';
import type { DiagnosticReport } from '../diagnostics/diagnostic-report.ts';
import type { TableSchema } from '../tables/table-schema.ts';
import { readPeriod } from '../notation/period.ts';

/** A row above or at the headings, kept until it is known which. */
export interface LeadingRow {
  readonly cells: readonly string[];
  readonly line: number;
  readonly start: number;
}

/** The columns of a file, and where they stand. */
export interface TableHeader {
  /** The index of each known column by its name in the shape. */
  readonly indexes: ReadonlyMap<string, number>;
  /** How many columns there are up to the last heading. */
  readonly width: number;
  /** How many cells the row of the headings has. */
  readonly length: number;
  /** The indexes of columns without a heading: up to the last heading, or in a sheet all of them. */
  readonly untitledIndexes: readonly number[];
  /** The place of a row's cell under a heading; of its first cell where the file lacks that column. */
  readonly locateCell: (line: number, start: number, heading: string) => Location;
  /** The place of the heading with this index. */
  readonly locateHeading: (index: number) => Location;
}

/** A heading as it is compared: width, case and spaces mean nothing. */
const folded = (heading: string) => heading.normalize('NFKC').replace(/\s/g, '').toLowerCase();

/**
 * Gives, for a heading as it stands in a file, the columns of a shape that it may name: one for its own name or an
 * alias, several for an alias that is not clear, none for a heading that is not known.
 */
export function createColumnMatcher(shape: TableSchema): (heading: string) => readonly string[] {
  const names = new Map<string, string[]>();
  for (const [name, { aliases }] of Object.entries(shape))
    for (const alias of aliases ?? []) names.set(folded(alias), [...(names.get(folded(alias)) ?? []), name]);
  for (const name of Object.keys(shape)) names.set(folded(name), [name]);
  return (heading) => names.get(folded(heading)) ?? [];
}

/** How many rows may stand above the headings: titles and notes, as printed sheets have them. */
export const MAX_LEADING_ROWS = 20;

/**
 * Finds the row of the headings: among the first rows, the one that knows most of them. Below the first row, one word
 * that is a heading may be a value like any other; two are not.
 * @returns the index of the row, or -1 where there is none
 */
export function findHeaderRow(rows: readonly Pick<LeadingRow, 'cells'>[], shape: TableSchema): number {
  const names = createColumnMatcher(shape);
  const known = rows.map(({ cells }) => cells.filter((cell) => names(cell).length > 0).length);
  const most = Math.max(...known);
  const found = known.indexOf(most);
  return most > 1 || (most === 1 && found === 0) ? found : -1;
}

/** What people and programs part cells with in place of a comma, and what it is called. */
const SEPARATORS: readonly (readonly [sign: string, name: string])[] = [
  ['\t', 'タブ'],
  [';', 'セミコロン（;）'],
  ['，', '全角のコンマ（，）'],
  ['、', '読点（、）'],
];

/** The rows as they would be with each of the other separators, and the separator's name. */
export function splitByOtherSeparators<R extends Pick<LeadingRow, 'cells'>>(
  rows: readonly R[],
): { readonly name: string; readonly rows: readonly R[] }[] {
  return SEPARATORS.map(([sign, name]) => ({
    name,
    rows: rows.map((row) => ({ ...row, cells: row.cells.join(',').split(sign) })),
  }));
}

/** The name of the separator that makes headings of one of these rows; null where none does. */
export function findOtherSeparator(
  rows: readonly Pick<LeadingRow, 'cells'>[],
  shape: TableSchema,
): string | null {
  const found = splitByOtherSeparators(rows).find((one) => {
    const head = one.rows[findHeaderRow(one.rows, shape)];
    // One cell is parted by nothing, whatever its words are.
    return head !== undefined && head.cells.length > 1;
  });
  return found?.name ?? null;
}

/** Notes missing, unknown, unclear and repeated columns; gives the ones that can be read. */
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
  const printed = (name: string) => cells[indexes.get(name) ?? -1]?.trim() ?? name;
  const width = cells.findLastIndex(isFilledCell) + 1;
  const head = (index: number): Location => ({
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
        head(index),
        createIssue('unknown-column', {
          column,
          near: suggestChoice(column, columns),
          columns: columns.join('、'),
        }),
      );
    else if (others.length > 0)
      report.add(
        head(index),
        createIssue('unclear-column', {
          column,
          names: [name, ...others].map((one) => `「${one}」`).join('か'),
        }),
      );
    else if (!indexes.has(name)) indexes.set(name, index);
    else if (printed(name) === column) report.add(head(index), createIssue('repeated-column', { column }));
    else report.add(head(index), createIssue('same-column', { column, other: printed(name), name }));
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
      field: printed(heading),
    }),
    locateHeading: head,
  };
}

/** What stands around a time at the head of a column of values. */
const AROUND = /実績|現状|基準|目標|中間|最終|策定時|見込み?|計画|結果|[値数の()[\]【】〔〕:・_-]/g;

/** What is said of the columns that stand beside the results. */
const PLANNED = /現状|基準|目標|中間|最終|策定時|見込|計画/;

/** A cell that is the head of a column of one year, and where it stands. */
interface YearColumn {
  readonly row: LeadingRow;
  readonly index: number;
}

/** True for the heading of a column that holds the values of one time: 令和5年度実績, R6, 目標値（令和9年度）. */
function isYear(heading: string): boolean {
  const time = heading.normalize('NFKC').replace(/\s/g, '').replace(AROUND, '');
  // 2023 by itself may be a value as well as a year.
  return /^\D*\d|元/.test(time) && !/^\d+$/.test(time) && readPeriod(time).ok;
}

/**
 * Finds the first column of a year in a table that is none of the project's own: one that lacks columns it must have.
 * A city keeps its indicators like that, a row each, with the years side by side. Null where there is no such column.
 * @param early the first rows of the file
 */
export function findYearColumn(early: readonly LeadingRow[], shape: TableSchema): YearColumn | null {
  const names = createColumnMatcher(shape);
  const found = findHeaderRow(early, shape);
  const head = early[found];
  const known = new Set(head?.cells.flatMap((cell) => names(cell).slice(0, 1)));
  const whole = Object.entries(shape).every(([name, { required }]) => !required || known.has(name));
  if (whole) return null;
  const yearsOf = (row: LeadingRow) =>
    row.cells.flatMap((cell, index) =>
      isFilledCell(cell) && names(cell).length === 0 && isYear(cell) ? [{ row, index }] : [],
    );
  const own = head ? yearsOf(head) : [];
  const result = own.find(({ row, index }) => !PLANNED.test(row.cells[index] ?? ''));
  // Years may stand in a row of their own below 実績; two times in a row of values are a baseline's and a target's.
  const near = found < 0 ? early : early.slice(Math.max(found - 1, 0), found + 2);
  const planned = own.length > 1 ? own[0] : undefined;
  return result ?? planned ?? near.map(yearsOf).find((years) => years.length > 2)?.[0] ?? null;
}
