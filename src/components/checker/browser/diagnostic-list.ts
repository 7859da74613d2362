import type { FileValidation } from '../../../validation/validate-file.ts';
import { type Diagnostic, severityLabels } from '../../../diagnostics/diagnostic.ts';
import type { InputRow } from '../../../input/input-rows.ts';
import { formatCellReference, isExcelFile } from '../../../diagnostics/cell-reference.ts';
import { createElement } from '../../browser/dom-elements.ts';

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

/** A problem with its number, from 1, and its place in the table. */
export interface NumberedDiagnostic {
  readonly number: number;
  readonly problem: Diagnostic;
  readonly mark: CellAnchor | null;
}

/** The id of a problem's entry in the list. */
export const getDiagnosticId = (number: number) => `problem-${number}`;

/** What a problem is called where its cell links back to it: `まちがい 3`. */
export const formatDiagnosticName = ({ number, problem }: NumberedDiagnostic) =>
  `${severityLabels[problem.level]} ${number}`;

/** Where a problem stands, in words: `5行めの「現状値」`, in a workbook `C5 の「現状値」`. */
function placeOf({ file, line, column, field }: Diagnostic): string {
  const place = isExcelFile(file) ? `${formatCellReference(line, column)} ` : `${line}行め`;
  return field === '' ? place.trim() : `${place}の「${field}」`;
}

/**
 * One entry of the list of problems: its place, which leads to the cell, what is wrong and what to write instead.
 * @param explained the address of the page that explains every message
 */
export function createDiagnosticEntry(one: NumberedDiagnostic, explained: string): HTMLLIElement {
  const { problem, number, mark } = one;
  const place = placeOf(problem);
  const code = createElement(
    'a',
    { href: `${explained}#${problem.code}`, target: '_blank', class: 'code' },
    problem.code,
    createElement('span', { class: 'hidden-text' }, '（くわしい説明を新しいタブで開く）'),
  );
  return createElement(
    'li',
    {
      id: getDiagnosticId(number),
      tabindex: '-1',
      class: problem.level,
      'data-code': problem.code,
      'data-level': problem.level,
      'data-line': String(problem.line),
      'data-column': String(problem.column),
      'data-field': problem.field,
    },
    createElement('span', { class: 'level' }, formatDiagnosticName(one)),
    ' ',
    mark ? createElement('a', { href: `#${getAnchorId(mark)}` }, place) : place,
    createElement('p', { class: 'what' }, problem.message),
    createElement('p', {}, `→ ${problem.hint}`),
    createElement('p', { class: 'note' }, '問題の名前：', code),
  );
}
