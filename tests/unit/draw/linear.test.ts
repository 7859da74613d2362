import { scaleLinear } from 'd3-scale';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createLinearScale } from '../../../src/draw/linear.ts';

test('a stretch without length goes to the middle', () => {
  expect(createLinearScale([5, 5], [0, 100])(5)).toBe(50);
});

test('numbers go where d3-scale puts them', () => {
  const number = fc.integer({ min: -1_000_000, max: 1_000_000 });
  fc.assert(
    fc.property(number, number, number, number, number, (from, to, start, end, value) => {
      expect(createLinearScale([from, to], [start, end])(value)).toBeCloseTo(
        scaleLinear([from, to], [start, end])(value),
        3,
      );
    }),
  );
});
