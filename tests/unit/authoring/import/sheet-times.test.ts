import { describe, expect, test } from 'vitest';
import { completeYear, getSortDay } from '../../../../src/authoring/import/sheet-times.ts';

describe('a year without 年度 or 年', () => {
  test.each([
    ['R5', '年度', 'R5年度'],
    ['2023', '年', '2023年'],
    ['令和5', '年度', '令和5年度'],
    ['R5末', '年度', 'R5年度末'],
    ['R5', null, 'R5'],
    ['令和5年', '年度', '令和5年'],
    ['令和5年度末', '年', '令和5年度末'],
    ['', '年度', ''],
    ['R2～R4平均', '年度', 'R2～R4年度平均'],
    ['R5〜R9の累計', '年', 'R5〜R9年の累計'],
    ['R5時点', '年度', 'R5年度時点'],
    ['R5現在', '年', 'R5年現在'],
    ['R5速報', '年度', 'R5速報'],
    ['不明', '年度', '不明'],
  ] as const)('%s is completed with %s only if it needs it', (period, kind, expected) => {
    expect(completeYear(period, kind)).toBe(expected);
  });

  test('is sorted as a fiscal year, also with 時点 behind it, and no time comes last', () => {
    expect(['R5', 'R5時点', '令和5年', '不明'].map((period) => getSortDay(period))).toEqual([
      '2024-03-31',
      '2024-03-31',
      '2023-12-31',
      '9999',
    ]);
  });
});
