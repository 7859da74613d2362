import { describe, expect, test } from 'vitest';
import { notRatedReasons, progressStatuses, type ProgressStatus } from '../../../src/model/progress-status.ts';
import { rateLinear } from '../../../src/progress/linear-rating.ts';
import {
  formatDayAfter,
  createProgressInput,
  createDayPeriod,
  type ProgressCase,
} from '../../support/progress-input.ts';

const statusOf = (given: ProgressCase) => rateLinear(createProgressInput(given)).status;
const reasonOf = (given: ProgressCase) => rateLinear(createProgressInput(given)).reason;

describe('the straight line', () => {
  test.each([
    ['50 → 80, now 65', { baseline: 50, target: 80, latest: 65 }],
    ['100 → 50, now 75', { baseline: 100, target: 50, latest: 75 }],
    ['90 → 10, now 50', { baseline: 90, target: 10, latest: 50 }],
  ])('rates %s at half of the time as half-way and on track', (_words, given) => {
    expect(rateLinear(createProgressInput(given))).toMatchObject({
      status: 'on-track',
      achieved: 0.5,
      elapsed: 0.5,
    });
  });

  test('is not affected by rounding errors of binary numbers', () => {
    expect((67.1 - 50) / 30 / 0.6).toBeLessThan(0.95);
    expect(statusOf({ baseline: 50, target: 80, latest: 67.1, now: 60 })).toBe('on-track');
  });

  test('accepts a target of zero', () => {
    const progress = rateLinear(createProgressInput({ baseline: 120, target: 0, latest: 80 }));
    expect(progress).toMatchObject({ status: 'slightly-behind', achieved: 0.33333333333333 });
  });

  test('accepts a negative baseline: ▲10 → 10, now 0', () => {
    expect(rateLinear(createProgressInput({ baseline: -10, target: 10, latest: 0 }))).toMatchObject({
      status: 'on-track',
      achieved: 0.5,
    });
  });

  test.each([
    ['on-track', 95, 'at 0.95 of the pace'],
    ['slightly-behind', 94.9, 'just under 0.95'],
    ['slightly-behind', 60, 'at 0.60'],
    ['behind', 59.9, 'just under 0.60'],
    ['behind', 0, 'if nothing has moved'],
    ['worse', -0.1, 'if it went the other way'],
  ])('says %s (%s, %s)', (status, latest) => {
    expect(statusOf({ baseline: 0, target: 200, latest })).toBe(status);
  });

  test('counts time in days, from the last day of each period', () => {
    const given = createProgressInput({ baseline: 0, target: 100, latest: 10 });
    const fiscal = (year: number) => ({ text: '', start: `${year}-04-01`, end: `${year + 1}-03-31` });
    const progress = rateLinear({
      ...given,
      baseline: { ...given.baseline, period: fiscal(2022) },
      target: { ...given.target, period: fiscal(2028) },
      latest: { value: 10, text: '', sample: null, period: createDayPeriod('2024-03-31') },
    });
    // 2023-03-31 to 2024-03-31 is 366 days, to 2029-03-31 it is 2192.
    expect(progress.elapsed).toBeCloseTo(366 / 2192, 12);
  });

  test('names its method', () => {
    expect(rateLinear(createProgressInput({ baseline: 0, target: 1, latest: 1 }))).toMatchObject({
      method: 'linear',
      own: null,
    });
  });
});

