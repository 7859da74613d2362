import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placeLabels } from '../../../src/charts/label-layout.ts';

const label = (x: number, y: number) => ({ x, y, width: 40, height: 16 });

test('places a single label to the right of its point', () => {
  expect(placeLabels([label(10, 10)], 8)).toEqual([{ left: 18, top: 2, isFree: true }]);
});

test('separates two labels that would overlap', () => {
  const [a, b] = placeLabels([label(10, 10), label(30, 10)], 8);
  const apart =
    !a || !b || a.left + 40 <= b.left || b.left + 40 <= a.left || a.top + 16 <= b.top || b.top + 16 <= a.top;
  expect(apart).toBe(true);
});

test('places a label beside a line, not on it', () => {
  const flat = { x1: 0, y1: 50, x2: 200, y2: 50 };
  const [a] = placeLabels([label(100, 50)], 8, [flat]);
  expect(a && (a.top > 50 || a.top + 16 < 50)).toBe(true);
});

test('keeps a label inside the bounds', () => {
  const bounds = { left: 0, top: 0, right: 100, bottom: 100 };
  const [a] = placeLabels([label(99, 50)], 8, [], bounds);
  expect((a?.left ?? NaN) + 40).toBeLessThanOrEqual(100);
});

test('reports if no position is free', () => {
  const bounds = { left: 0, top: 0, right: 10, bottom: 10 };
  expect(placeLabels([label(5, 5)], 8, [], bounds)[0]?.isFree).toBe(false);
});

test('places every label, even if there are many', () => {
  const point = fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 60 }));
  fc.assert(
    fc.property(fc.array(point, { maxLength: 20 }), (points) => {
      expect(
        placeLabels(
          points.map(([x, y]) => label(x, y)),
          8,
        ),
      ).toHaveLength(points.length);
    }),
  );
});
