import { describe, expect, test } from 'vitest';
import {
  compareLocations,
  createIssue,
  formatDiagnosticCounts,
  hasErrors,
  createDiagnostic,
  Diagnostic,
  DiagnosticsError,
  formatCellReference,
  formatColumnLetters,
  formatLocation,
} from '../../../src/diagnostics/diagnostic.ts';
import { formatDiagnostics } from '../../../src/diagnostics/format-diagnostics.ts';

const location = { file: 'data/themes.csv', line: 2, column: 5, field: '名称' };
const error = createDiagnostic(location, createIssue('empty-cell', { field: '名称' }));
const warning = createDiagnostic(location, createIssue('no-direction', { value: '登録者数', meanwhile: '' }));

describe('a diagnostic', () => {
  test('contains its location and its message', () => {
    expect(error).toEqual({
      ...location,
      level: 'error',
      code: 'empty-cell',
      message: '「名称」が空です。',
      hint: '「名称」には必ず値を書いてください。',
    });
  });

  test('quotes at most 500 characters of a text', () => {
    const quote = (length: number) =>
      createDiagnostic(location, createIssue('no-direction', { value: 'あ'.repeat(length), meanwhile: '' })).message;
    expect(quote(500)).toMatch(/「あ{500}」/);
    expect(quote(501)).toMatch(/「あ{500}…」/);
  });

  test('matches its schema', () => {
    expect(Diagnostic.parse(error)).toEqual(error);
  });
});

test('diagnostics are counted by severity', () => {
  expect(formatDiagnosticCounts([error, warning, error])).toBe('まちがい 2件、注意 1件');
  expect(formatDiagnosticCounts([])).toBe('まちがい 0件、注意 0件');
});

describe('the order of diagnostics', () => {
  test('is by file, line, column, code', () => {
    const sorted = [
      { ...error, file: 'content/a.mdx', line: 9 },
      { ...error, line: 2, column: 9 },
      { ...error, line: 10, code: 'bad-code' },
      { ...error, line: 10, code: 'bad-slug' },
    ];
    expect([...sorted].reverse().sort(compareLocations)).toEqual(sorted);
  });

  test('does not depend on a locale: capitals come first', () => {
    const files = ['b', 'B', 'あ', 'a', 'ア'].map((file) => ({ ...error, file }));
    expect(files.sort(compareLocations).map(({ file }) => file)).toEqual(['B', 'a', 'b', 'あ', 'ア']);
  });
});

test('only an error stops the build', () => {
  expect([hasErrors([warning]), hasErrors([warning, error]), hasErrors([])]).toEqual([false, true, false]);
});

test('the thrown error counts only errors', () => {
  expect(new DiagnosticsError([error, warning, error]).message).toBe('2件のまちがいがあります。');
});

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
])('a location in %s is %s', (file, text) => {
  expect(formatLocation(file, 5, 3)).toBe(text);
});

test('prints a diagnostic of an Excel file with the reference of its cell', () => {
  const location = { file: 'plan.xlsx', line: 5, column: 3, field: '値' };
  const text = formatDiagnostics([
    { ...location, level: 'error', code: 'empty-cell', message: '空です。', hint: '書きます。' },
  ]);
  expect(text.split('\n')[0]).toBe('plan.xlsx:C5 「値」');
});
