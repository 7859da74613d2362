import { listFilledCells, isMissingMark, isNumericColumn } from '../cells.ts';
import {
  failRuleAt,
  createViolation,
  passRule,
  askPerson,
  type Violation,
  type ReadabilityRule,
} from '../rule.ts';
import type { SheetTable } from '../table.ts';

/** Marks in columns of numbers whose meaning is not told. */
function undefinedMarks(table: SheetTable): Violation[] {
  return table.columns.filter(isNumericColumn).flatMap((column) =>
    listFilledCells(column)
      .filter(({ text }) => isMissingMark(text) && table.described?.marks[text.trim()] === undefined)
      .map(({ line, text }) =>
        createViolation(
          table,
          line,
          column.index,
          `数の列にある「${text}」の意味が、この表からはわかりません。`,
          '値がないなら空にしてください。記号を使うなら、その意味を列の説明に書いてください。',
        ),
      ),
  );
}

export const missingMarksRule: ReadabilityRule = {
  id: 'L3-03',
  title: '特別な記号の意味が決まっている',
  asks: '「-」「…」「X」のような記号を使うときは、その意味を決めて示します。',
  looks:
    '数の列に記号だけのセルがあるかを調べます。列の説明がある表では、意味が書かれていない記号を不合格にします。',
  people: '列の説明がないとき、記号の意味がほかのところで示されているか。',
  judge: 'both',
  formats: ['csv', 'xlsx'],
  check: ({ tables }) => {
    const faults = tables.flatMap(undefinedMarks);
    if (tables[0]?.described)
      return failRuleAt(faults, passRule('数の列に、意味のわからない記号はありません。'));
    return faults.length === 0
      ? passRule('数の列に、記号はありません。')
      : askPerson(`記号が${faults.length}か所にあります。意味が示されているかを確かめてください。`, faults);
  },
};
