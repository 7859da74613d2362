import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ProgressStatus } from '../../../src/model/progress-status.ts';
import { rateLinear } from '../../../src/progress/linear-rating.ts';
import { createProgressInput, type ProgressCase } from '../../support/progress-input.ts';

/** The statuses from best to worst before the target date. */
const RANK: readonly ProgressStatus[] = ['achieved', 'on-track', 'slightly-behind', 'behind', 'worse'];

// Whole numbers, so that scaling by a power of two and shifting by a whole number are exact.
const figure = fc.integer({ min: -100_000, max: 100_000 });
const direction = fc.constantFrom(null, 'increase', 'decrease', 'maintain', 'range');
const comparator = fc.constantFrom(null, '>=', '<=', '>', '<', '=', 'about');
const time = fc.integer({ min: 1, max: 99 });
const anything: fc.Arbitrary<ProgressCase & { latest: number; baseline: number; target: number }> = fc.record({
  baseline: figure,
  target: figure,
  latest: figure,
  direction,
  comparator,
  now: time,
});
const statusOf = (given: ProgressCase) => rateLinear(createProgressInput(given)).status;

describe('a rating does not change', () => {
  test('if every value is in another unit', () => {
    fc.assert(
      fc.property(anything, fc.constantFrom(0.25, 0.5, 2, 1024), (given, by) => {
        const { baseline, target, latest } = given;
        const scaled = { ...given, baseline: baseline * by, target: target * by, latest: latest * by };
        expect(rateLinear(createProgressInput(scaled))).toEqual(rateLinear(createProgressInput(given)));
      }),
    );
  });

  test('if every value is counted from another zero', () => {
    fc.assert(
      fc.property(anything, figure, (given, by) => {
        const { baseline, target, latest } = given;
        const shifted = { ...given, baseline: baseline + by, target: target + by, latest: latest + by };
        expect(rateLinear(createProgressInput(shifted))).toEqual(rateLinear(createProgressInput(given)));
      }),
    );
  });

  test('if every value changes by the same linear function', () => {
    const turned = { increase: 'decrease', decrease: 'increase' } as const;
    const factor = fc.constantFrom(0.1, 0.37, 3, 1e6, -0.1, -7);
    const zero = fc.constantFrom(0, 0.7, -273.15, 1000);
    const ways = fc.constantFrom('increase' as const, 'decrease' as const);
    fc.assert(
      fc.property(anything, ways, factor, zero, (given, way, by, from) => {
        const counted = (value: number) => value * by + from;
        const { baseline, target, latest, now = 1 } = given;
        const before: ProgressCase = { baseline, target, latest, now, direction: way };
        const after: ProgressCase = {
          baseline: counted(baseline),
          target: counted(target),
          latest: counted(latest),
          now,
          direction: by > 0 ? way : turned[way],
        };
        expect(statusOf(after)).toBe(statusOf(before));
      }),
    );
  });

  test('if all dates are later by the same number of days', () => {
    fc.assert(
      fc.property(anything, time, fc.integer({ min: 0, max: 5000 }), (given, now, by) => {
        const later = { ...given, from: by, now: now + by, to: 100 + by };
        expect(rateLinear(createProgressInput(later))).toEqual(rateLinear(createProgressInput({ ...given, now })));
      }),
    );
  });

  test('if up and down are swapped', () => {
    const turned = {
      increase: 'decrease',
      decrease: 'increase',
      maintain: 'maintain',
      range: 'range',
    } as const;
    const other = { '>=': '<=', '<=': '>=', '>': '<', '<': '>', '=': '=', about: 'about' } as const;
    fc.assert(
      fc.property(anything, ({ baseline, target, latest, direction: way, comparator: sign, now = 1 }) => {
        // Without a direction in the plan, a target equal to its baseline leads neither up nor down.
        fc.pre(way !== null || (sign !== null && sign !== 'about') || baseline !== target);
        const mirrored = {
          baseline: -baseline,
          target: -target,
          latest: -latest,
          direction: way ? turned[way] : null,
          comparator: sign && sign !== 'within' ? other[sign] : null,
          now,
        };
        const given = { baseline, target, latest, direction: way ?? null, comparator: sign ?? null, now };
        expect(statusOf(mirrored)).toBe(statusOf(given));
      }),
    );
  });
});

describe('a better value never has a worse status', () => {
  const rank = (given: ProgressCase) => RANK.indexOf(statusOf(given));
  const gain = fc.nat({ max: 100_000 });

  test('if more is better', () => {
    fc.assert(
      fc.property(anything, fc.constantFrom(null, '>=', '>'), gain, (given, sign, more) => {
        const up: ProgressCase = { ...given, direction: 'increase', comparator: sign };
        expect(rank({ ...up, latest: given.latest + more })).toBeLessThanOrEqual(rank(up));
      }),
    );
  });

  test('if less is better', () => {
    fc.assert(
      fc.property(anything, fc.constantFrom(null, '<=', '<'), gain, (given, sign, less) => {
        const down: ProgressCase = { ...given, direction: 'decrease', comparator: sign };
        expect(rank({ ...down, latest: given.latest - less })).toBeLessThanOrEqual(rank(down));
      }),
    );
  });

  test('if the plan states no direction and the target is above the baseline', () => {
    fc.assert(
      fc.property(anything, gain, (given, more) => {
        fc.pre(given.target > given.baseline);
        const up: ProgressCase = { ...given, direction: null, comparator: null };
        expect(rank({ ...up, latest: given.latest + more })).toBeLessThanOrEqual(rank(up));
      }),
    );
  });
});

test('the same value at a later date never has a better status', () => {
  fc.assert(
    fc.property(anything, fc.nat({ max: 98 }), (given, wait) => {
      const { latest, baseline, target } = given;
      const now = given.now ?? 1;
      const gained = (latest - baseline) * (target - baseline);
      // A step backwards weighs less if more time has passed.
      fc.pre(gained >= 0);
      const later = { ...given, now: Math.min(now + wait, 99) };
      expect(RANK.indexOf(statusOf(later))).toBeGreaterThanOrEqual(RANK.indexOf(statusOf(given)));
    }),
  );
});

test('every input gets exactly one status, and a reason only if it is not rated', () => {
  fc.assert(
    fc.property(
      fc.record({
        baseline: fc.option(figure),
        target: fc.option(figure),
        latest: fc.option(figure),
        direction,
        comparator: fc.constantFrom(null, '>=', '<=', '>', '<', '=', 'about', 'within'),
        lacksTarget: fc.boolean(),
        minimumSample: fc.option(fc.integer({ min: 1, max: 10 })),
        sample: fc.nat({ max: 20 }),
        from: fc.option(time),
        now: fc.option(fc.nat({ max: 200 })),
        to: fc.option(time),
      }),
      (given) => {
        const { status, reason } = rateLinear(createProgressInput(given));
        expect(reason === null).toBe(status !== 'not-rated');
      },
    ),
  );
});
