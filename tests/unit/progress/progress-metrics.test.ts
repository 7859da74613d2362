import { describe, expect, test } from 'vitest';
import { rateLinear } from '../../../src/progress/linear-rating.ts';
import { computeMetrics, computeRequiredPace, ProgressMetrics } from '../../../src/progress/progress-metrics.ts';
import { createProgressInput, type ProgressCase, createDayPeriod } from '../../support/progress-input.ts';
import { readFileText } from '../../support/source-modules.ts';

const figures = (given: ProgressCase) => computeMetrics(createProgressInput(given));

describe('the progress metrics of an indicator', () => {
  test('come from its plan and its latest result', () => {
    expect(figures({ baseline: 50, target: 80, latest: 65, now: 25 })).toEqual({
      achieved: 0.5,
      elapsed: 0.25,
      pace: 2,
      expected: 57.5,
      difference: 15,
      difference_ratio: 0.3,
      target_ratio: 0.8125,
    });
  });

  test('have no rounding errors of binary numbers', () => {
    expect(figures({ baseline: 32, target: 33, latest: 32.1, now: 50 })).toMatchObject({
      achieved: 0.1,
      pace: 0.2,
      expected: 32.5,
      difference: 0.1,
    });
    expect(figures({ baseline: 32.1, target: 31, latest: 31, now: 100 })).toMatchObject({
      achieved: 1,
      expected: 31,
      difference: 1.1,
    });
    expect(figures({ baseline: -0.1, target: 0.2, latest: 0, now: 30, to: 90 }).expected).toBe(0);
    const still = figures({ baseline: 50, target: 40, latest: 50, now: 50 });
    expect([still.achieved, still.difference]).toEqual([0, 0]);
  });

  test('have no share of the way if the target equals the baseline', () => {
    expect(figures({ comparator: '>', baseline: 5, target: 5, latest: 5 }).achieved).toBeNull();
  });

  test('count a difference as positive if less is better', () => {
    expect(figures({ baseline: 100, target: 50, latest: 80 })).toMatchObject({
      achieved: 0.4,
      difference: 20,
      difference_ratio: 0.2,
    });
  });

  test('count a share of a target below 1', () => {
    expect(figures({ baseline: 0.2, target: 0.8, latest: 0.4 }).target_ratio).toBe(0.5);
  });

  test('know the better direction from 超 and 未満', () => {
    expect(figures({ comparator: '>', baseline: 10, target: 50, latest: 8 }).difference).toBe(-2);
    expect(figures({ comparator: '<', baseline: 10, target: 5, latest: 8 }).difference).toBe(2);
  });

  test('count a difference by the size of a negative baseline', () => {
    expect(figures({ baseline: -10, target: 10, latest: -5 })).toMatchObject({
      difference: 5,
      difference_ratio: 0.5,
    });
  });

  test('expect the target itself at the end of its period and later', () => {
    expect(figures({ baseline: 0, target: 100, latest: 70, now: 150 })).toMatchObject({
      elapsed: 1.5,
      expected: 100,
    });
    // 14 digits of the sum would be 0.
    expect(figures({ baseline: 1e10, target: 0.00001, latest: 70, now: 100 }).expected).toBe(0.00001);
  });
});

describe('an unknown metric is null', () => {
  test.each<[string, keyof ReturnType<typeof figures>, ProgressCase]>([
    ['without a result, what was achieved', 'achieved', { baseline: 0, target: 10, latest: null }],
    ['without a result, what was expected', 'expected', { baseline: 0, target: 10, latest: null }],
    ['before the baseline, the pace', 'pace', { baseline: 0, target: 10, latest: 5, now: -10 }],
    ['on the day of the baseline, what was expected', 'expected', { baseline: 0, target: 10, latest: 5, now: 0 }],
    ['without a baseline, the difference', 'difference', { baseline: null, target: 10, latest: 5 }],
    ['from a baseline of zero, its share', 'difference_ratio', { baseline: 0, target: 10, latest: 5 }],
    [
      'in a range, what was achieved',
      'achieved',
      { comparator: 'within', baseline: 1, target: null, low: 4, high: 6, latest: 2 },
    ],
    [
      'in a range, the difference',
      'difference',
      { comparator: 'within', baseline: 1, target: null, low: 4, high: 6, latest: 2 },
    ],
    ['at a target in words of no direction, the difference', 'difference', { baseline: 1, target: null, latest: 2 }],
    ['if less is better, the share of the target', 'target_ratio', { baseline: 100, target: 50, latest: 75 }],
    ['of a target of zero, its share', 'target_ratio', { direction: 'increase', baseline: -5, target: 0, latest: -2 }],
    ['of a target below zero, its share', 'target_ratio', { baseline: -50, target: -10, latest: -20 }],
    ['if the time is not known, the pace', 'pace', { baseline: 0, target: 10, latest: 5, to: null }],
    ['at the very time of the baseline, the pace', 'pace', { baseline: 0, target: 10, latest: 5, now: 0 }],
  ])('%s', (_words, name, given) => {
    expect(figures(given)[name]).toBeNull();
  });

  test('and the texts about the share of the target say for which targets there is one', () => {
    expect(ProgressMetrics.shape.target_ratio.meta()?.description).toContain(
      '大きいほどよく、目標値が0より大きい指標だけ',
    );
    expect(readFileText('content/guides/method.mdx')).toContain('（大きいほどよく、目標値が0より大きい指標だけ）');
  });

  test('but a target in words keeps the difference if 良い方向 says which direction is better', () => {
    expect(figures({ direction: 'increase', baseline: 200, target: null, latest: 340 })).toMatchObject({
      difference: 140,
      difference_ratio: 0.7,
      achieved: null,
    });
  });

  test('and a value to keep has a difference', () => {
    const kept: ProgressCase = {
      direction: 'maintain',
      comparator: '>=',
      baseline: 96,
      target: 95,
      latest: 95.5,
    };
    expect(figures(kept)).toMatchObject({ difference: -0.5, achieved: null });
  });
});

