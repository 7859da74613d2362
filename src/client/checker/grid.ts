import type { Row } from '../../read/rows.ts';
import { make } from '../dom.ts';
import { entryId, nameOf, type Numbered } from './list.ts';
import { markId } from './mark.ts';

/** The first rows, which are shown whether or not something is wrong in them. */
const FIRST = 200;

/** What the table shows. */
export interface Grid {
  readonly rows: readonly Row[];
  /** The index of the row of headings; -1 where there is none. */
  readonly head: number;
  /** The problems whose rows and cells are marked. */
  readonly problems: readonly Numbered[];
}

/** The number of rows that hold no problem and are left out. */
export function leftOut({ rows, problems }: Grid): number {
  const far = new Set(problems.flatMap(({ mark }) => (mark && mark.row >= FIRST ? [mark.row] : [])));
  return Math.max(rows.length - FIRST, 0) - far.size;
}

/** Marks a cell: an id to link to, and a link back to each problem. */
function markCell(cell: HTMLElement, found: readonly Numbered[]): void {
  const [first] = found;
  if (!first?.mark) return;
  cell.id = markId(first.mark);
  cell.tabIndex = -1;
  cell.classList.add('fault', found.some(({ problem }) => problem.level === 'error') ? 'error' : 'warning');
  for (const one of found)
    cell.append(' ', make('a', { href: `#${entryId(one.number)}`, class: 'back' }, nameOf(one)));
}

/** The table of the file, as it stands there, with what is wrong marked. */
export function grid({ rows, head, problems }: Grid): HTMLTableElement {
  const byMark = Map.groupBy(problems, ({ mark }) => (mark ? markId(mark) : ''));
  const width = (rows[head]?.cells.findLastIndex((cell) => cell.trim() !== '') ?? -1) + 1;
  const line = (row: Row, index: number) => {
    const number = make('th', { scope: 'row', class: 'num' }, String(row.line));
    markCell(number, byMark.get(markId({ row: index, cell: null })) ?? []);
    const filled = row.cells.findLastIndex((cell) => cell.trim() !== '') + 1;
    const cells = Array.from({ length: Math.max(width, filled) }, (_, at) => {
      const text = row.cells[at] ?? '';
      const cell = index === head ? make('th', { scope: 'col' }, text) : make('td', {}, text);
      markCell(cell, byMark.get(markId({ row: index, cell: at })) ?? []);
      return cell;
    });
    return make('tr', {}, number, ...cells);
  };
  const marked = new Set(problems.flatMap(({ mark }) => (mark ? [mark.row] : [])));
  const shown = rows.flatMap((row, index) =>
    index < FIRST || marked.has(index) ? [{ index, element: line(row, index) }] : [],
  );
  const part = (inHead: boolean) =>
    shown.filter(({ index }) => index <= head === inHead).map(({ element }) => element);
  return make(
    'table',
    {},
    make('caption', { class: 'hidden-text' }, '調べた表。左はしの数は、ファイルの行の番号です。'),
    make('thead', {}, ...part(true)),
    make('tbody', {}, ...part(false)),
  );
}
