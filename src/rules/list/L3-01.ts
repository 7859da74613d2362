import { isFilledCell } from '../../read/rows.ts';
import { listFilledCells, looksLikeNumber } from '../cells.ts';
import { failRuleAt, createViolation, passRule, type Violation, type ReadabilityRule } from '../rule.ts';
import type { SheetTable } from '../table.ts';

const YEAR_HEADING = /^(?:1[89]|2[01])\d\d$/u;

/** Numbers where headings should be, above columns of numbers: the first row is a record already. */
function missing(table: SheetTable): Violation[] {
  const numbers = table.columns.filter(
    (column) =>
      looksLikeNumber(column.title) &&
      !YEAR_HEADING.test(column.title) &&
      listFilledCells(column).every(({ text }) => looksLikeNumber(text)),
  );
  const [first] = numbers;
  if (!first) return [];
  return [
    createViolation(
      table,
      table.heading,
      first.index,
      `1行めの「${first.title}」は、見出しではなく値のようです。`,
      '1行めに、列の見出しを書き足してください。',
    ),
  ];
}

function late(table: SheetTable): Violation[] {
  if (table.heading.line === 1) return [];
  return [
    createViolation(
      table,
      table.heading,
      table.heading.cells.findIndex(({ text }) => isFilledCell(text)),
      `見出しが${table.heading.line}行めにあります。`,
      '見出しより上の行を消し、1行めを見出しにしてください。',
    ),
  ];
}

export const firstRowRule: ReadabilityRule = {
  id: 'L3-01',
  title: '見出しは1行め',
  asks: '列の見出しを、ファイルやシートの1行めに書きます。',
  looks: '見出しらしい行が1行めにあるか、1行めが値になっていないかを調べます。',
  people: '',
  judge: 'machine',
  formats: ['csv', 'xlsx'],
  check: ({ tables }) =>
    failRuleAt(
      tables.flatMap((table) => [...late(table), ...missing(table)]),
      passRule('1行めに見出しがあります。'),
    ),
};
