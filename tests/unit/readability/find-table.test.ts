import { describe, expect, test } from 'vitest';
import { parseCsvRows } from '../../../src/input/csv-reader.ts';
import { listRows } from '../../../src/input/input-rows.ts';
import { findTableByHeadings } from '../../../src/open-data/quality-report.ts';
import { publishedObservations } from '../../../src/open-data/tables/published-indicators.ts';
import { findEmptyColumns, findTable } from '../../../src/readability/find-table.ts';
import { BLANK_CELL, type MetadataLookup } from '../../../src/readability/sheet-table.ts';

function tableOf(text: string, getMetadata: MetadataLookup = () => null) {
  const lines = listRows(parseCsvRows(text)).map((row) => ({
    ...row,
    cells: row.cells.map((cell) => ({ ...BLANK_CELL, text: cell })),
  }));
  const table = findTable({ name: '', grid: false, rows: lines, issues: [], objects: [] }, getMetadata);
  if (!table) throw new Error('no table');
  return table;
}

const titles = (text: string) => tableOf(text).columns.map(({ title }) => title);
const records = (text: string) => tableOf(text).records.map(({ line }) => line);

describe('the headings', () => {
  test('are the first row of a plain table', () => {
    expect(titles('ID,名称,件数\n1,あ,2\n')).toEqual(['ID', '名称', '件数']);
  });

  test('are found below a title', () => {
    expect(titles('公園の一覧\nID,名称,件数\n1,あ,2\n')).toEqual(['ID', '名称', '件数']);
  });

  test('may have gaps', () => {
    expect(titles('ID,,件数\n1,あ,2\n')).toEqual(['ID', '', '件数']);
  });

  test('of a single column are its first cell', () => {
    expect(titles('名称\nあ\n')).toEqual(['名称']);
  });

  test('of a known table are one row, even if the first record reads like headings', () => {
    const headings = publishedObservations.columns.map(({ title }) => title);
    const record = headings.map((title) => (title === '出典ID' ? 'kpi' : title === '値の時点' ? 'R4年度' : '1'));
    const { columns } = tableOf(`${headings.join()}\n${record.join()}\n`, findTableByHeadings);
    expect(columns.map(({ title }) => title)).toEqual(headings);
  });

  test('of a group may be repeated over its parts', () => {
    const { columns, records } = tableOf('学校,声,声,計\n,はい,いいえ,\n東,3,4,7\n西,1,2,3\n');
    expect([columns.map(({ title }) => title), records.length]).toEqual([['学校', '声 はい', '声 いいえ', '計'], 2]);
  });

  test.each([
    [
      'groups',
      ',令和4年度,,令和5年度,',
      ['学校', '令和4年度 児童', '令和4年度 教員', '令和5年度 児童', '令和5年度 教員'],
    ],
    ['a title with a note', '学校の一覧,,,（人）,', ['学校', '児童', '教員', '児童', '教員']],
    ['one note', ',,,（人）,', ['学校', '児童', '教員', '児童', '教員']],
  ])('have above them %s: %s', (_what, above, expected) => {
    expect(titles(`${above}\n学校,児童,教員,児童,教員\n東,300,20,310,21\n`)).toEqual(expected);
  });

  test('have the first heading beside a group that is above most of them', () => {
    const expected = ['学校', '令和4年度 児童', '令和4年度 教員', '令和4年度 職員', '令和4年度 計'];
    expect(titles('学校,令和4年度,,,\n,児童,教員,職員,計\n東,300,20,5,325\n')).toEqual(expected);
  });

  test('have no line about the file in their groups', () => {
    expect(titles('#lang,ja,\n,児童,教員\n東,300,20\n')).toEqual(['', '児童', '教員']);
  });

  test('are below lines about the file that each have one cell', () => {
    expect(titles('# 令和6年度 指標一覧\n# 作成 企画課\n#更新,\n名称,値\n受診率,40\n')).toEqual(['名称', '値']);
  });

  test('reach as far as the records do', () => {
    expect(titles('ID,名称\n1,あ,2\n')).toEqual(['ID', '名称', '']);
  });
});

