import type { InputRow } from '../../../input/input-rows.ts';
import { createElement } from '../../browser/dom-elements.ts';
import {
  formatDiagnosticName,
  getAnchorId,
  getDiagnosticId,
  type NumberedDiagnostic,
} from './diagnostic-list.ts';

/** The first rows, which are shown whether or not something is wrong in them. */
const FIRST = 200;

/** What the table shows. */
export interface DiagnosticTable {
  readonly rows: readonly InputRow[];
  /** The index of the row of headings; -1 where there is none. */
  readonly head: number;
  /** The problems whose rows and cells are marked. */
  readonly problems: readonly NumberedDiagnostic[];
}

/** The number of rows that hold no problem and are left out. */
export function countHiddenRows({ rows, problems }: DiagnosticTable): number {
  const far = new Set(problems.flatMap(({ mark }) => (mark && mark.row >= FIRST ? [mark.row] : [])));
  return Math.max(rows.length - FIRST, 0) - far.size;
}

/** Marks a cell: an id to link to, and a link back to each problem. */
function markCell(cell: HTMLElement, found: readonly NumberedDiagnostic[]): void {
  const [first] = found;
  if (!first?.mark) return;
  cell.id = getAnchorId(first.mark);
  cell.tabIndex = -1;
  cell.classList.add('fault', found.some(({ problem }) => problem.level === 'error') ? 'error' : 'warning');
  for (const one of found)
    cell.append(
      ' ',
      createElement(
        'a',
        { href: `#${getDiagnosticId(one.number)}`, class: 'back' },
        formatDiagnosticName(one),
      ),
    );
}

/** The table of the file, as it stands there, with what is wrong marked. */
export function createDiagnosticTable({ rows, head, problems }: DiagnosticTable): HTMLTableElement {
  const byMark = Map.groupBy(problems, ({ mark }) => (mark ? getAnchorId(mark) : ''));
  const width = (rows[head]?.cells.findLastIndex((cell) => cell.trim() !== '') ?? -1) + 1;
  const line = (row: InputRow, index: number) => {
    const number = createElement('th', { scope: 'row', class: 'num' }, String(row.line));
    markCell(number, byMark.get(getAnchorId({ row: index, cell: null })) ?? []);
    const filled = row.cells.findLastIndex((cell) => cell.trim() !== '') + 1;
    const cells = Array.from({ length: Math.max(width, filled) }, (_, at) => {
      const text = row.cells[at] ?? '';
      const cell =
        index === head ? createElement('th', { scope: 'col' }, text) : createElement('td', {}, text);
      markCell(cell, byMark.get(getAnchorId({ row: index, cell: at })) ?? []);
      return cell;
    });
    return createElement('tr', {}, number, ...cells);
  };
  const marked = new Set(problems.flatMap(({ mark }) => (mark ? [mark.row] : [])));
  const shown = rows.flatMap((row, index) =>
    index < FIRST || marked.has(index) ? [{ index, element: line(row, index) }] : [],
  );
  const part = (inHead: boolean) =>
    shown.filter(({ index }) => index <= head === inHead).map(({ element }) => element);
  return createElement(
    'table',
    {},
    createElement('caption', { class: 'hidden-text' }, '調べた表。左はしの数は、ファイルの行の番号です。'),
    createElement('thead', {}, ...part(true)),
    createElement('tbody', {}, ...part(false)),
  );
}