describe('a target that is met is achieved', () => {
  test.each<[string, ProgressCase]>([
    ['以上', { comparator: '>=', baseline: 50, target: 80, latest: 80 }],
    ['以下', { comparator: '<=', baseline: 50, target: 20, latest: 20 }],
    ['超', { comparator: '>', baseline: 50, target: 80, latest: 80.1 }],
    ['未満', { comparator: '<', baseline: 50, target: 20, latest: 19.9 }],
    ['ちょうど', { comparator: '=', baseline: 50, target: 80, latest: 80 }],
    ['a range', { comparator: 'within', baseline: 30, target: null, low: 40, high: 60, latest: 60 }],
    ['a range, at its low end', { comparator: 'within', baseline: 30, target: null, low: 40, high: 60, latest: 40 }],
    ['a range open below', { comparator: 'within', baseline: 70, target: null, high: 60, latest: 1 }],
    ['増加 without a comparator', { direction: 'increase', baseline: 50, target: 80, latest: 90 }],
    ['減少 without a comparator', { direction: 'decrease', baseline: 50, target: 20, latest: 10 }],
    ['neither, and the way leads up', { baseline: 50, target: 80, latest: 90 }],
    ['neither, and the way leads down', { baseline: 50, target: 20, latest: 10 }],
    ['維持 95以上 at 96', { direction: 'maintain', comparator: '>=', baseline: 95, target: 95, latest: 96 }],
    ['維持 with a bare number', { direction: 'maintain', baseline: 95, target: 95, latest: 95 }],
    ['概ね80 with 増加', { direction: 'increase', comparator: 'about', baseline: 50, target: 80, latest: 85 }],
    ['概ね20 with 減少', { direction: 'decrease', comparator: 'about', baseline: 50, target: 20, latest: 15 }],
  ])('by %s', (_words, given) => {
    expect(statusOf(given)).toBe('achieved');
  });

  test.each<[string, ProgressCase]>([
    ['before its time', { baseline: 0, target: 10, latest: 10, now: 1 }],
    ['after its time', { baseline: 0, target: 10, latest: 10, now: 400 }],
    ['without a baseline', { baseline: null, target: 10, latest: 10, direction: 'increase' }],
    ['without any time but its own', { baseline: 0, target: 10, latest: 10, from: null, now: 1, to: null }],
  ])('%s', (_when, given) => {
    expect(statusOf(given)).toBe('achieved');
  });

  test.each<[string, ProgressCase, ProgressStatus]>([
    ['超 at the very number', { comparator: '>', baseline: 50, target: 80, latest: 80 }, 'on-track'],
    ['未満 at the very number', { comparator: '<', baseline: 50, target: 20, latest: 20 }, 'on-track'],
    [
      '概ね on the way',
      { direction: 'increase', comparator: 'about', baseline: 50, target: 80, latest: 60 },
      'slightly-behind',
    ],
    ['ちょうど, overshot', { comparator: '=', baseline: 50, target: 80, latest: 81 }, 'behind'],
    [
      'a range, overshot',
      { comparator: 'within', baseline: 30, target: null, low: 40, high: 60, latest: 61 },
      'behind',
    ],
  ])('but not by %s', (_words, given, status) => {
    expect(statusOf(given)).toBe(status);
  });
});

describe('a target that is not met', () => {
  test('at its time is missed', () => {
    expect(statusOf({ baseline: 0, target: 10, latest: 9.9, now: 100 })).toBe('missed');
  });

  test('after its time is missed', () => {
    expect(statusOf({ baseline: 0, target: 10, latest: -5, now: 101 })).toBe('missed');
  });

  test('on the day before is still rated by its pace', () => {
    expect(statusOf({ baseline: 0, target: 10, latest: 9.9, now: 99 })).toBe('on-track');
  });

  test('at its time is missed even without a baseline', () => {
    expect(statusOf({ baseline: null, direction: 'increase', target: 10, latest: 9, now: 100 })).toBe('missed');
  });
});

describe('a value to keep is rated only by whether it is inside the limits', () => {
  test.each<[string, ProgressCase]>([
    ['a target equal to the baseline', { direction: 'increase', baseline: 80, target: 80, latest: 79 }],
    ['維持 95以上 from 96, now 94', { direction: 'maintain', comparator: '>=', baseline: 96, target: 95, latest: 94 }],
    ['a range', { comparator: 'within', baseline: 50, target: null, low: 40, high: 60, latest: 39 }],
    [
      'a baseline that met the target, now fallen below',
      { direction: 'increase', baseline: 90, target: 80, latest: 70 },
    ],
    ['a baseline under 以下, now risen above', { comparator: '<=', baseline: 10, target: 20, latest: 30 }],
    [
      'a range without a baseline',
      { comparator: 'within', baseline: null, target: null, low: 40, high: 60, latest: 39 },
    ],
    [
      'a range since an unknown day',
      { comparator: 'within', baseline: 5, target: null, low: 4, latest: 3, from: null },
    ],
    [
      '0人を維持 without a baseline',
      { direction: 'maintain', unit: '人', baseline: null, target: 0, text: '0人を維持', latest: 4 },
    ],
    [
      '100を維持, with the unit in its own column',
      { direction: 'maintain', unit: '%', baseline: 100, target: 100, text: '100を維持', latest: 99 },
    ],
    ['毎年度, half-way', { baseline: 30, target: 40, comparator: '>=', text: '毎年度40人以上', latest: 35 }],
    [
      '各年度, without a baseline',
      { baseline: null, target: 100, direction: 'increase', text: '100（各年度）', latest: 9 },
    ],
  ])('%s is behind while outside before its time', (_words, given) => {
    expect(statusOf(given)).toBe('behind');
  });

  test.each<[string, ProgressCase]>([
    ['a target equal to the baseline', { direction: 'increase', baseline: 80, target: 80, latest: 79 }],
    ['維持, kept', { direction: 'maintain', comparator: '>=', baseline: 96, target: 95, latest: 96 }],
    ['a range', { comparator: 'within', baseline: 50, target: null, low: 40, high: 60, latest: 45 }],
    ['a baseline that met the target', { direction: 'increase', baseline: 90, target: 80, latest: 70 }],
    ['a target of every year', { baseline: 30, target: 40, text: '毎年40人', latest: 35 }],
  ])('%s has no share of the way', (_words, given) => {
    expect(rateLinear(createProgressInput(given)).achieved).toBeNull();
  });
});