describe('a row below the headings', () => {
  test.each(['※ のべ人数', '注：のべ人数', '（注）のべ人数', '資料：住民基本台帳', '*のべ人数'])(
    'of 「%s」 alone is a footnote',
    (footnote) => {
      const text = `ID,名称,件数\n1,あ,2\n${footnote},,\n`;
      expect([records(text), tableOf(text).textRows.map(({ line }) => line)]).toEqual([[2], [3]]);
    },
  );

  test.each(['資料館', '注文係', '単位会', '2'])('of 「%s」 alone is a record', (first) => {
    expect(records(`ID,名称,件数\n1,あ,2\n${first},,\n`)).toEqual([2, 3]);
  });

  test('that is empty is a gap if records follow', () => {
    expect(tableOf('ID,件数\n1,2\n\n\n2,3\n').gaps).toEqual([3, 4]);
  });

  test('that is empty at the end of a file is not a gap', () => {
    expect(tableOf('ID,件数\n1,2\n,\n\n').gaps).toEqual([]);
  });

  test('is no gap inside a quoted cell', () => {
    expect(tableOf('ID,名称\n1,"あ\n\nい"\n2,う\n').gaps).toEqual([]);
  });
});

test('a row of type names describes the columns only before the first record', () => {
  const { textRows, records: own } = tableOf('名称,種類\nstring,date\n1,あ\ntext,url\n');
  expect([textRows.map(({ line }) => line), own.map(({ line }) => line)]).toEqual([[2], [3, 4]]);
});

describe('another table begins at', () => {
  test('a repetition of the headings', () => {
    const { otherTables, records: own } = tableOf('ID,件数\n1,2\nID,件数\n2,3\n');
    expect([otherTables.map(({ row }) => row.line), own.length]).toEqual([[3], 1]);
  });

  test('words below an empty row, in a column of numbers', () => {
    const { otherTables, gaps } = tableOf('名称,件数\nあ,2\n\n費目,年\nい,3\n');
    expect([otherTables.map(({ row }) => row.line), gaps]).toEqual([[4], []]);
  });

  test('the row below its title', () => {
    expect(tableOf('名称,件数\nあ,2\n\n費用の表,\n費目,円\nい,3\n').otherTables.map(({ row }) => row.line)).toEqual([
      5,
    ]);
  });

  test('an empty column, if a heading occurs again after it', () => {
    const table = tableOf('名称,件数,,名称,件数\nあ,2,,い,3\n');
    expect([table.otherTables.map(({ index }) => index), table.columns.length]).toEqual([[3], 2]);
  });

  test('no row of words below records of words', () => {
    expect(tableOf('名称,種類\nあ,か\n\nい,き\n').otherTables).toEqual([]);
  });
});

test('finds an empty column inside a table, but not after it', () => {
  expect(findEmptyColumns(tableOf('ID,,件数,\n1,,2,\n')).map(({ index }) => index)).toEqual([1]);
});

test('an empty sheet has no table', () => {
  expect(findTable({ name: '', grid: true, rows: [], issues: [], objects: [] }, () => null)).toBeNull();
});

test('finds a table of very many rows, and a gap of very many lines', () => {
  const lines = Array.from({ length: 300_000 }, (_, at) => ({
    line: at < 2 ? at + 1 : at + 300_000,
    brokenFrom: null,
    cells: [{ ...BLANK_CELL, text: at === 0 ? 'ID' : String(at) }],
    locate: () => ({ line: 1, column: 1 }),
  }));
  const table = findTable({ name: '', grid: true, rows: lines, issues: [], objects: [] }, () => null);
  expect(table?.records).toHaveLength(299_999);
  expect(table?.gaps).toHaveLength(299_999);
});
