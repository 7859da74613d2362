import { failedAt, faultAt, passed, type Fault, type Rule } from '../rule.ts';
import type { Table } from '../table.ts';

function faultsIn(table: Table): Fault[] {
  const width = table.heading.cells.length;
  const long = table.records
    .filter(({ cells, broken }) => cells.length > width && !broken)
    .map((line) =>
      faultAt(
        table,
        line,
        width,
        `見出しは${width}列ですが、この行は${line.cells.length}列あります。カンマのあるセルが囲まれていないようです。`,
        '"1,234" のように、カンマのあるセル全体を「"」で囲んでください。',
      ),
    );
  const broken = [table.heading, ...table.records]
    .filter((line) => line.broken)
    .map((line) =>
      faultAt(
        table,
        line,
        0,
        '「"」の数が合いません。',
        'セルの中の「"」は「""」と書き、そのセル全体を「"」で囲んでください。',
      ),
    );
  return [...long, ...broken];
}

export const quotedRule: Rule = {
  id: 'L1-15',
  title: 'CSV：カンマのあるセルは「"」で囲む',
  asks: 'CSV で値の中にカンマがあるときは、そのセルを「"」で囲みます。囲まないと、そこで列が分かれます。',
  looks: '見出しより列の多い行と、「"」の数が合わない行を調べます。',
  people: '',
  judge: 'machine',
  formats: ['csv'],
  check: ({ tables }) =>
    failedAt(tables.flatMap(faultsIn), passed('どの行も、見出しより多くの列に分かれていません。')),
};
