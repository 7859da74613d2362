import { isFilledCell } from '../../read/rows.ts';
import { listFilledCells, isDittoMark } from '../cells.ts';
import {
  checkCells,
  failRuleAt,
  createViolation,
  passRule,
  type Violation,
  type ReadabilityRule,
} from '../rule.ts';
import type { SheetTable } from '../table.ts';

const CODE_ADVICE = '上の行と同じでも、値を省かずに書いてください。';

/**
 * The first column names groups, and only at the head of each: it begins with a value, leaves at least two rows empty,
 * and no value comes twice.
 */
function groups(table: SheetTable): Violation[] {
  const [column] = table.columns;
  if (!column || column.described || !isFilledCell(column.title)) return [];
  const given = listFilledCells(column);
  const empty = column.cells.filter(({ text }) => !isFilledCell(text));
  const isGroups =
    isFilledCell(column.cells[0]?.text) &&
    empty.length > 1 &&
    new Set(given.map(({ text }) => text)).size === given.length;
  if (!isGroups) return [];
  return empty.map(({ line }) =>
    createViolation(table, line, 0, '左の列が空で、上の行の値を省いたように見えます。', CODE_ADVICE),
  );
}

export const noDittoRule: ReadabilityRule = {
  id: 'L2-02',
  title: '「同上」で省かない',
  asks: '上の行と同じ値でも、「同上」「〃」と書いたり空けたりせず、どの行にも値を書きます。',
  looks: '「同上」「〃」などのセルと、左はしの列でまとまりのはじめにだけ値がある書き方を調べます。',
  people: '',
  judge: 'machine',
  formats: ['csv', 'xlsx'],
  check: (book) =>
    failRuleAt(
      [
        ...checkCells(book, (text) =>
          isDittoMark(text) ? { wrong: `「${text}」で値を省いています。`, instead: CODE_ADVICE } : null,
        ),
        ...book.tables.flatMap(groups),
      ],
      passRule('値を省いたところはありません。'),
    ),
};
