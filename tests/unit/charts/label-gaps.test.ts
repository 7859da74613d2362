import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { spreadLabels } from '../../../src/charts/label-layout.ts';

const GAP = 18;
const HIGH = 324;
/** As many labels as fit: 18 gaps of 18 pixels are 324. */
const wanted = fc.array(fc.double({ min: 0, max: HIGH, noNaN: true }), { minLength: 1, maxLength: 19 });
const sumSquares = (positions: readonly number[], from: readonly number[]) =>
  positions.reduce((sum, position, at) => sum + (position - (from[at] ?? 0)) ** 2, 0);

describe('labels at line ends', () => {
  test('stay at their lines if these are far apart', () => {
    expect(spreadLabels([100, 10, 50], GAP, HIGH)).toEqual([100, 10, 50]);
  });

  test('of the same end are on both sides of it, in their order', () => {
    expect(spreadLabels([50, 50, 50], GAP, HIGH)).toEqual([32, 50, 68]);
  });

  test('share a smaller gap if they do not fit', () => {
    expect(spreadLabels([5, 5, 5], GAP, 20)).toEqual([0, 10, 20]);
    expect(spreadLabels([5, 5], GAP, 10)).toEqual([0, 10]);
  });

  test('push others only as far as needed, up to the limit', () => {
    expect(spreadLabels([0, 100, 140, 165, 166], 20, HIGH)).toEqual([0, 100, 137, 157, 177]);
    expect(spreadLabels([HIGH, HIGH], GAP, HIGH)).toEqual([HIGH - GAP, HIGH]);
  });

  test('are at least a gap apart, in the order of their lines, inside the limits', () => {
    fc.assert(
      fc.property(wanted, (ends) => {
        const positions = spreadLabels(ends, GAP, HIGH);
        const order = ends.map((end, at) => ({ end, at })).sort((a, b) => a.end - b.end);
        const sorted = order.map(({ at }) => positions[at] ?? Number.NaN);
        sorted.slice(1).forEach((position, at) => {
          expect(position - (sorted[at] ?? 0)).toBeGreaterThanOrEqual(GAP - 1e-9);
        });
        expect(Math.min(...positions)).toBeGreaterThanOrEqual(-1e-9);
        expect(Math.max(...positions)).toBeLessThanOrEqual(HIGH + 1e-9);
      }),
    );
  });

  test('move as little as possible: no other positions with the same gaps have a smaller sum of squares', () => {
    const shifts = fc.array(fc.double({ min: 0, max: 40, noNaN: true }), { minLength: 20, maxLength: 20 });
    fc.assert(
      fc.property(wanted, shifts, (unsorted, [start = 0, ...rest]) => {
        const ends = unsorted.toSorted((a, b) => a - b);
        let position = start - GAP;
        const others = ends.map((_, at) => (position += GAP + (rest[at] ?? 0)));
        fc.pre((others.at(-1) ?? 0) <= HIGH);
        const best = sumSquares(spreadLabels(ends, GAP, HIGH), ends);
        expect(best).toBeLessThanOrEqual(sumSquares(others, ends) + 1e-6);
      }),
    );
  });
});