describe('not rated, with the first reason that applies', () => {
  const all: ProgressCase = { baseline: null, target: null, latest: null, from: null, now: null, to: null };
  const small = { sample: 9, minimumSample: 10 };

  const cases: readonly (readonly [string, ProgressCase])[] = [
    ['ended', { ...all, state: 'ended', lacksTarget: true }],
    ['definition-changed', { ...all, state: 'definition-changed', lacksTarget: true }],
    ['counted-differently', { ...all, hasMixedTimes: true, lacksTarget: true }],
    ['no-target', { ...all, lacksTarget: true }],
    ['target-in-words', all],
    ['target-in-words', { ...all, ...small, latest: 10 }],
    ['not-measured', { ...all, target: 10 }],
    ['small-sample', { ...all, ...small, target: 10, latest: 10 }],
    ['direction-unknown', { ...all, target: 10, latest: 9, now: 1 }],
    [
      'target-approximate',
      { ...all, comparator: 'about', direction: 'increase', target: 10, latest: 9, now: 1, to: 1 },
    ],
    ['no-baseline', { ...all, target: 10, latest: 9, direction: 'increase', now: 1 }],
    ['period-unknown', { ...all, target: 10, latest: 9, baseline: 0 }],
  ];

  test.each(cases)('%s', (reason, given) => {
    expect(rateLinear(createProgressInput(given))).toMatchObject({ status: 'not-rated', reason });
  });

  test('covers every reason', () => {
    expect(new Set(cases.map(([reason]) => reason))).toEqual(new Set(Object.keys(notRatedReasons)));
  });

  test.each(['from', 'now', 'to'] as const)('period-unknown if only %s is unknown', (one) => {
    expect(reasonOf({ baseline: 0, target: 10, latest: 5, [one]: null })).toBe('period-unknown');
  });

  test('period-unknown if a result is outside a range without an end in time', () => {
    const given: ProgressCase = { comparator: 'within', baseline: 5, target: null, low: 4, latest: 3 };
    expect(reasonOf({ ...given, to: null })).toBe('period-unknown');
  });

  test('period-unknown if a result without a day meets the target', () => {
    expect(reasonOf({ baseline: 0, target: 10, latest: 10, now: null })).toBe('period-unknown');
  });

  test.each([
    ['at', 0],
    ['before', -10],
  ])('period-unknown if the result is %s the period of the baseline', (_when, now) => {
    expect(reasonOf({ baseline: 0, target: 10, latest: 5, now })).toBe('period-unknown');
  });

  test('contains no numbers', () => {
    expect(rateLinear(createProgressInput({ baseline: 0, target: 10, latest: null }))).toMatchObject({
      achieved: null,
      elapsed: null,
    });
  });

  test('an ended indicator is not rated, even if its target is met', () => {
    expect(reasonOf({ state: 'ended', baseline: 0, target: 10, latest: 20 })).toBe('ended');
  });
});

describe('the sample', () => {
  const given = { baseline: 0, target: 10, latest: 5 };

  test.each([
    ['as large as the plan asks', { sample: 100, minimumSample: 100 }],
    ['of unknown size', { minimumSample: 100 }],
    ['of any size if the plan asks nothing', { sample: 1 }],
  ])('%s is rated', (_words, sample) => {
    expect(statusOf({ ...given, ...sample })).toBe('on-track');
  });
});

test('a rated indicator has no reason', () => {
  expect(reasonOf({ baseline: 0, target: 10, latest: 5 })).toBeNull();
});

test('every status and every reason has its own Japanese name', () => {
  const names = [...Object.values(progressStatuses), ...Object.values(notRatedReasons)];
  expect([names.filter((name) => !/[ぁ-んァ-ヶ一-龠]/.test(name)), new Set(names).size]).toEqual([[], names.length]);
});

test('the day helper of these tests counts from 2020-01-01', () => {
  expect([formatDayAfter(0), formatDayAfter(31), formatDayAfter(366)]).toEqual([
    '2020-01-01',
    '2020-02-01',
    '2021-01-01',
  ]);
});
