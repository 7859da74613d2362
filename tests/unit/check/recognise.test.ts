import { describe, expect, test } from 'vitest';
import { looseShapes, recognise } from '../../../src/check/recognise.ts';
import { readCsv } from '../../../src/read/csv.ts';

const names = Object.keys(looseShapes);
const headed = (...headings: string[]) => readCsv(`${headings.join(',')}\n`);

describe('a table is recognised', () => {
  test.each(names)('by the name %s.csv, whatever its headings are', (name) => {
    expect(recognise(`${name}.csv`, headed('何か'))).toBe(name);
  });

  test('by its name in a folder, in capitals, as a workbook', () => {
    expect(recognise('C:\\計画\\Tree.XLSX', [])).toBe('tree');
  });

  test.each(Object.entries(looseShapes))('as %s by all of its headings', (name, shape) => {
    expect(recognise('表.csv', headed(...Object.keys(shape)))).toBe(name);
  });

  test.each(Object.entries(looseShapes))('as %s by the headings that it must have', (name, shape) => {
    const required = Object.entries(shape).flatMap(([heading, column]) =>
      'required' in column ? [heading] : [],
    );
    expect(recognise('表.csv', headed(...required))).toBe(name);
  });

  test('by headings of which one is missing and one is foreign', () => {
    const headings = Object.keys(looseShapes.indicators).filter((heading) => heading !== '指標ID');
    expect(recognise('表.csv', headed(...headings, 'メモ'))).toBe('indicators');
  });

  test('by headings below a title', () => {
    expect(recognise('表.csv', readCsv('実績の一覧\n指標ID,時点,値\n'))).toBe('observations');
  });

  test.each([[[]], [headed('何か', '別のもの')]])('not at all without a heading that is known', (rows) => {
    expect(recognise('表.csv', rows)).toBeNull();
  });
});
