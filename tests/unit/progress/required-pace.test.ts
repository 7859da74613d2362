import { describe, expect, test } from 'vitest';
import { computeRequiredPace } from '../../../src/progress/required-pace.ts';
import { rateLinear } from '../../../src/progress/linear-rating.ts';
import { createProgressInput, createDayPeriod, type ProgressCase } from '../../support/progress-input.ts';

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

  test('counts whole years from a 29 February', () => {
    const given = { baseline: 0, target: 8, latest: null };
    expect(pace(given, '2024-02-29', null, '2028-02-29')).toEqual({ perYear: 2, years: 4 });
  });

  test.each<[string, ProgressCase, string | null]>([
    ['the target is met', { baseline: 0, target: 100, latest: 120 }, '2029-03-31'],
    ['the target is met by less', { baseline: 100, target: 50, latest: 40 }, '2029-03-31'],
    ['the measure has ended', { state: 'ended', baseline: 0, target: 100, latest: 40 }, '2029-03-31'],
    ['the definition has changed', { state: 'definition-changed', baseline: 0, target: 100, latest: 40 }, '2029-03-31'],
    ['results count over different times', { hasMixedTimes: true, baseline: 0, target: 100, latest: 40 }, '2029-03-31'],
    [
      'the result is the number that it must exceed',
      { comparator: '>', baseline: 0, target: 9, latest: 9 },
      '2029-03-31',
    ],
    ['the time of the target is over', { baseline: 0, target: 100, latest: 40 }, '2025-03-31'],
    ['no time is left', { baseline: 0, target: 100, latest: 40 }, '2026-03-31'],
    ['the time of the target is not known', { baseline: 0, target: 100, latest: 40 }, null],
    ['the target has no number', { baseline: 0, target: null, latest: 40 }, '2029-03-31'],
    ['the target is to stay at 0', { baseline: 0, target: 0, latest: 1, unit: '件', text: '0件を維持' }, '2029-03-31'],
    ['there is neither a result nor a baseline', { baseline: null, target: 100, latest: null }, '2029-03-31'],
  ])('is null if %s', (_why, given, to) => {
    expect(pace(given, '2023-03-31', '2026-03-31', to)).toBeNull();
  });
});
