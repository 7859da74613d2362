import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placeLabels } from '../../../src/draw/place.ts';

const label = (x: number, y: number) => ({ x, y, width: 40, height: 16 });

test('a label alone stands to the right of its point', () => {
  expect(placeLabels([label(10, 10)], 8)).toEqual([{ left: 18, top: 2 }]);
});

test('two labels that would meet stand apart', () => {
  const [a, b] = placeLabels([label(10, 10), label(30, 10)], 8);
  const apart =
    !a || !b || a.left + 40 <= b.left || b.left + 40 <= a.left || a.top + 16 <= b.top || b.top + 16 <= a.top;
  expect(apart).toBe(true);
});

test('every label gets a place, however crowded', () => {
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
