import { isFilled } from '../../read/rows.ts';
import { filled, isDitto } from '../cells.ts';
import { eachCell, failedAt, faultAt, passed, type Fault, type Rule } from '../rule.ts';
import type { Table } from '../table.ts';

const INSTEAD = '上の行と同じでも、値を省かずに書いてください。';

/**
 * The first column names groups, and only at the head of each: it begins with a value, leaves at least two rows empty,
 * and no value comes twice.
 */
function groups(table: Table): Fault[] {
  const [column] = table.columns;
  if (!column || column.described || !isFilled(column.title)) return [];
  const given = filled(column);
  const empty = column.cells.filter(({ text }) => !isFilled(text));
  const isGroups =
    isFilled(column.cells[0]?.text) &&
    empty.length > 1 &&
    new Set(given.map(({ text }) => text)).size === given.length;
  if (!isGroups) return [];
  return empty.map(({ line }) =>
    faultAt(table, line, 0, '左の列が空で、上の行の値を省いたように見えます。', INSTEAD),
  );
}

export const noDittoRule: Rule = {
  id: 'L2-02',
  title: '「同上」で省かない',
  asks: '上の行と同じ値でも、「同上」「〃」と書いたり空けたりせず、どの行にも値を書きます。',
  looks: '「同上」「〃」などのセルと、左はしの列でまとまりのはじめにだけ値がある書き方を調べます。',
  people: '',
  judge: 'machine',
  formats: ['csv', 'xlsx'],
  check: (book) =>
    failedAt(
      [
        ...eachCell(book, (text) =>
          isDitto(text) ? { wrong: `「${text}」で値を省いています。`, instead: INSTEAD } : null,
        ),
        ...book.tables.flatMap(groups),
      ],
      passed('値を省いたところはありません。'),
    ),
};
