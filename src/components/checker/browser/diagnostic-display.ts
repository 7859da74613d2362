import { bisector } from 'd3';
import { messageGroups } from '../../../diagnostics/catalogue/message-catalogue.ts';
import { type Diagnostic, severityLabels, formatCellReference, isExcelFile } from '../../../diagnostics/diagnostic.ts';
import type { InputRow } from '../../../input/input-rows.ts';
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
export const formatDiagnosticName = ({ number, diagnostic }: NumberedDiagnostic) =>
  `${severityLabels[diagnostic.level]} ${number}`;

/** Describes the location: `5行めの「現状値」`, in a workbook `C5 の「現状値」`. A file that is no table has none. */
function describeLocation({ code, file, line, column, field }: Diagnostic): string {
  if (code === 'not-a-table') return '';
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
