import type { DiagnosticReport } from '../diagnostics/diagnostic-report.ts';
import type { Location } from '../diagnostics/diagnostic.ts';
import { suggestChoice } from '../diagnostics/suggest-choice.ts';
import { type InputRows, isFilledCell } from '../input/input-rows.ts';
import { memoizeByObject } from '../model/collections.ts';
import { foldCase } from '../model/japanese-text.ts';
import type { SourceColumn, TableSchema } from '../tables/table-schema.ts';

/** One of the first rows of a file, which may contain the headings. */
export type LeadingRow = Readonly<{ cells: readonly string[]; line: number; start: number }>;

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

/** Returns the columns of each heading, by its folded name. */
const listColumnNames = memoizeByObject((schema: TableSchema): ReadonlyMap<string, readonly string[]> => {
  const names = new Map<string, string[]>();
  for (const [name, { aliases }] of Object.entries(schema))
    for (const alias of aliases ?? []) names.set(foldCase(alias), [...(names.get(foldCase(alias)) ?? []), name]);
  for (const name of Object.keys(schema)) names.set(foldCase(name), [name]);
  return names;
});

/** Returns a function that finds the columns for a heading: several for an unclear alias, none if it is unknown. */
export function createColumnMatcher(schema: TableSchema): (heading: string) => readonly string[] {
  const names = listColumnNames(schema);
  return (heading) => names.get(foldCase(heading)) ?? [];
}

/** Maximum number of rows above the headings, such as titles and notes of printed sheets. */
export const MAX_LEADING_ROWS = 20;

/** Returns the index of the row with the most known headings, at least two below the first row; -1 if there is none. */
export function findHeaderRow(rows: readonly Pick<LeadingRow, 'cells'>[], schema: TableSchema): number {
  const names = createColumnMatcher(schema);
  const counts = rows.map(({ cells }) => cells.filter((cell) => names(cell).length > 0).length);
  const most = Math.max(...counts);
  const index = counts.indexOf(most);
  return most > 1 || (most === 1 && index === 0) ? index : -1;
}

/** Returns the index of the row of headings, or -1, and the column of each cell in it: '' if none or several fit. */
export function findColumns(rows: readonly Pick<LeadingRow, 'cells'>[], schema: TableSchema) {
  const headerRow = findHeaderRow(rows.slice(0, MAX_LEADING_ROWS), schema);
  const names = createColumnMatcher(schema);
  const columns = (rows[headerRow]?.cells ?? []).map((cell) => {
    const [name = '', ...others] = names(cell);
    return others.length === 0 ? name : '';
  });
  return { headerRow, columns };
}

/** Characters that people and programs use instead of a comma, with their names. */
const SEPARATORS: readonly (readonly [sign: string, name: string])[] = [
  ['\t', 'タブ'],
  [';', 'セミコロン（;）'],
  ['，', '全角のコンマ（，）'],
  ['、', '読点（、）'],
];

/** Splits rows by each of the other separators. */
export const splitByOtherSeparators = <R extends Pick<LeadingRow, 'cells'>>(
  rows: readonly R[],
): { readonly name: string; readonly rows: readonly R[] }[] =>
  SEPARATORS.map(([sign, name]) => ({
    name,
    rows: rows.map((row) => ({ ...row, cells: row.cells.join(',').split(sign) })),
  }));

/**
 * Returns the name of the separator that divides a row of headings and the row below it, or null. Commas may divide
 * numbers below (38,2), and a title may contain any sign.
 */
export function findOtherSeparator<R extends Pick<LeadingRow, 'cells'>>(
  rows: readonly R[],
  findHeader: (rows: readonly R[]) => number,
): string | null {
  const split = splitByOtherSeparators(rows).find((other) => {
    const at = findHeader(other.rows);
    const isDivided = other.rows.slice(at, at + 2).every(({ cells }) => cells.length > 1);
    return isDivided && rows[at]?.cells.filter(isFilledCell).length === 1;
  });
  return split?.name ?? null;
}

/** Returns the name of another separator between known headings in one cell, such as 指標ID，時点; or null. */
export function findHeadingSeparator(rows: readonly Pick<LeadingRow, 'cells'>[], schema: TableSchema): string | null {
  const names = createColumnMatcher(schema);
  const divides = (cell: string, sign: string) =>
    cell.includes(sign) && cell.split(sign).every((part) => names(part).length > 0);
  return SEPARATORS.find(([sign]) => rows.some(({ cells }) => cells.some((cell) => divides(cell, sign))))?.[1] ?? null;
}

/** Returns the only absent column that shares two Han letters with a heading, as 目標値 with R8目標; else ''. */
function findRenamed(heading: string, absent: readonly string[]): string {
  const pairs = Array.from(heading.matchAll(/(?=(\p{Script=Han}{2}))/gu), ([, pair = '']) => pair);
  const [first = '', ...others] = absent.filter((name) => pairs.some((pair) => name.includes(pair)));
  return others.length === 0 ? first : '';
}

/** True for a required column without which rows can be compared: no check within a table needs the sources. */
export const canCheckWithout = ({ references }: SourceColumn): boolean => references === 'sources';

/** The rows of a file, and what they are parsed with. */
export interface TableInput<S extends TableSchema> {
  readonly file: string;
  readonly rows: InputRows;
  readonly schema: S;
  /** The plan that the file belongs to; null if unknown. */
  readonly plan: string | null;
  readonly report: DiagnosticReport;
}

/** Reads the row of headings, and reports missing, unknown, unclear and repeated columns. */
export function readTableHeader(
  { cells, line, start }: LeadingRow,
  { file, rows, schema, report }: TableInput<TableSchema>,
): TableHeader {
  const names = createColumnMatcher(schema);
  const columns = Object.keys(schema);
  const absent = columns.filter((one) => !cells.some((cell) => names(cell.trim())[0] === one));
  const needed = absent.filter((name) => schema[name]?.required);
  const isUnknown = (cell: string) => isFilledCell(cell) && names(cell.trim()).length === 0;
  const only = needed.length === 1 && cells.filter(isUnknown).length === 1 ? (needed[0] ?? '') : '';
  const indexes = new Map<string, number>();
  const misspelt = new Map<string, string>();
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
    if (name === undefined) {
      // 実績値（人）
      const [plain = ''] = names(column.replace(/ ?[（(][^（(]*[）)]$/, ''));
      const similar = absent.includes(plain) ? plain : suggestChoice(column, absent);
      const near = similar || findRenamed(column, needed) || findRenamed(column, absent);
      misspelt.set(near || only, column);
      report.add(locateHeading(index), 'unknown-column', { column, near, columns: columns.join('、') });
    } else if (others.length > 0)
      report.add(locateHeading(index), 'unclear-column', {
        column,
        names: [name, ...others].map((title) => `「${title}」`).join('か'),
      });
    else if (!indexes.has(name)) indexes.set(name, index);
    else if (getPrinted(name) === column) report.add(locateHeading(index), 'repeated-column', { column });
    else report.add(locateHeading(index), 'same-column', { column, other: getPrinted(name), name });
  }
  for (const [name, column] of Object.entries(schema))
    if (column.required && !indexes.has(name)) {
      const values = { column: name, near: misspelt.get(name) ?? '', unlinked: canCheckWithout(column) ? '' : 1 };
      report.add({ file, line, column: 1, field: name }, 'missing-column', values);
    }
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
