import { describe, expect, test } from 'vitest';
import { countReasons, countStatuses } from '../../../src/model/progress-status.ts';
import { rateLinear } from '../../../src/progress/linear-rating.ts';
import { createProgressInput, type ProgressCase } from '../../support/progress-input.ts';

const progress = (given: Partial<ProgressCase>) =>
  rateLinear(createProgressInput({ baseline: 0, target: 100, latest: 50, ...given }));
const some = [
  progress({}),
  progress({ latest: 100 }),
  progress({ latest: 100 }),
  progress({ latest: null }),
  progress({ state: 'ended' }),
  progress({ latest: null }),
];

describe('counting indicators', () => {
  test('includes every status, also without indicators', () => {
    expect(countStatuses(some).map(({ status, count }) => `${status} ${count}`)).toEqual([
      'achieved 2',
      'on-track 1',
      'slightly-behind 0',
      'behind 0',
      'worse 0',
      'missed 0',
      'not-rated 3',
    ]);
  });

  test('loses no indicator', () => {
    const all = countStatuses(some).reduce((sum, { count }) => sum + count, 0);
    expect(all).toBe(some.length);
  });

  test('counts the reasons for no rating', () => {
    expect(countReasons(some)).toEqual([
      { reason: 'ended', count: 1 },
      { reason: 'not-measured', count: 2 },
    ]);
  });
});
