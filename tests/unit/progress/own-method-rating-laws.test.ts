import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rateByOwnMethod } from '../../../src/progress/own-method-rating.ts';
import { METRIC_BY_SCALE, computeMetrics } from '../../../src/progress/progress-metrics.ts';
import { isInBand, type RatingBand } from '../../../src/progress/rating-band.ts';
import { createTestBand } from '../../support/create-bands.ts';
import { createProgressInput, type ProgressCase } from '../../support/progress-input.ts';

const figure = fc.integer({ min: -10_000, max: 10_000 });
const scale = fc.constantFrom(...(Object.keys(METRIC_BY_SCALE) as (keyof typeof METRIC_BY_SCALE)[]));
const given: fc.Arbitrary<ProgressCase & { latest: number; baseline: number; target: number }> = fc.record({
  baseline: figure,
  target: figure,
  latest: figure,
  direction: fc.constantFrom('increase', 'decrease'),
  now: fc.integer({ min: 1, max: 150 }),
});

/** Bands that divide a scale at some limits, the best first. Each limit belongs to one of its two neighbours. */
const parted = fc
  .tuple(
    scale,
    fc.uniqueArray(fc.integer({ min: -300, max: 300 }), { minLength: 1, maxLength: 6 }),
    fc.boolean(),
    fc.constantFrom(0, 0, 3),
  )
  .map(([of, limits, up, margin]): RatingBand[] => {
    const cuts = limits.toSorted((a, b) => b - a).map((limit) => limit / 100);
    return [null, ...cuts].map((high, at) => {
      const low = cuts[at] ?? null;
      return createTestBand(String(at), { scale: of, low, lowIncluded: up, high, highIncluded: !up, margin });
    });
  });

describe('bands that divide a scale', () => {
  test('rate every indicator by exactly one band, or have a reason why not', () => {
    fc.assert(
      fc.property(given, parted, (one, bands) => {
        const { band: met, reason } = rateByOwnMethod(createProgressInput(one), bands, null);
        const [first] = bands;
        const value =
          first && first.scale !== 'typed'
            ? computeMetrics(createProgressInput(one))[METRIC_BY_SCALE[first.scale]]
            : null;
        expect([met !== null, reason !== null]).toEqual([value !== null, value === null]);
      }),
    );
  });

  test('have the same result in any order', () => {
    fc.assert(
      fc.property(given, parted, fc.infiniteStream(fc.nat()), (one, bands, draws) => {
        fc.pre(bands.every(({ margin }) => margin === 0));
        const keys = new Map(bands.map((each) => [each, draws.next().value ?? 0]));
        const shuffled = bands.toSorted((a, b) => (keys.get(a) ?? 0) - (keys.get(b) ?? 0));
        expect(rateByOwnMethod(createProgressInput(one), shuffled, null).band).toBe(
          rateByOwnMethod(createProgressInput(one), bands, null).band,
        );
      }),
    );
  });

  test('never rate a better result worse', () => {
    fc.assert(
      fc.property(given, parted, fc.nat({ max: 5000 }), (one, bands, gain) => {
        const better = one.direction === 'increase' ? one.latest + gain : one.latest - gain;
        const before = rateByOwnMethod(createProgressInput(one), bands, null).band;
        const after = rateByOwnMethod(createProgressInput({ ...one, latest: better }), bands, null).band;
        fc.pre(before !== null);
        expect(bands.indexOf(after ?? before)).toBeLessThanOrEqual(bands.indexOf(before));
      }),
    );
  });
});

test('a rating has a band that contains its numbers', () => {
  fc.assert(
    fc.property(given, parted, (one, bands) => {
      const { band: met, value } = rateByOwnMethod(createProgressInput(one), bands, null);
      fc.pre(met !== null && value !== null && met.margin === 0);
      expect(isInBand(met, value, 0)).toBe(true);
    }),
  );
});
