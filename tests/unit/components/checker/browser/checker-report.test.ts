import { expect, test } from 'vitest';
import {
  formatReportCsv,
  formatReportText,
  encodeWithBom,
} from '../../../../../src/components/checker/browser/checker-report.ts';
import { readCsvRows } from '../../../../../src/input/csv-reader.ts';
import { validateFile } from '../../../../../src/validation/validate-file.ts';

const { diagnostics } = validateFile('themes.csv', new TextEncoder().encode('テーマID,名称\nICT,\n'));

test('the CSV report has a row for each diagnostic', () => {
  const rows = readCsvRows(formatReportCsv(diagnostics)).map(({ cells }) => cells);
  expect(rows[0]).toEqual(['ファイル', '行', '文字', '欄', '種類', '内容', '直し方', '問題の名前']);
  expect(rows.slice(1).map((cells) => cells.toSpliced(5, 2))).toEqual([
    ['themes.csv', '2', '1', 'テーマID', 'まちがい', 'bad-slug'],
    ['themes.csv', '2', '5', '名称', 'まちがい', 'empty-cell'],
  ]);
});

test.each(['=1+1', '+1', '-1', '@a', '\t=1', '＝SUM(1)'])(
  'no cell of the CSV report begins the formula %j',
  (formula) => {
    const found = diagnostics.map((one) => ({ ...one, file: `${formula}.csv`, field: formula }));
    const [, ...rows] = readCsvRows(formatReportCsv(found)).map(({ cells }) => cells);
    expect(rows.map(([file, , , field]) => [file, field])).toEqual(found.map(() => [`'${formula}.csv`, `'${formula}`]));
  },
);

test('the text report has no field for a diagnostic of a whole line', () => {
  const whole = diagnostics.map((one) => ({ ...one, field: '' }));
  expect(formatReportText(whole).split('\r\n')[0]).toBe('themes.csv:2:1');
});

test('the text report contains location, message and fix', () => {
  const lines = formatReportText(diagnostics).split('\r\n');
  expect(lines).toHaveLength(8);
  expect(lines[0]).toBe('themes.csv:2:1 「テーマID」');
  expect(lines[1]).toBe(`  まちがい: ${diagnostics[0]?.message ?? ''}`);
  expect(lines[2]).toBe(`  → ${diagnostics[0]?.hint ?? ''} [bad-slug]`);
  expect(lines[6]).toBe('まちがい 2件、注意 0件');
});

test('encodes with a byte order mark', () => {
  expect([...encodeWithBom('a')]).toEqual([0xef, 0xbb, 0xbf, 0x61]);
});
