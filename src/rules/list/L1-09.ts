import { isFilledCell } from '../../read/rows.ts';
import { isNumericColumn } from '../cells.ts';
import {
  checkHeadings,
  failRuleAt,
  createViolation,
  passRule,
  askPerson,
  type Violation,
  type ReadabilityRule,
} from '../rule.ts';
import type { SheetTable } from '../table.ts';

/** A heading that gives a meaning to what is not there: 件数（空欄は0）. */
const EMPTY_IS_ZERO = /(?:空[欄らん]*|記入なし|ブランク)[^、。]*(?:は|=|＝|が|：)[^、。]*(?:0|０|ゼロ|零)/u;

const emptyIn = (table: SheetTable) =>
  table.columns.filter(isNumericColumn).map((column) => ({
    column,
    empty: column.cells.filter(({ text }) => !isFilledCell(text)),
  }));

/** Empty cells of a column that is described as never empty. */
function undescribed(table: SheetTable): Violation[] {
  return emptyIn(table).flatMap(({ column, empty }) =>
    column.described && !column.described.nullable
      ? empty.map(({ line }) =>
          createViolation(
            table,
            line,
            column.index,
            '空にならないはずの数の列が、空です。',
            '0 なら 0 と書いてください。わからないなら、空のときの意味を列の説明に書いてください。',
          ),
        )
      : [],
  );
}

export const zeroValueRule: ReadabilityRule = {
  id: 'L1-09',
  title: '空らんと0を分ける',
  asks: '値が0のところには0と書きます。空らんは、値がない、またはわからないときだけに使います。',
  looks:
    '数の列に空らんがあるかを調べます。列の説明があれば、空らんの意味が決まっているかを調べます。見出しが「空欄は0」のように言っていれば不合格です。',
  people: '列の説明がないとき、空らんが0を表していないかどうか。',
  judge: 'both',
  formats: ['csv', 'xlsx'],
  check: (book) => {
    const said = checkHeadings(book, ({ title }) =>
      EMPTY_IS_ZERO.test(title)
        ? {
            wrong: `見出し「${title}」は、空らんを0としています。`,
            instead: '0 のセルには 0 と書き、見出しからこの断りを消してください。',
          }
        : null,
    );
    const unclear = book.tables.some(
      (table) => !table.described && emptyIn(table).some(({ empty }) => empty.length > 0),
    );
    const otherwise = unclear
      ? askPerson('数の列に空らんがあります。それが0を表していないかは、書いた人にしかわかりません。')
      : passRule('数の列の空らんは、値がない、またはわからないときだけです。');
    return failRuleAt([...said, ...book.tables.flatMap(undescribed)], otherwise);
  },
};
