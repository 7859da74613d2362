import { describe, expect, test } from 'vitest';
import { appendFixtureLines, validateFixture, type FixtureFiles } from '../../../support/town.ts';

const PLAN = 'data/plans/mihon-keikaku';
const RATING_HEAD = '順,記号,名称,尺度,下限,下限を含む,上限,上限を含む,年度,誤差,説明';
const bands = (...rows: readonly string[]): FixtureFiles => ({
  [`${PLAN}/rating.csv`]: `${[RATING_HEAD, ...rows].join('\n')}\n`,
});
const typed = (symbol: string) =>
  appendFixtureLines(`${PLAN}/observations.csv`, `sns,令和7年度,"6,000人",,,,${symbol},,,`);
const told = (files: FixtureFiles) => validateFixture(files).map(({ code, hint }) => ({ code, hint }));
const TYPED = ['1,A,甲,記入,,,,,,,', '2,B,乙,記入,,,,,,,'];

describe('評価 in a plan whose way of rating is to type a symbol', () => {
  test('may be any of its symbols, or empty', () => {
    expect(told({ ...bands(...TYPED), ...typed('A') })).toEqual([]);
    expect(told({ ...bands(...TYPED), ...typed('') })).toEqual([]);
  });

  test('is told where it is none of them, with the one that was meant', () => {
    expect(told({ ...bands(...TYPED), ...typed('Ａ') })).toEqual([
      { code: 'unknown-rating', hint: expect.stringContaining('「A」ではありませんか') as string },
    ]);
  });

  test('is told where it is none of them and like none of them', () => {
    expect(told({ ...bands(...TYPED), ...typed('達成') })).toEqual([
      { code: 'unknown-rating', hint: '使える記号は A、B です。' },
    ]);
  });
});

test('評価 may be anything where the way of rating asks for no symbol', () => {
  expect(told(typed('達成'))).toEqual([]);
  expect(told({ ...bands('1,A,甲,達成率,,,,,,,'), ...typed('達成') })).toEqual([]);
});
