import { expect, test } from 'vitest';
import { formatCellReference, formatColumnLetters, formatLocation } from '../../../src/diagnostics/cell-reference.ts';
import { formatDiagnostics } from '../../../src/diagnostics/format-diagnostics.ts';

test.each([
  [1, 'A'],
  [26, 'Z'],
  [27, 'AA'],
  [52, 'AZ'],
  [53, 'BA'],
  [702, 'ZZ'],
  [703, 'AAA'],
  [16_384, 'XFD'],
])('column %i is %s', (column, letters) => {
  expect(formatColumnLetters(column)).toBe(letters);
});

test('names a cell as spreadsheets do', () => {
  expect(formatCellReference(5, 3)).toBe('C5');
});

test.each([
  ['plan.xlsx', 'plan.xlsx:C5'],
  ['PLAN.XLSX', 'PLAN.XLSX:C5'],
  ['plan.csv', 'plan.csv:5:3'],
  ['xlsx', 'xlsx:5:3'],
])('a place in %s is %s', (file, text) => {
  expect(formatLocation(file, 5, 3)).toBe(text);
});

test('prints a diagnostic of an Excel file with the reference of its cell', () => {
  const place = { file: 'plan.xlsx', line: 5, column: 3, field: '値' };
  const text = formatDiagnostics([
    { ...place, level: 'error', code: 'empty-cell', message: '空です。', hint: '書きます。' },
  ]);
  expect(text.split('\n')[0]).toBe('plan.xlsx:C5 「値」');
});
