import { filled } from '../cells.ts';
import { eachColumn, failedAt, faultAt, passed, type Fault, type Rule } from '../rule.ts';
import type { Column, Table } from '../table.ts';

type Cells = Column['cells'];

/** The look that most cells have. */
function usual(cells: Cells): string {
  const counts = Map.groupBy(cells, ({ cell }) => cell.look);
  return [...counts].sort((a, b) => b[1].length - a[1].length)[0]?.[0] ?? '';
}

const isUniform = (cells: Cells) => cells.every(({ cell }) => cell.look === cells[0]?.cell.look);

/** True for stripes: every second row looks the same, so that the look says nothing of the values. */
function isStriped(cells: Cells): boolean {
  const halves = [0, 1].map((half) => cells.filter(({ line }) => line.line % 2 === half));
  return halves.every((half) => half.length > 1 && isUniform(half));
}

function faultsIn(table: Table, column: Column): Fault[] {
  const cells = filled(column);
  const most = usual(cells);
  const odd = isStriped(cells) ? [] : cells.filter(({ cell }) => cell.look !== most);
  return [
    ...odd.map(({ line, cell }) =>
      faultAt(
        table,
        line,
        column.index,
        `同じ列のほかのセルと、書式（${cell.look || '色も飾りもなし'}）がちがいます。`,
        '書式で表している意味を、列をつくって値として書き、書式をそろえてください。',
      ),
    ),
    ...cells
      .filter(({ cell }) => cell.affix !== '')
      .map(({ line, cell }) =>
        faultAt(
          table,
          line,
          column.index,
          `「${cell.affix}」は書式でつけた字で、値は ${cell.text} だけです。`,
          '書式を標準に戻し、単位は見出しか単位の列に書いてください。',
        ),
      ),
  ];
}

export const noMeaningByFormatRule: Rule = {
  id: 'L1-11',
  title: 'Excel：色や書式だけで意味を表さない',
  asks: 'セルの色、文字の色、取り消し線、太字、表示形式でつけた単位などに、意味をもたせません。CSV にすると消えます。',
  looks:
    '同じ列の中で、一部のセルだけ背景の色、文字の色、太字などがちがわないか、表示形式が単位などの字をつけていないかを調べます。見出しと、1行おきの色は除きます。',
  people: '',
  judge: 'machine',
  formats: ['xlsx'],
  check: (book) => failedAt(eachColumn(book, faultsIn), passed('書式は、どの列でもそろっています。')),
};
