import type { Issue } from '../diagnostics/diagnostic.ts';

/** A position in a file: line and column, from 1. */
export type InputPosition = Readonly<{ line: number; column: number }>;

/** An issue at a position of a file. */
export type LocatedIssue = InputPosition & Readonly<{ issue: Issue }>;

/** The beginning of a file. */
export const FILE_START: InputPosition = { line: 1, column: 1 };

/** The issue that prevents reading a file. */
export type UnreadableFile = LocatedIssue & Readonly<{ ok: false }>;

export const refuseInput = (issue: Issue, position = FILE_START): UnreadableFile => ({ ok: false, issue, ...position });

/** The message of a parser that could not read a text. */
export type UnparsableText = InputPosition & Readonly<{ ok: false; detail: string }>;

/** A row of a file: its cells, and their positions. */
export interface InputRow {
  readonly cells: readonly string[];
  /** The line of the row's first character, from 1; in a sheet, the row's number. */
  readonly line: number;
  /** The index (from 0) of the cell at which the row's quotes begin to be unbalanced; null if they are balanced. */
  readonly brokenFrom: number | null;
  /** The indexes of the last columns of merged cells, by the indexes of their first ones. */
  readonly merged?: ReadonlyMap<number, number>;
  /** Returns where the cell with this index (from 0) begins: in characters of a text, in columns of a sheet. */
  readonly locate: (index: number) => InputPosition;
}

/**
 * Receives one row. `locate` finds its cells again from `line` and `start`, so that nothing else is stored for a
 * million rows. Only the file itself can interpret `start`.
 */
export type RowVisitor = (cells: readonly string[], line: number, start: number, brokenFrom: number | null) => void;

/** The rows of a file that are not empty, in the same form for every kind of file. */
export interface InputRows {
  /** True if all rows have the same number of cells, as in a sheet: then no row can have too many. */
  readonly grid: boolean;
  /** Issues of the file and its cells: merged cells, formulas. Those above the headings do not matter. */
  readonly issues: readonly LocatedIssue[];
  /** Calls a function with every row, from the first to the last. */
  readonly visitRows: (visit: RowVisitor) => void;
  /** Returns where the cell with this index begins, in the row that was visited with this line and start. */
  readonly locate: (line: number, start: number, index: number) => InputPosition;
}

/** Returns the rows as a list, for callers that need all cells at the same time. */
export function listRows(rows: InputRows): InputRow[] {
  const list: InputRow[] = [];
  const mergedCells = rows.issues.filter(({ issue }) => issue.code === 'merged-cells');
  const byLine = Map.groupBy(mergedCells, ({ line }) => line);
  rows.visitRows((cells, line, start, brokenFrom) => {
    const ends = byLine.get(line)?.map(({ column, issue }) => [column - 1, Number(issue.values.end) - 1] as const);
    const locate = (index: number) => rows.locate(line, start, index);
    list.push({ cells, line, brokenFrom, ...(ends && { merged: new Map(ends) }), locate });
  });
  return list;
}

/** True for a cell that contains more than white space. */
export const isFilledCell = (cell: string | undefined): boolean => cell !== undefined && cell.trim() !== '';
