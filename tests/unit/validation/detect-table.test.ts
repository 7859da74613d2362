import { describe, expect, test } from 'vitest';
import { readCsvRows } from '../../../src/input/csv-reader.ts';
import { sourceTables } from '../../../src/tables/source-tables.ts';
import { getFileName, type TableSchema } from '../../../src/tables/table-schema.ts';
import {
  describeForeignTable,
  describeRecognition,
  findYearColumn,
  namesIndicators,
  recognizeTable,
} from '../../../src/validation/detect-table.ts';

const tables = Object.entries(sourceTables).map(([name, table]) => ({
  name,
  fileName: getFileName(table),
  ...table,
}));
const headed = (...headings: string[]) => readCsvRows(`${headings.join(',')}\n`);

describe('a table is recognised', () => {
  test.each(tables)('by the name of its file, whatever its headings are: $name', ({ name, fileName }) => {
    expect(recognizeTable(`${fileName}.csv`, headed('何か')).table).toBe(name);
  });

  test('by its name in a folder, in capitals, as a workbook', () => {
    expect(recognizeTable('C:\\計画\\Tree.XLSX', []).table).toBe('tree');
  });

  test.each(tables)('as $name by all of its headings', ({ name, columns }) => {
    expect(recognizeTable('表.csv', headed(...Object.keys(columns))).table).toBe(name);
  });

  test.each(tables)('as $name by its required headings, if there are two', ({ name, columns }) => {
    const required = Object.entries(columns).flatMap(([heading, column]) => ('required' in column ? [heading] : []));
    if (required.length === 1) expect(recognizeTable('表.csv', headed(...required)).table).toBeNull();
    else expect(recognizeTable('表.csv', headed(...required)).table).toBe(name);
  });

  test('by its headings, even if one is missing and another is unknown', () => {
    const headings = Object.keys(sourceTables.indicators.columns).filter((heading) => heading !== '指標ID');
    expect(recognizeTable('表.csv', headed(...headings, 'メモ')).table).toBe('indicators');
  });

  test('by headings below a title', () => {
    expect(recognizeTable('表.csv', readCsvRows('実績の一覧\n指標ID,時点,値\n')).table).toBe('observations');
  });

  test.each([
    ['ID,注意事項', '5374, remarks'],
    ['名称,休止開始日,休止終了日', '5374, center'],
    ['pid,lgcode,都道府県,市区町村,url', 'local governments'],
    ['名称,住所,都道府県,緯度,経度,電話番号', 'facilities'],
    ['URL,備考', 'links'],
    ['指標名,単位,現状値,目標値', 'a sheet of a municipality without ids'],
  ])('not by headings that other tables have: %s', (headings) => {
    expect(recognizeTable('表.csv', headed(...headings.split(','))).table).toBeNull();
  });

  test('with the headings that decide, as the file writes them', () => {
    const recognition = recognizeTable('表.csv', headed('ID', '年度', '実績', 'メモ'));
    expect(recognition).toMatchObject({ table: 'observations', by: 'headings', shared: ['ID', '年度', '実績'] });
    expect(describeRecognition(recognition)).toBe(
      '見出し「ID」「年度」「実績」から、実績（observations.csv）の表として調べました。',
    );
  });

  test('by its name, which the sentence says', () => {
    expect(describeRecognition(recognizeTable('themes.csv', []))).toBe(
      'ファイルの名前から、テーマ（themes.csv）の表として調べました。',
    );
  });

  test.each([[[]], [headed('何か', '別のもの')]])('not at all without a heading that is known', (rows) => {
    expect(recognizeTable('表.csv', rows).table).toBeNull();
  });
});

test.each([
  ['above the headings', [',,R4,R5,R6', '名称,単位,甲,乙,丙'], 0],
  ['below the headings, without a name', ['名称,単位,実績,,', ',,R4,R5,R6', '本,冊,1,2,3'], 1],
  ['above and below the headings', [',,R1,R2,R3', '名称,単位,実績,,', ',,R4,R5,R6'], 0],
  ['two rows below the headings', ['名称,単位,実績,,', ',,甲,乙,丙', ',,R4,R5,R6'], null],
  ['two rows above the headings', [',,R4,R5,R6', 'まちの表,,,,', '名称,単位,甲,乙,丙'], null],
  ['below the headings, with a name', ['名称,単位,実績,,', '本,冊,R4,R5,R6', '紙,枚,1,2,3'], null],
])('years %s are headings only beside these', (_where, lines, at) => {
  const rows = readCsvRows(lines.join('\n')).map(({ cells, line }) => ({ cells, line, start: line }));
  const found = at === null ? null : { row: rows[at], index: 2 };
  expect(findYearColumn(rows, sourceTables.indicators.columns)).toEqual(found);
});

test('a year is no heading of a table with all columns that it must have', () => {
  const columns: TableSchema = sourceTables.indicators.columns;
  const required = Object.keys(columns).filter((heading) => columns[heading]?.required);
  const find = (...cells: string[]) => findYearColumn([{ cells, line: 1, start: 1 }], columns);
  expect(find(...required, 'R4年度')).toBeNull();
  expect(find(...required.slice(1), 'R4年度')).toMatchObject({ index: required.length - 1 });
});

test.each([
  ['名称', true],
  ['成果\n指標', true],
  ['ＫＰＩ', true],
  ['指標\nID', false],
  ['指標の定義', false],
  ['施設', false],
])('the heading %j names indicators: %s', (heading, expected) => {
  expect(namesIndicators({ cells: ['施策', heading] })).toBe(expected);
});

test.each([
  ['beside their values', ['指標名', '現状値'], 'indicator-sheet'],
  ['right of their values', ['現状値', '指標名'], 'indicator-sheet'],
  ['without values', ['指標名', '備考'], 'foreign-table'],
  ['as values without names', ['施設', '現状値'], 'foreign-table'],
])('a table with indicators %s: %j is %s', (_where, cells, code) => {
  expect(describeForeignTable([{ cells, line: 1, start: 1 }], null)?.issue.code).toBe(code);
});
