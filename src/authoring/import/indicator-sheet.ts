import type { InputRow } from '../../input/input-rows.ts';
import { readSheetHeading, type HeadingMeaning } from './sheet-heading.ts';

/** A column of a sheet: what stands at its head, and what it means; null where that is not known. */
export interface SheetColumn {
  /** The column's place, from 0. */
  readonly index: number;
  readonly text: string;
  readonly meaning: HeadingMeaning | null;
}

/** A sheet of which the headings were found. */
export interface IndicatorSheet {
  /** The line, from 1, of the last row of headings. */
  readonly headerLine: number;
  readonly columns: readonly SheetColumn[];
  /** The rows below the headings. */
  readonly rows: readonly InputRow[];
}

/** How many rows may stand above the headings: a title, notes, a date. */
const ABOVE = 20;

/** What a cell in a row of headings says, without its line breaks. */
const textAt = (row: InputRow | undefined, index: number) =>
  (row?.cells[index] ?? '').replace(/\s+/g, ' ').trim();

/**
 * The headings of one row, or of two where the upper one holds groups: 実績 above 令和5年度 and 令和6年度. A group
 * stands at its first column alone, as merged cells are saved.
 */
function headingsIn(upper: InputRow, lower: InputRow | undefined): SheetColumn[] {
  const width = Math.max(upper.cells.length, lower?.cells.length ?? 0);
  let group = '';
  return Array.from({ length: width }, (_, index) => {
    const [above, below] = [textAt(upper, index), textAt(lower, index)];
    if (above !== '') group = above;
    const both = below === '' || below === above ? above : `${group}${below}`;
    // A year below 指標名 is no group of it; what reads better alone is alone.
    const text = readSheetHeading(both) || below === '' || !readSheetHeading(below) ? both : below;
    return { index, text, meaning: readSheetHeading(text) };
  }).filter(({ text }) => text !== '');
}

const isColumn =
  (heading: string) =>
  ({ meaning }: SheetColumn) =>
    meaning?.becomes === 'column' && meaning.heading === heading;

/** How many columns are understood; 0 where no row of indicators could be read below such headings. */
function worth(columns: readonly SheetColumn[]): number {
  const known = columns.filter(({ meaning }) => meaning !== null);
  const hasValues = known.some(
    ({ meaning }) =>
      meaning?.becomes === 'result' || meaning?.heading === '現状値' || meaning?.heading === '目標値',
  );
  return columns.some(isColumn('名称')) && hasValues ? known.length : 0;
}

/** Finds the headings of a sheet among its first rows; null where no row names the indicators and their values. */
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

/** The text of a cell on one line; empty where there is no such column. */
export function getCellText(row: InputRow, index: number | undefined): string {
  const text = index === undefined ? undefined : row.cells[index];
  return (text ?? '').replace(/\s*[\r\n]+\s*/g, ' ').trim();
}
