import { describe, expect, test } from 'vitest';
import { readStatisticSheet, findSheetYear, readFiscalYear } from '../../../../src/authoring/import/statistic-sheet.ts';
import { createInputRow } from '../../../support/input-row.ts';

const read = (...rows: readonly (readonly string[])[]) =>
  readStatisticSheet(rows.map((cells, at) => createInputRow(at + 1, cells)));

describe('the headings of the ministry’s sheet', () => {
  test('are found below the title, and the values below them', () => {
    const sheet = read(
      ['全市町村の主要財政指標（令和４年度）', '', '', '', '', '', '', ''],
      [
        '団体コード',
        '都道府県名',
        '団体名',
        '財政力指数',
        '経常収支比率',
        '実質公債費比率',
        '将来負担比率',
        'ラスパイレス指数',
      ],
      ['011002', '北海道', '札幌市', '0.72', '94.9', '2.9', '21.8', '99.6'],
    );
    expect(Object.fromEntries(sheet?.columns ?? [])).toEqual({
      団体コード: 0,
      団体名: 2,
      財政力指数: 3,
      経常収支比率: 4,
      実質公債費比率: 5,
      将来負担比率: 6,
      ラスパイレス指数: 7,
    });
    expect([sheet?.header.line, sheet?.rows.length, sheet?.issues]).toEqual([2, 1, []]);
  });

  test('may have line breaks, other widths, units and two rows', () => {
    const sheet = read(
      ['団体\nコード', '団 体 名', '財政指標', '', 'ラスパイ', '将来'],
      ['', '', '財政力\n指数', '経常収支比率（％）', 'レス指数', '負担比率'],
      ['990019', '見本町', '0.5', '90', '99', '－'],
    );
    expect([...(sheet?.columns.keys() ?? [])]).toEqual([
      '団体コード',
      '団体名',
      '財政力指数',
      '経常収支比率',
      'ラスパイレス指数',
      '将来負担比率',
    ]);
    expect([sheet?.header.line, sheet?.rows.length]).toEqual([2, 1]);
    expect(read(['団体ｺｰﾄﾞ', '市町村名', 'ﾗｽﾊﾟｲﾚｽ指数'])?.columns.get('ラスパイレス指数')).toBe(2);
  });

  test('are missing on another sheet', () => {
    expect(read(['都道府県名', '人口'], ['見本県', '5'])).toBeNull();
    expect(read(['団体コード', '団体名'], ['990019', '見本町'])).toBeNull();
    expect(read()).toBeNull();
  });

  test('are reported if two columns have the same one', () => {
    const sheet = read(['団体コード', '団体名', '将来負担比率', '将来負担比率']);
    expect(sheet?.issues.map(({ index, issue }) => [index, issue.code])).toEqual([[3, 'repeated-column']]);
  });
});

const find = (texts: readonly string[], others: Parameters<typeof findSheetYear>[1] = []) => {
  const found = findSheetYear(
    texts.map((text, at) => createInputRow(at + 1, ['', text])),
    others,
  );
  if (found.ok) return found.year;
  return [found.row?.line, found.index, found.issue.values.found, found.issue.values.wanted ?? ''].join(' ');
};

describe('the fiscal year of a sheet', () => {
  test.each([
    ['全市町村の主要財政指標（令和４年度）', 2022],
    ['令和 6 年度　全市町村の主要財政指標', 2024],
    ['2023年度決算', 2023],
  ])('is in the title %s', (title, year) => {
    expect(find([title, '団体コード'])).toBe(year);
  });

  test('is --period or that of the source if the title has none', () => {
    expect(find(['財政指標'], [{ text: '令和5年度', year: 2023, where: '--period' }])).toBe(2023);
  });

  test('is unknown without any of them', () => {
    expect(find(['財政指標'])).toBe('1 0  ');
  });

  test('is unclear if the title and --period, or two cells of the sheet, say different ones', () => {
    expect(find(['', '（令和4年度）'], [{ text: '令和5年度', year: 2023, where: '--period' }])).toBe(
      '2 1 令和4年度 令和5年度',
    );
    expect(find(['令和4年度', '令和5年度'])).toBe('1 1 令和4年度 令和5年度');
    expect(find(['令和4年度', '2022年度'])).toBe(2022);
  });

  test('is not one of the older sheets, whose indicators and days differ', () => {
    expect(find(['全市町村の主要財政指標（平成18年度）'])).toBe('1 1 平成18年度 令和4年度以降');
  });
});

test('a fiscal year is not a calendar year, month or text', () => {
  expect(
    ['令和4年度', '2022年度', '令和4年', '令和4年4月', '毎年度', ''].map((text) => readFiscalYear(text)?.year ?? null),
  ).toEqual([2022, 2022, null, null, null, null]);
});
