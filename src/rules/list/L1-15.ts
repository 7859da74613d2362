import { failRuleAt, createViolation, passRule, type Violation, type ReadabilityRule } from '../rule.ts';
import type { SheetRow, SheetTable } from '../table.ts';

/** Where a number was parted at its comma: 56 and 789 for 56,789; else -1. */
function partedNumber({ cells }: SheetRow): number {
  return cells.findIndex(
    ({ text }, at) => /^[-▲△]?\d{1,3}$/u.test(text.trim()) && /^\d{3}\D?/u.test(cells[at + 1]?.text ?? ''),
  );
}

function tooLong(table: SheetTable, line: SheetRow, width: number): Violation {
  const at = partedNumber(line);
  const number =
    at < 0
      ? '1,234'
      : line.cells
          .slice(at, at + 2)
          .map(({ text }) => text)
          .join(',');
  return createViolation(
    table,
    line,
    at < 0 ? width : at,
    `見出しは${width}列ですが、この行は${line.cells.length}列あります。カンマのあるセルが囲まれていないようです。`,
    `"${number}" のように、カンマのあるセル全体を「"」で囲んでください。`,
    at < 0 ? undefined : number,
  );
}

function findSeveralTables(table: SheetTable): Violation[] {
  const width = table.heading.cells.length;
  const long = table.records
    .filter(({ cells, brokenFrom }) => cells.length > width && brokenFrom === null)
    .map((line) => tooLong(table, line, width));
  const broken = [table.heading, ...table.records]
    .filter((line) => line.brokenFrom !== null)
    .map((line) =>
      createViolation(
        table,
        line,
        0,
        '「"」の数が合いません。',
        'セルの中の「"」は「""」と書き、そのセル全体を「"」で囲んでください。',
      ),
    );
  return [...long, ...broken];
}

export const quotedCellsRule: ReadabilityRule = {
  id: 'L1-15',
  title: 'CSV：カンマのあるセルは「"」で囲む',
  asks: 'CSV で値の中にカンマがあるときは、そのセルを「"」で囲みます。囲まないと、そこで列が分かれます。',
  looks: '見出しより列の多い行と、「"」の数が合わない行を調べます。',
  people: '',
  judge: 'machine',
  formats: ['csv'],
  check: ({ tables }) =>
    failRuleAt(tables.flatMap(findSeveralTables), passRule('どの行も、見出しより多くの列に分かれていません。')),
};
