import { listFilledCells } from '../cells.ts';
import {
  checkColumns,
  failRuleAt,
  createViolation,
  passRule,
  type Violation,
  type ReadabilityRule,
} from '../rule.ts';
import type { SheetTableColumn, SheetTable } from '../table.ts';

type Cells = SheetTableColumn['cells'];

/** The look that most cells have. */
function usual(cells: Cells): string {
  const counts = Map.groupBy(cells, ({ cell }) => cell.appearance);
  return [...counts].sort((a, b) => b[1].length - a[1].length)[0]?.[0] ?? '';
}

const isUniform = (cells: Cells) => cells.every(({ cell }) => cell.appearance === cells[0]?.cell.appearance);

/** True for stripes: every second row looks the same, so that the look says nothing of the values. */
function isStriped(cells: Cells): boolean {
  const halves = [0, 1].map((half) => cells.filter(({ line }) => line.line % 2 === half));
  return halves.every((half) => half.length > 1 && isUniform(half));
}

function findObjects(table: SheetTable, column: SheetTableColumn): Violation[] {
  const cells = listFilledCells(column);
  const most = usual(cells);
  const odd = isStriped(cells) ? [] : cells.filter(({ cell }) => cell.appearance !== most);
  return [
    ...odd.map(({ line, cell }) =>
      createViolation(
        table,
        line,
        column.index,
        `同じ列のほかのセルと、書式（${cell.appearance || '色も飾りもなし'}）がちがいます。`,
        '書式で表している意味を、列をつくって値として書き、書式をそろえてください。',
      ),
    ),
    ...cells
      .filter(({ cell }) => cell.affix !== '')
      .map(({ line, cell }) =>
        createViolation(
          table,
          line,
          column.index,
          `「${cell.affix}」は書式でつけた字で、値は ${cell.text} だけです。`,
          '書式を標準に戻し、単位は見出しか単位の列に書いてください。',
        ),
      ),
  ];
}

export const noMeaningByFormatRule: ReadabilityRule = {
  id: 'L1-11',
  title: 'Excel：色や書式だけで意味を表さない',
  asks: 'セルの色、文字の色、取り消し線、太字、表示形式でつけた単位などに、意味をもたせません。CSV にすると消えます。',
  looks:
    '同じ列の中で、一部のセルだけ背景の色、文字の色、太字などがちがわないか、表示形式が単位などの字をつけていないかを調べます。見出しと、1行おきの色は除きます。',
  people: '',
  judge: 'machine',
  formats: ['xlsx'],
  check: (book) => failRuleAt(checkColumns(book, findObjects), passRule('書式は、どの列でもそろっています。')),
};
