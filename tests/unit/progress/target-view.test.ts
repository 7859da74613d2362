import { describe, expect, test } from 'vitest';
import { createMadeUpIndicator } from '../../../examples/design/made-up-indicator.ts';
import { rateLinear } from '../../../src/progress/linear-rating.ts';
import { chooseTargetView, groupTargetViews } from '../../../src/progress/target-view.ts';
import type { Indicator } from '../../../src/tables/indicators.ts';
import { createProgressInput, type ProgressCase } from '../../support/progress-input.ts';
import { readFileText } from '../../support/source-modules.ts';

const { indicator: plain } = createMadeUpIndicator({ baseline: [2022, 0], target: [2030, 1] });

/** Returns an indicator with the rating of a case. */
function createRated(given: ProgressCase, id = plain.id): Indicator {
  const input = createProgressInput(given);
  const latest = input.latest && { ...input.latest, certainty: 'final' as const };
  return { ...plain, ...input, id, latest, progress: rateLinear(input) };
}
const view = (given: ProgressCase) => chooseTargetView(createRated(given));

describe('a target', () => {
  test('of a percentage without a result is not a share of the baseline', () => {
    const percentage = { ...createRated({ baseline: 97.4, target: 98, latest: null }), unit: '%' };
    expect(chooseTargetView(percentage)).toEqual({ kind: 'words', reason: 'percentage' });
    const measured = { ...createRated({ baseline: 97.4, target: 98, latest: 97.7 }), unit: '%' };
    expect(chooseTargetView(measured).kind).toBe('progress');
  });

  test('without a way has no picture, as the page about the method says', () => {
    expect(view({ baseline: null, target: 70, latest: 75, direction: 'increase' }).kind).toBe('words');
    expect(view({ baseline: 85, target: 80, latest: 84, direction: 'increase' }).kind).toBe('words');
    expect(view({ baseline: 45, target: 45, latest: 48, comparator: '<' }).kind).toBe('words');
    expect(readFileText('content/guides/method.mdx')).toContain(
      '現状値がないもの、すでに目標に届いているもの、目標値と同じ数のもの：進む道のりがありません',
    );
  });

  test('with a rated result is a share of the way', () => {
    expect(view({ baseline: 200, target: 220, latest: 190 })).toEqual({ kind: 'progress', share: -0.5, elapsed: 0.5 });
    expect(view({ baseline: 300, target: 250, latest: 240 })).toEqual({ kind: 'progress', share: 1.2, elapsed: 0.5 });
  });

  test('that is reached has a share even if no time is known', () => {
    expect(view({ baseline: 2, target: 10, latest: 12, from: null })).toEqual({
      kind: 'progress',
      share: 1.25,
      elapsed: null,
    });
  });

  test.each([
    [59, 90, 31 / 59],
    [300, 250, -1 / 6],
    [-120, 60, 1.5],
  ])('without a result is the change from %d to %d as a share of the baseline', (baseline, target, change) => {
    const needed = view({ baseline, target, latest: null });
    expect(needed.kind).toBe('required');
    expect(needed.kind === 'required' ? needed.change : NaN).toBeCloseTo(change, 12);
  });

  test.each<readonly [string, ProgressCase, string]>([
    ['to maintain', { baseline: 95, target: 95, latest: 95, direction: 'maintain' }, 'maintain'],
    ['not kept, if nothing says which way is better', { baseline: 95, target: 95, latest: 96 }, 'direction-unknown'],
    ['to maintain, without a result', { baseline: 95, target: 95, latest: null, direction: 'maintain' }, 'maintain'],
    ['that is a range', { baseline: 31, target: null, low: 40, high: 60, comparator: 'within', latest: 42 }, 'range'],
    [
      'that is a range, without a result',
      { baseline: 31, target: null, low: 40, high: 60, comparator: 'within', latest: null },
      'range',
    ],
    ['that is a range of one number', { baseline: 31, target: 40, latest: null, direction: 'range' }, 'range'],
    [
      'to maintain at least',
      { baseline: 95, target: 95, latest: null, direction: 'maintain', comparator: '>=' },
      'maintain',
    ],
    ['to maintain by its words', { baseline: 95, target: 95, latest: null, text: '95を維持' }, 'maintain'],
    ['of every year', { baseline: 30, target: 40, latest: 35, text: '毎年度40人' }, 'every-year'],
    ['in words', { baseline: 3, target: null, latest: 4 }, 'target-in-words'],
    ['in words, without a result', { baseline: 3, target: null, latest: null }, 'target-in-words'],
    ['that the plan does not name', { baseline: 3, target: null, lacksTarget: true, latest: 4 }, 'no-target'],
    ['that the baseline meets', { baseline: 85, target: 80, latest: 84, direction: 'increase' }, 'met-before'],
    [
      'whose limit, not included, is the baseline',
      { baseline: 45, target: 45, latest: 48, comparator: '<' },
      'same-number',
    ],
    ['without a baseline', { baseline: null, target: 70, latest: 55, direction: 'increase' }, 'no-baseline'],
    [
      'that is reached, without a baseline',
      { baseline: null, target: 70, latest: 75, direction: 'increase' },
      'no-baseline',
    ],
    ['that no result is known to meet', { baseline: null, target: 70, latest: 75 }, 'direction-unknown'],
    [
      'that contradicts 良い方向, without a result',
      { baseline: 80, target: 70, latest: null, direction: 'increase', comparator: '<=' },
      'direction-unknown',
    ],
    ['without baseline and result', { baseline: null, target: 70, latest: null }, 'no-baseline'],
    ['from a baseline of 0, without a result', { baseline: 0, target: 100, latest: null }, 'zero-baseline'],
    ['of a finished indicator', { baseline: 1, target: 5, latest: 4, state: 'ended' }, 'ended'],
    [
      'of a changed definition',
      { baseline: 1, target: 5, latest: 4, state: 'definition-changed' },
      'definition-changed',
    ],
    ['with too small a sample', { baseline: 1, target: 5, latest: 4, minimumSample: 100, sample: 20 }, 'small-sample'],
    ['of an unknown time', { baseline: 1, target: 5, latest: 4, from: null }, 'period-unknown'],
  ])('%s has no picture', (_case, given, reason) => {
    expect(view(given)).toEqual({ kind: 'words', reason });
  });

  test('from a baseline of 0 has a way as soon as there is a result', () => {
    expect(view({ baseline: 0, target: 100, latest: 8 })).toMatchObject({ kind: 'progress', share: 0.08 });
  });
});

