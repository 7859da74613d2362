import type { FileValidation } from '../../check/loose.ts';
import type { Diagnostic } from '../../problems/problem.ts';
import type { InputRow } from '../../read/rows.ts';

/** Where a problem is marked in the table that is shown: at a cell, or at a whole row where `cell` is null. */
export interface CellAnchor {
  /** The index of the row, from 0. */
  readonly row: number;
  readonly cell: number | null;
}

/** The index of the last row that begins at this line or above; -1 where there is none. */
function rowAt(rows: readonly InputRow[], line: number): number {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle]?.line ?? Infinity) <= line) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/**
 * Finds the row and the cell that a problem is about; null where it is about the whole file. A problem of a column
 * that the file lacks is marked at its row.
 */
export function findCellAnchor(
  problem: Diagnostic,
  { rows, headerIndex }: Pick<FileValidation, 'rows' | 'headerIndex'>,
): CellAnchor | null {
  const row = rowAt(rows, problem.line);
  const found = rows[row];
  if (!found) return null;
  if (problem.field === '') return { row, cell: null };
  const cell = found.cells.findIndex((_, index) => {
    const { line, column } = found.locate(index);
    const field = rows[headerIndex]?.cells[index]?.trim();
    return line === problem.line && column === problem.column && field === problem.field;
  });
  return { row, cell: cell < 0 ? null : cell };
}

/** The id of the cell, or of the head of the row, at which a problem is marked. */
export function getAnchorId({ row, cell }: CellAnchor): string {
  return cell === null ? `row-${row + 1}` : `cell-${row + 1}-${cell + 1}`;
}
