import { describe, expect, test } from 'vitest';
import { tableSchemas, detectTable } from '../../../src/validation/detect-table.ts';
import { readCsvRows } from '../../../src/input/csv-reader.ts';

const names = Object.keys(tableSchemas);
const headed = (...headings: string[]) => readCsvRows(`${headings.join(',')}\n`);

describe('a table is recognised', () => {
  test.each(names)('by the name %s.csv, whatever its headings are', (name) => {
    expect(detectTable(`${name}.csv`, headed('何か'))).toBe(name);
  });

  test('by its name in a folder, in capitals, as a workbook', () => {
    expect(detectTable('C:\\計画\\Tree.XLSX', [])).toBe('tree');
  });

  test.each(Object.entries(tableSchemas))('as %s by all of its headings', (name, shape) => {
    expect(detectTable('表.csv', headed(...Object.keys(shape)))).toBe(name);
  });

  test.each(Object.entries(tableSchemas))('as %s by the headings that it must have', (name, shape) => {
    const required = Object.entries(shape).flatMap(([heading, column]) =>
      'required' in column ? [heading] : [],
    );
    expect(detectTable('表.csv', headed(...required))).toBe(name);
  });

  test('by headings of which one is missing and one is foreign', () => {
    const headings = Object.keys(tableSchemas.indicators).filter((heading) => heading !== '指標ID');
    expect(detectTable('表.csv', headed(...headings, 'メモ'))).toBe('indicators');
  });

  test('by headings below a title', () => {
    expect(detectTable('表.csv', readCsvRows('実績の一覧\n指標ID,時点,値\n'))).toBe('observations');
  });

  test.each([[[]], [headed('何か', '別のもの')]])('not at all without a heading that is known', (rows) => {
    expect(detectTable('表.csv', rows)).toBeNull();
  });
});
