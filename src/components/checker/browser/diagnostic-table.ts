import type { InputRow } from '../../../input/input-rows.ts';
import type { FileValidation } from '../../../validation/validate-file.ts';
import { createElement } from '../../browser/dom-elements.ts';
import { formatDiagnosticName, getAnchorId, getDiagnosticId, type NumberedDiagnostic } from './diagnostic-list.ts';

/** The table shows at least this many rows, with or without diagnostics. */
const FIRST = 200;

/** Returns the number of rows that the table leaves out because they have no diagnostics. */
export function countHiddenRows({ rows }: FileValidation, diagnostics: readonly NumberedDiagnostic[]): number {
  const extraRows = new Set(diagnostics.flatMap(({ anchor }) => (anchor && anchor.row >= FIRST ? [anchor.row] : [])));
  return Math.max(rows.length - FIRST, 0) - extraRows.size;
}

/** Marks a cell: adds an id, and a link to each diagnostic. */
function markCell(cell: HTMLElement, diagnostics: readonly NumberedDiagnostic[]): void {
  const [first] = diagnostics;
  if (!first?.anchor) return;
  cell.id = getAnchorId(first.anchor);
  cell.tabIndex = -1;
  cell.classList.add('fault', diagnostics.some(({ diagnostic }) => diagnostic.level === 'error') ? 'error' : 'warning');
  for (const entry of diagnostics)
    cell.append(
      ' ',
      createElement('a', { href: `#${getDiagnosticId(entry.number)}`, class: 'back' }, formatDiagnosticName(entry)),
    );
}

/** Creates the table of the file with its diagnostics marked. */
export function createDiagnosticTable(
  { rows, headerIndex }: FileValidation,
  diagnostics: readonly NumberedDiagnostic[],
): HTMLTableElement {
  const byAnchor = Map.groupBy(diagnostics, ({ anchor }) => (anchor ? getAnchorId(anchor) : ''));
  const width = (rows[headerIndex]?.cells.findLastIndex((cell) => cell.trim() !== '') ?? -1) + 1;
  const createRow = (row: InputRow, index: number) => {
    const number = createElement('th', { scope: 'row', class: 'num' }, String(row.line));
    markCell(number, byAnchor.get(getAnchorId({ row: index, cell: null })) ?? []);
    const filledWidth = row.cells.findLastIndex((cell) => cell.trim() !== '') + 1;
    const cells = Array.from({ length: Math.max(width, filledWidth) }, (_, cellIndex) => {
      const text = row.cells[cellIndex] ?? '';
      const cell = index === headerIndex ? createElement('th', { scope: 'col' }, text) : createElement('td', {}, text);
      markCell(cell, byAnchor.get(getAnchorId({ row: index, cell: cellIndex })) ?? []);
      return cell;
    });
    return createElement('tr', {}, number, ...cells);
  };
  const marked = new Set(diagnostics.flatMap(({ anchor }) => (anchor ? [anchor.row] : [])));
  const shown = rows.flatMap((row, index) =>
    index < FIRST || marked.has(index) ? [{ index, element: createRow(row, index) }] : [],
  );
  const elements = shown.map(({ element }) => element);
  const headLength = shown.filter(({ index }) => index <= headerIndex).length;
  return createElement(
    'table',
    {},
    createElement('caption', { class: 'hidden-text' }, '調べた表。左はしの数は、ファイルの行の番号です。'),
    createElement('thead', {}, ...elements.slice(0, headLength)),
    createElement('tbody', {}, ...elements.slice(headLength)),
  );
}
