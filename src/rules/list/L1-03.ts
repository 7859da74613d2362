import { findEmptyColumns } from '../find.ts';
import { failRuleAt, createViolation, passRule, type Violation, type ReadabilityRule } from '../rule.ts';
import type { SheetTable } from '../table.ts';

function findMultipleValues(table: SheetTable): Violation[] {
  const rows = table.gaps.map((line) => ({
    sheet: table.sheet.name,
    line,
    column: 1,
    heading: '',
    value: '',
    wrong: '表の途中に、何も書かれていない行があります。',
    instead: 'この行を消してください。',
  }));
  const columns = findEmptyColumns(table).map(({ index }) =>
    createViolation(
      table,
      table.heading,
      index,
      '表の途中に、何も書かれていない列があります。',
      'この列を消してください。',
    ),
  );
  return [...rows, ...columns];
}

export const noGapsRule: ReadabilityRule = {
  id: 'L1-03',
  title: '表の途中があいていない',
  asks: '空の行や列をはさんだり、1つの表をいくつかに分けたりしません。',
  looks: '見出しから最後の行までに、空の行や空の列がないかを調べます。',
  people: '',
  judge: 'machine',
  formats: ['csv', 'xlsx'],
  check: ({ tables }) => failRuleAt(tables.flatMap(findMultipleValues), passRule('空の行や空の列はありません。')),
};
