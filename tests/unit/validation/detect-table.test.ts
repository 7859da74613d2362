import { describe, expect, test } from 'vitest';
import { sourceTables } from '../../../src/tables/source-tables.ts';
import { getFileName } from '../../../src/tables/table-schema.ts';
import { detectTable } from '../../../src/validation/detect-table.ts';
import { readCsvRows } from '../../../src/input/csv-reader.ts';

const tables = Object.entries(sourceTables).map(([name, table]) => ({
  name,
  fileName: getFileName(table),
  ...table,
}));
const headed = (...headings: string[]) => readCsvRows(`${headings.join(',')}\n`);

describe('a table is recognised', () => {
  test.each(tables)('by the name $fileName.csv, whatever its headings are', ({ name, fileName }) => {
    expect(detectTable(`${fileName}.csv`, headed('何か'))).toBe(name);
  });

  test('by its name in a folder, in capitals, as a workbook', () => {
    expect(detectTable('C:\\計画\\Tree.XLSX', [])).toBe('tree');
  });

  test.each(tables)('as $name by all of its headings', ({ name, columns }) => {
    expect(detectTable('表.csv', headed(...Object.keys(columns)))).toBe(name);
  });

  test.each(tables)('as $name by its required headings', ({ name, columns }) => {
    const required = Object.entries(columns).flatMap(([heading, column]) => ('required' in column ? [heading] : []));
    expect(detectTable('表.csv', headed(...required))).toBe(name);
  });

  test('by its headings, even if one is missing and another is unknown', () => {
    const headings = Object.keys(sourceTables.indicators.columns).filter((heading) => heading !== '指標ID');
    expect(detectTable('表.csv', headed(...headings, 'メモ'))).toBe('indicators');
  });

  test('by headings below a title', () => {
    expect(detectTable('表.csv', readCsvRows('実績の一覧\n指標ID,時点,値\n'))).toBe('observations');
  });

  test.each([[[]], [headed('何か', '別のもの')]])('not at all without a heading that is known', (rows) => {
    expect(detectTable('表.csv', rows)).toBeNull();
  });
});
