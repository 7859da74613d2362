import { describe, expect, test } from 'vitest';
import { findSheetYear, readFiscalYear } from '../../../../src/authoring/import/sheet-year.ts';
import { createInputRow } from '../../../support/input-row.ts';

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

test('a fiscal year is no calendar year, month or text', () => {
  expect(
    ['令和4年度', '2022年度', '令和4年', '令和4年4月', '毎年度', ''].map((text) => readFiscalYear(text)?.year ?? null),
  ).toEqual([2022, 2022, null, null, null, null]);
});
