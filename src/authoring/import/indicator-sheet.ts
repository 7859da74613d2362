import type { InputRow } from '../../input/input-rows.ts';
import { readSheetHeading, type HeadingMeaning } from './sheet-heading.ts';

/** A column of a sheet with its heading and meaning; the meaning is null if unknown. */
export interface SheetColumn {
  /** The column's index, from 0. */
  readonly index: number;
  readonly text: string;
  readonly meaning: HeadingMeaning | null;
}

/** A sheet whose headings are known. */
export interface IndicatorSheet {
  /** The line, from 1, of the last row of headings. */
  readonly headerLine: number;
  readonly columns: readonly SheetColumn[];
  /** The rows below the headings. */
  readonly rows: readonly InputRow[];
}

/** Maximum number of rows above the headings: a title, notes, a date. */
const ABOVE = 20;

/** Returns the text of a heading without line breaks. */
const textAt = (row: InputRow | undefined, index: number) => (row?.cells[index] ?? '').replace(/\s+/g, ' ').trim();

/**
 * Returns the headings of one row, or of two if the upper row contains groups: 実績 above 令和5年度 and 令和6年度. Only the
 * first column of a group has its name, as merged cells are saved.
 */
function headingsIn(upper: InputRow, lower: InputRow | undefined): SheetColumn[] {
  const width = Math.max(upper.cells.length, lower?.cells.length ?? 0);
  let group = '';
  return Array.from({ length: width }, (_, index) => {
    const [above, below] = [textAt(upper, index), textAt(lower, index)];
    if (above !== '') group = above;
    const both = below === '' || below === above ? above : `${group}${below}`;
    // A year below 指標名 does not belong to it.
    const text = readSheetHeading(both) || below === '' || !readSheetHeading(below) ? both : below;
    return { index, text, meaning: readSheetHeading(text) };
  }).filter(({ text }) => text !== '');
}

const isColumn =
  (heading: string) =>
  ({ meaning }: SheetColumn) =>
    meaning?.becomes === 'column' && meaning.heading === heading;

/** Returns the number of known columns, or 0 if rows of indicators can't be read with these headings. */
function worth(columns: readonly SheetColumn[]): number {
  const known = columns.filter(({ meaning }) => meaning !== null);
  const hasValues = known.some(
    ({ meaning }) => meaning?.becomes === 'result' || meaning?.heading === '現状値' || meaning?.heading === '目標値',
  );
  return columns.some(isColumn('名称')) && hasValues ? known.length : 0;
}

/** Finds the headings of a sheet among its first rows; null if no row names indicators and values. */
export function readIndicatorSheet(rows: readonly InputRow[]): IndicatorSheet | null {
  let best: { worth: number; sheet: IndicatorSheet } | null = null;
  for (const [at, row] of rows.slice(0, ABOVE).entries())
    for (const height of [1, 2]) {
      const lower = height === 2 ? rows[at + 1] : undefined;
      if (height === 2 && !lower) continue;
      const columns = headingsIn(row, lower);
      const here = worth(columns);
      if (here <= (best?.worth ?? 0)) continue;
      const headLine = (lower ?? row).line;
      best = { worth: here, sheet: { headerLine: headLine, columns, rows: rows.slice(at + height) } };
    }
  return best?.sheet ?? null;
}

/** Returns the text of a cell on one line; empty if there is no such column. */
export function getCellText(row: InputRow, index: number | undefined): string {
  const text = index === undefined ? undefined : row.cells[index];
  return (text ?? '').replace(/\s*[\r\n]+\s*/g, ' ').trim();
}