describe('a list of targets', () => {
  const indicators = [
    createRated({ baseline: 0, target: 10, latest: 8 }, 'made-up/ahead'),
    createRated({ baseline: 100, target: 105, latest: null }, 'made-up/small'),
    createRated({ baseline: 3, target: null, latest: 4 }, 'made-up/words'),
    createRated({ baseline: 0, target: 10, latest: -2 }, 'made-up/worse'),
    createRated({ baseline: 100, target: 40, latest: null }, 'made-up/large'),
    createRated({ baseline: 95, target: 95, latest: 95, direction: 'maintain' }, 'made-up/kept'),
  ];
  const listIds = (order?: 'unsorted') => {
    const groups = groupTargetViews(indicators, order);
    return [groups.progress, groups.required, groups.words].map((rows) =>
      rows.map(({ indicator }) => indicator.id.slice(8)),
    );
  };

  test('begins with the least progress, the largest change and what is rated', () => {
    expect(listIds()).toEqual([
      ['worse', 'ahead'],
      ['large', 'small'],
      ['kept', 'words'],
    ]);
  });

  test('can keep the order of the indicators', () => {
    expect(listIds('unsorted')).toEqual([
      ['ahead', 'worse'],
      ['small', 'large'],
      ['words', 'kept'],
    ]);
  });
});
