import { isNumericColumn } from '../cells.ts';
import { checkHeadings, failRuleAt, passRule, askPerson, type ReadabilityRule } from '../rule.ts';
import type { SheetTableColumn, SheetTable } from '../table.ts';

/** A heading that tells the unit itself: 人口（人）, 面積[km2], 割合(%), 件数, 緯度. */
const TELLS_UNIT =
  /[（(［[].+[）)］\]]|数$|(?:人口|世帯|年齢|緯度|経度)|[%％]|^(?:西暦|年|年度|月|日|時点)$/u;
/** Numbers that count nothing, and so have no unit. */
const NO_UNIT = /(?:コード|番号|順序?|id|no\.?|№|code|年|年度|郵便|電話|ランク|段階)$/iu;
const UNIT_COLUMN = /単位|unit/iu;

function lacks({ title, described }: SheetTableColumn, { columns }: SheetTable): boolean {
  if (NO_UNIT.test(title)) return false;
  if (described) return described.unit === null && described.unitColumn === null;
  return !TELLS_UNIT.test(title) && !columns.some((one) => UNIT_COLUMN.test(one.title));
}

export const unitsRule: ReadabilityRule = {
  id: 'L3-04',
  title: '単位がわかる',
  asks: '数の列の単位を、見出し、単位の列、または列の説明で示します。',
  looks:
    '数の列の見出しに単位があるか、単位の列があるか、列の説明に単位があるかを調べます。番号や順序には単位を求めません。',
  people: '列の説明がないとき、単位がほかのところで示されているか。',
  judge: 'both',
  formats: ['csv', 'xlsx'],
  check: (book) => {
    const faults = checkHeadings(book, (column, table) =>
      isNumericColumn(column) && lacks(column, table)
        ? {
            wrong: `数の列「${column.title}」の単位がわかりません。`,
            instead: '「人口（人）」のように見出しに書くか、「単位」の列をつくってください。',
          }
        : null,
    );
    if (book.tables[0]?.described)
      return failRuleAt(faults, passRule('数の列には、どれも単位か単位の列があります。'));
    return faults.length === 0
      ? passRule('数の列の単位は、見出しか単位の列でわかります。')
      : askPerson('見出しに単位のない数の列があります。単位が示されているかを確かめてください。', faults);
  },
};
