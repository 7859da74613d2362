import { describe, expect, test } from 'vitest';
import { compareStatistic } from '../../../src/site-data/compare-statistic.ts';
import { describeJump } from '../../../src/site-data/statistic-findings.ts';
import type { FindingSubject } from '../../../src/site-data/statistic-words.ts';
import { createYearSeries, type YearValue } from '../../support/statistic-series.ts';

const ratio: FindingSubject = { title: '割合の統計', unit: '%', comparison: 'value' };
const count: FindingSubject = { title: '人数の統計', unit: '人', comparison: 'value' };

type Row = readonly YearValue[];

describe('the sentence about a jump', () => {
  const describeRows = (...rows: readonly Row[]) => describeIn(ratio, ...rows);
  const describeIn = (subject: FindingSubject, ...rows: readonly Row[]) =>
    describeJump(
      compareStatistic(
        subject,
        rows.map((values, at) => createYearSeries(`${at + 1}市`, 2015, values)),
      ),
    );
  /** The rows of the four other municipalities. */
  const repeat = (row: Row) => [row, row, row, row];

  test('says at what time all were far above or far below the values before and after', () => {
    expect(describeRows(...repeat([10, 11, 10]), [50, 80, 70])).toBe(
      '。2016年度は、5市とも前後の値より大きくなっています',
    );
    expect(describeRows(...repeat([10, 9, 10]), [50, 20, 30])).toBe(
      '。2016年度は、5市とも前後の値より小さくなっています',
    );
    expect(describeIn(count, ...repeat([100, 107, 101]), [0, 20, 0])).toContain('2016年度は、5市とも');
  });

  test.each([
    ['one did not', [10, 10, 10]],
    ['one hardly did', [10, 10.9, 10]],
    ['one went on', [10, 12, 13]],
    ['one stayed', [10, 12, 12]],
    ['one moved the other way', [10, 8, 10]],
    ['one has no number after it', [10, 20, '-']],
    ['one has no value before it', [null, 20, 10]],
  ] as const)('is missing if %s', (_, row) => {
    expect(describeRows(...repeat([10, 20, 10]), [10, 20, 10])).not.toBe('');
    expect(describeRows(...repeat([10, 20, 10]), row)).toBe('');
  });

  test('is missing if a number is less than a twenty-fifth above its neighbours', () => {
    expect(describeIn(count, ...repeat([100, 107, 101]), [100, 103, 100])).toBe('');
    expect(describeIn(count, ...repeat([100, 107, 101]), [100, 107, 103])).toBe('');
  });

  test('is missing for the first and the last time, and for four municipalities', () => {
    expect(describeRows(...repeat([20, 10]), [20, 10])).toBe('');
    expect(describeRows(...repeat([10, 20, 10]))).toBe('');
  });

  // To name the times for each jump of each municipality takes half a minute.
  test('is soon found among the lines of 400 municipalities that go up and down', () => {
    const rows = Array.from({ length: 400 }, () => Array.from({ length: 18 }, (_row, at) => (at % 2 === 0 ? 10 : 20)));
    expect(describeRows(...rows)).toBe('。2016年度は、400市すべてで前後の値より大きくなっています');
  });

  test('is about the time at which the smallest jump is the largest', () => {
    const rows = repeat([10, 20, 10, 15, 11, 4, 10]);
    expect(describeRows(...rows, [10, 12, 10, 15, 10, 7, 10])).toBe(
      '。2018年度は、5市とも前後の値より大きくなっています',
    );
  });
});
