import { describe, expect, test } from 'vitest';
import {
  importStatisticRows,
  readStatisticSheet,
  sheetStatistics,
} from '../../../../src/authoring/import/statistic-sheet.ts';
import { createInputRow } from '../../../support/input-row.ts';

const HEAD = [
  '団体コード',
  '団体名',
  '財政力指数',
  '経常収支比率',
  '実質公債費比率',
  '将来負担比率',
  'ラスパイレス指数',
];
const KITAHIROSHIMA = { id: 'kitahiroshima', code: '012343', title: '北広島市', values: new Map() };

function importRows(rows: readonly (readonly string[])[], municipality = KITAHIROSHIMA) {
  const sheet = readStatisticSheet([HEAD, ...rows].map((cells, at) => createInputRow(at + 1, cells)));
  if (!sheet) throw new Error('no sheet');
  const { rows: written, issues, notices, ...rest } = importStatisticRows(sheet, 2024, [municipality], 'mic');
  return {
    ...rest,
    rows: (written.get(municipality.id) ?? []).map(
      ({ cells }) => `${cells.統計ID ?? ''} ${cells.時点 ?? ''} ${cells.値 ?? ''}`,
    ),
    issues: issues.map(({ row, index, issue }) => `${issue.code} ${row.line}:${index + 1}`),
    notices: notices.map(({ text }) => text),
  };
}

const VALUES = ['0.6', '95', '-1.2', '－', '100.1'];

describe('the row of a municipality', () => {
  test('becomes values as printed, with 算定なし and the day of the index of pay', () => {
    expect(importRows([['012343', '北広島市', ...VALUES]])).toMatchObject({
      issues: [],
      rows: [
        'financial-strength 2024年度 0.60',
        'ordinary-balance-ratio 2024年度 95.0',
        'debt-service-ratio 2024年度 -1.2',
        'future-burden-ratio 2024年度 算定なし',
        'pay-index 2024年4月1日 100.1',
      ],
    });
  });

  test('may have the commas that a spreadsheet displays', () => {
    const { rows, issues } = importRows([['12,343', '北広島市', '0.6', '95', '5', '1,234.5', '100.1']]);
    expect([rows[3], issues]).toEqual(['future-burden-ratio 2024年度 1234.5', []]);
  });

  test.each(['012343', '01234', '12343', '1234', '０１２３４３'])('has the code %s', (code) => {
    expect(importRows([[code, '北広島市', ...VALUES]]).issues).toEqual([]);
  });

  test('is not that of another municipality whose short code looks the same', () => {
    expect(
      importRows([
        ['12343', '別の町', ...VALUES],
        ['012343', '北広島市', ...VALUES],
      ]).issues,
    ).toEqual([]);
    expect(importRows([['12343', '別の町', ...VALUES]]).issues).toEqual(['municipality-not-in-sheet 1:1']);
  });

  test('may be that of a title with a qualifier', () => {
    const fuchu = { ...KITAHIROSHIMA, title: '北広島市（北海道）' };
    expect(importRows([['012343', '北広島市', ...VALUES]], fuchu).issues).toEqual([]);
  });

  test('is reported if it is missing, repeated or of another name', () => {
    expect(importRows([['全国平均', '', ...VALUES]]).issues).toEqual(['municipality-not-in-sheet 1:1']);
    const row = ['012343', '北広島市', ...VALUES];
    expect(importRows([row, row]).issues).toEqual(['repeated-municipality 3:1']);
    expect(importRows([['012343', '札幌市', ...VALUES]]).issues).toEqual(['other-municipality 2:2']);
  });

  test('is reported at each cell if its values are shifted', () => {
    const { issues, rows } = importRows([['012343', '北広島市', '', '0.6', '95', '5.1', '21.8']]);
    expect(issues).toEqual(['shifted-statistic-value 2:4', 'shifted-statistic-value 2:7']);
    expect(rows).toHaveLength(2);
    expect(importRows([['012343', '0.6', '95', '5.1', '－', '100.1']]).issues).toContain('other-municipality 2:2');
  });

  test('may have the lowest and the highest values of its statistics', () => {
    const [lowest, highest] = [0, 1].map((at) => sheetStatistics.map(({ limits }) => String(limits[at])));
    for (const values of [lowest, highest])
      expect(importRows([['012343', '北広島市', ...(values ?? [])]])).toMatchObject({
        issues: [],
        rows: { length: 5 },
      });
  });

  test.each(['90.12', '九十', '9.1.2', '1e2', '250', '#N/A'])('is reported if a value is %s', (value) => {
    expect(importRows([['012343', '北広島市', '0.6', value, '5', '－', '100']]).issues).toEqual([
      'shifted-statistic-value 2:4',
    ]);
  });

  test('leaves out an empty value or a dash that does not mean 算定なし, and says so', () => {
    const { rows, notices, issues } = importRows([['012343', '北広島市', '0.6', '－', '5', '', '100']]);
    expect([rows.length, issues]).toEqual([3, []]);
    expect(notices).toEqual([
      '「北広島市」の経常収支比率は「－」なので、書きません。',
      '「北広島市」の将来負担比率は「空」なので、書きません。',
    ]);
  });
});

describe('a value that the site has already', () => {
  const withValue = (text: string, value: number | null, statistic = 'ordinary-balance-ratio') => ({
    ...KITAHIROSHIMA,
    values: new Map([[`${statistic} 2025-03-31`, { text, value, file: 'f.csv', line: 7 }]]),
  });

  test.each([
    ['in any notation', withValue('95.0%', 95)],
    ['also if it is no number', withValue('算定なし', null, 'future-burden-ratio')],
  ])('is left if it is equal, %s', (_what, municipality) => {
    const { same, rows, issues } = importRows([['012343', '北広島市', ...VALUES]], municipality);
    expect([same, rows.length, issues]).toEqual([1, 4, []]);
  });

  test('is reported if it is different', () => {
    expect(importRows([['012343', '北広島市', ...VALUES]], withValue('59.0', 59)).issues).toEqual([
      'other-statistic-value 2:4',
    ]);
    expect(importRows([['012343', '北広島市', ...VALUES]], withValue('算定なし', null)).issues).toEqual([
      'other-statistic-value 2:4',
    ]);
  });
});
