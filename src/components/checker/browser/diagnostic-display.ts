import { bisector } from 'd3';
import { messageGroups } from '../../../diagnostics/catalogue/message-catalogue.ts';
import { type Diagnostic, severityLabels, formatCellReference, isExcelFile } from '../../../diagnostics/diagnostic.ts';
import { type InputRow, isFilledCell } from '../../../input/input-rows.ts';
import type { FileValidation } from '../../../validation/validate-file.ts';
import { createElement } from '../../browser/dom-elements.ts';

/** The cell of a diagnostic in the table on the page; `cell` is null for a whole row. */
interface CellAnchor {
  /** The index of the row, from 0. */
  readonly row: number;
  readonly cell: number | null;
}

const byLine = bisector(({ line }: InputRow) => line);

/** Returns the row and the cell of a diagnostic: only the row for a missing column, and null for a whole file. */
export function findCellAnchor(
  diagnostic: Diagnostic,
  { rows, headerIndex }: Pick<FileValidation, 'rows' | 'headerIndex'>,
): CellAnchor | null {
  // The last row that begins at this line or above.
  const row = byLine.right(rows, diagnostic.line) - 1;
  const inputRow = rows[row];
  if (!inputRow) return null;
  if (diagnostic.field === '') return { row, cell: null };
  const cell = inputRow.cells.findIndex((_, index) => {
    const { line, column } = inputRow.locate(index);
    const field = rows[headerIndex]?.cells[index]?.trim();
    return line === diagnostic.line && column === diagnostic.column && field === diagnostic.field;
  });
  return { row, cell: cell < 0 ? null : cell };
}

/** Returns the HTML id of the cell, or of the heading of the row. */
export const getAnchorId = ({ row, cell }: CellAnchor): string =>
  cell === null ? `row-${row + 1}` : `cell-${row + 1}-${cell + 1}`;

/** A diagnostic with its number, from 1, and its cell. */
export type NumberedDiagnostic = Readonly<{ number: number; diagnostic: Diagnostic; anchor: CellAnchor | null }>;

/** Returns the HTML id of the entry of a diagnostic. */
export const getDiagnosticId = (number: number) => `problem-${number}`;

/** Returns the text of a link to a diagnostic: `まちがい 3`. */
const formatDiagnosticName = ({ number, diagnostic }: NumberedDiagnostic) =>
  `${severityLabels[diagnostic.level]} ${number}`;

/** Describes the location of a diagnostic: `5行めの「現状値」`, in a workbook `C5 の「現状値」`. */
function describeLocation({ file, line, column, field }: Diagnostic): string {
  const cell = isExcelFile(file) ? `${formatCellReference(line, column)} ` : `${line}行め`;
  return field === '' ? cell.trim() : `${cell}の「${field}」`;
}

/** Creates an entry of the list: the location with a link to the cell, the message and the fix. */
export function createDiagnosticEntry(
  entry: NumberedDiagnostic,
  explanationsUrl: string,
  guideUrl: string,
): HTMLLIElement {
  const { diagnostic, number, anchor } = entry;
  const location = describeLocation(diagnostic);
  /** Creates a link that opens a tab. The note says what it shows to readers who hear the link alone. */
  const createTabLink = (href: string, text: string, note: string) =>
    createElement('a', { href, target: '_blank' }, text, createElement('span', { class: 'hidden-text' }, note));
  const { code } = diagnostic;
  const explanation = createTabLink(`${explanationsUrl}#${code}`, code, '（くわしい説明を新しいタブで開く）');
  const { chapter = '', title = '' } = messageGroups.find(({ messages }) => code in messages) ?? {};
  const guide = createTabLink(`${guideUrl}#${chapter}`, '手引き', `（「${title}」の書き方を新しいタブで開く）`);
  return createElement(
    'li',
    {
      id: getDiagnosticId(number),
      tabindex: '-1',
      class: diagnostic.level,
      'data-code': code,
      'data-level': diagnostic.level,
      'data-line': String(diagnostic.line),
      'data-column': String(diagnostic.column),
      'data-field': diagnostic.field,
    },
    createElement('span', { class: 'level' }, formatDiagnosticName(entry)),
    ' ',
    anchor ? createElement('a', { href: `#${getAnchorId(anchor)}` }, location) : location,
    createElement('p', { class: 'what' }, diagnostic.message),
    createElement('p', {}, `→ ${diagnostic.hint}`),
    createElement('p', { class: 'note' }, '問題の名前：', explanation, '　書き方：', guide),
  );
}

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
  for (const entry of diagnostics) {
    const href = `#${getDiagnosticId(entry.number)}`;
    cell.append(' ', createElement('a', { href, class: 'back' }, formatDiagnosticName(entry)));
  }
}

/** Creates a list of sentences: the first ones, and how many others there are. */
export function createList(sentences: readonly string[], limit: number): HTMLUListElement {
  const rest = sentences.length - limit;
  const shown = [...sentences.slice(0, limit), ...(rest > 0 ? [`ほかに${rest}件あります。`] : [])];
  return createElement('ul', {}, ...shown.map((sentence) => createElement('li', {}, sentence)));
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
  const shown = rows.flatMap((row, index) => (index < FIRST || marked.has(index) ? [createRow(row, index)] : []));
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
