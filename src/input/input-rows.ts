import type { Issue } from '../diagnostics/diagnostic.ts';

/** A place in a file: line and column, from 1. */
export interface InputPosition {
  readonly line: number;
  readonly column: number;
}

/** A row of a file: its cells, and where each of them stands. */
export interface InputRow {
  readonly cells: readonly string[];
  /** The line of the row's first character, from 1; in a sheet, the row's number. */
  readonly line: number;
  /** The index of the cell (from 0) from which on the quotes of the row do not pair; null where they do. */
  readonly brokenFrom: number | null;
  /** Where the cell with this index (from 0) begins: in characters of a text, in columns of a sheet. */
  readonly locate: (index: number) => InputPosition;
}

/**
 * Takes one row. `start` belongs to the file the row is from: with the line, it is all that is needed to find the
 * row's cells again, so that nothing else has to be kept of a million rows.
 */
export type RowVisitor = (
  cells: readonly string[],
  line: number,
  start: number,
  broken: number | null,
) => void;

/** What is wrong at a place of a file, whatever its columns mean. */
export interface LocatedIssue extends InputPosition {
  readonly issue: Issue;
}

/** The rows of a file that are not empty, whatever kind of file it is. */
export interface InputRows {
  /** True where all rows have the same cells, as in a sheet, so that a row can't have too many. */
  readonly grid: boolean;
  /** What is wrong besides the values of cells. Above the headings it does not matter. */
  readonly issues: readonly LocatedIssue[];
  /** Shows every row, from the first to the last. */
  readonly visitRows: (visit: RowVisitor) => void;
  /** Where the cell with this index begins, of the row that was shown with this line and start. */
  readonly locate: (line: number, start: number, index: number) => InputPosition;
}

/** The rows as a list, for files of which all cells are wanted at once. */
export function listRows(rows: InputRows): InputRow[] {
  const list: InputRow[] = [];
  rows.visitRows((cells, line, start, broken) => {
    list.push({ cells, line, brokenFrom: broken, locate: (index) => rows.locate(line, start, index) });
  });
  return list;
}

/** True for a cell in which something stands. */
export const isFilledCell = (cell: string | undefined): boolean =>
  cell !== undefined && cell !== '' && cell.trim() !== '';
