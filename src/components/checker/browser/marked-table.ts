import { type InputRow, isFilledCell } from '../../../input/input-rows.ts';
import type { FileValidation } from '../../../validation/validate-file.ts';
import { createElement } from '../../browser/dom-elements.ts';
import { formatDiagnosticName, getAnchorId, getDiagnosticId, type NumberedDiagnostic } from './diagnostic-display.ts';

/** The table shows at least this many rows, with or without diagnostics. */
export const FIRST_ROWS = 200;

/** Returns the number of rows that the table leaves out because they have no diagnostics. */
export function countHiddenRows({ rows }: FileValidation, diagnostics: readonly NumberedDiagnostic[]): number {
  const extraRows = new Set(
    diagnostics.flatMap(({ anchor }) => (anchor && anchor.row >= FIRST_ROWS ? [anchor.row] : [])),
  );
  return Math.max(rows.length - FIRST_ROWS, 0) - extraRows.size;
}

/** Marks a cell: adds an id, and a link to each diagnostic. */
function markCell(cell: HTMLElement, diagnostics: readonly NumberedDiagnostic[]): void {
  const [first] = diagnostics;
  if (!first?.anchor) return;
  cell.id = getAnchorId(first.anchor);
  cell.tabIndex = -1;
  cell.classList.add('fault', diagnostics.some(({ diagnostic }) => diagnostic.level === 'error') ? 'error' : 'warning');
  for (const entry of diagnostics) {
    const href = `#${getDiagnosticId(entry.number)}`;
    cell.append(' ', createElement('a', { href, class: 'back' }, formatDiagnosticName(entry)));
  }
}

/** Creates the table of the file with its diagnostics marked. */
export function createDiagnosticTable(
  { rows, headerIndex }: FileValidation,
  diagnostics: readonly NumberedDiagnostic[],
): HTMLTableElement {
  const byAnchor = Map.groupBy(diagnostics, ({ anchor }) => (anchor ? getAnchorId(anchor) : ''));
  const measureWidth = (row: InputRow | undefined) => (row?.cells.findLastIndex(isFilledCell) ?? -1) + 1;
  const width = measureWidth(rows[headerIndex]);
  const createRow = (row: InputRow, index: number) => {
    const number = createElement('th', { scope: 'row', class: 'num' }, String(row.line));
    markCell(number, byAnchor.get(getAnchorId({ row: index, cell: null })) ?? []);
    const cells = Array.from({ length: Math.max(width, measureWidth(row)) }, (_, cellIndex) => {
      const text = row.cells[cellIndex] ?? '';
      const cell = index === headerIndex ? createElement('th', { scope: 'col' }, text) : createElement('td', {}, text);
      markCell(cell, byAnchor.get(getAnchorId({ row: index, cell: cellIndex })) ?? []);
      return cell;
    });
    return createElement('tr', {}, number, ...cells);
  };
  const marked = new Set(diagnostics.flatMap(({ anchor }) => (anchor ? [anchor.row] : [])));
  const shown = rows.flatMap((row, index) => (index < FIRST_ROWS || marked.has(index) ? [createRow(row, index)] : []));
  // The headings are among the first rows.
  const headLength = headerIndex + 1;
  return createElement(
    'table',
    {},
    createElement('caption', { class: 'hidden-text' }, '調べた表。左はしの数は、ファイルの行の番号です。'),
    createElement('thead', {}, ...shown.slice(0, headLength)),
    createElement('tbody', {}, ...shown.slice(headLength)),
  );
}