/** Returns the required pace of a case with days as periods. */
function pace(given: ProgressCase, from: string, now: string | null, to: string | null) {
  const all = createProgressInput(given);
  const timed = {
    ...all,
    baseline: { ...all.baseline, period: createDayPeriod(from) },
    target: { ...all.target, period: createDayPeriod(to) },
    latest: all.latest && { ...all.latest, period: createDayPeriod(now) },
  };
  return computeRequiredPace({ ...timed, progress: rateLinear(timed) });
}

describe('the required pace', () => {
  test('is the rest of the way, divided by the years left after the latest result', () => {
    const given = { baseline: 0, target: 100, latest: 40 };
    expect(pace(given, '2023-03-31', '2026-03-31', '2029-03-31')).toEqual({ perYear: 20, years: 3 });
  });

  test('counts from the baseline if there is no result', () => {
    const given = { baseline: 10, target: 70, latest: null };
    expect(pace(given, '2023-03-31', null, '2029-03-31')).toEqual({ perYear: 10, years: 6 });
  });

  test('is negative if the target is below the baseline', () => {
    const given = { baseline: 100, target: 40, latest: 70 };
    expect(pace(given, '2023-03-31', '2026-03-31', '2029-03-31')?.perYear).toBe(-10);
  });

  test('counts parts of a year', () => {
    const given = { baseline: 0, target: 100, latest: null };
    expect(pace(given, '2023-03-31', null, '2024-09-30')?.years).toBeCloseTo(1 + 183 / 365.25, 10);
    expect(pace(given, '2023-09-30', null, '2025-03-31')?.years).toBeCloseTo(1 + 182 / 365.25, 10);
  });

  test('counts whole years from a day within a month', () => {
    const given = { baseline: 0, target: 9, latest: null };
    expect(pace(given, '2023-06-15', null, '2026-06-15')).toEqual({ perYear: 3, years: 3 });
  });

  test('counts whole years from a 29 February', () => {
    const given = { baseline: 0, target: 8, latest: null };
    expect(pace(given, '2024-02-29', null, '2028-02-29')).toEqual({ perYear: 2, years: 4 });
    expect(pace(given, '2024-02-29', null, '2026-02-28')).toEqual({ perYear: 4, years: 2 });
  });

  test.each<[string, ProgressCase, string | null]>([
    ['the target is met', { baseline: 0, target: 100, latest: 120 }, '2029-03-31'],
    ['the target is met by less', { baseline: 100, target: 50, latest: 40 }, '2029-03-31'],
    ['the measure has ended', { state: 'ended', baseline: 0, target: 100, latest: 40 }, '2029-03-31'],
    ['the definition has changed', { state: 'definition-changed', baseline: 0, target: 100, latest: 40 }, '2029-03-31'],
    [
      'too few answered in the survey',
      { sample: 9, minimumSample: 10, baseline: 0, target: 100, latest: 40 },
      '2029-03-31',
    ],
    ['results count over different times', { hasMixedTimes: true, baseline: 0, target: 100, latest: 40 }, '2029-03-31'],
    [
      'the result is the number that it must exceed',
      { comparator: '>', baseline: 0, target: 9, latest: 9 },
      '2029-03-31',
    ],
    [
      'the result may be near enough',
      { comparator: 'about', direction: 'increase', baseline: 9, target: 9, latest: 4 },
      '2029-03-31',
    ],
    ['every year must meet the target', { baseline: 30, target: 40, latest: 35, text: '毎年40人' }, '2029-03-31'],
    ['the time of the target is over', { baseline: 0, target: 100, latest: 40 }, '2025-03-31'],
    ['no time is left', { baseline: 0, target: 100, latest: 40 }, '2026-03-31'],
    ['the time of the target is not known', { baseline: 0, target: 100, latest: 40 }, null],
    ['the target has no number', { direction: 'increase', baseline: 0, target: null, latest: 40 }, '2029-03-31'],
    ['the target is to stay at 0', { baseline: 0, target: 0, latest: 1, unit: '件', text: '0件を維持' }, '2029-03-31'],
    [
      'there is neither a result nor a baseline',
      { direction: 'increase', baseline: null, target: 100, latest: null },
      '2029-03-31',
    ],
  ])('is null if %s', (_why, given, to) => {
    expect(pace(given, '2023-03-31', '2026-03-31', to)).toBeNull();
  });
});
