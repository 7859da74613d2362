import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { layOutLabels } from '../../../src/charts/label-layout.ts';

const label = (x: number, y: number) => ({ x, y, width: 40, height: 16 });

test('puts a single label to the right of its point', () => {
  expect(layOutLabels([label(10, 10)], 8)).toEqual([{ left: 18, top: 2, isFree: true }]);
});

test('separates two labels that would overlap', () => {
  expect(layOutLabels([label(10, 10), label(30, 10)], 8)).toEqual([
    { left: -38, top: 2, isFree: true },
    { left: 38, top: 2, isFree: true },
  ]);
});

test('puts a label beside a line, not on it', () => {
  const flat = { x1: 0, y1: 50, x2: 200, y2: 50 };
  const [a] = layOutLabels([label(100, 50)], 8, [flat]);
  expect(a && (a.top > 50 || a.top + 16 < 50)).toBe(true);
});

test('keeps a label off the rim of a dot of another value', () => {
  const dot = { x1: 55, y1: 60, x2: 55, y2: 60 };
  const rise = { x1: 10, y1: 50, x2: 100, y2: 20 };
  const fall = { x1: 10, y1: 50, x2: 55, y2: 60 };
  const [a] = layOutLabels([{ x: 10, y: 50, width: 60, height: 16 }], 12, [dot, rise, fall], {
    left: 0,
    right: 200,
    top: 0,
    bottom: 80,
  });
  expect(a && a.top + 16 < 50).toBe(true);
});

describe('the positions of a label', () => {
  const point = label(50, 50);
  /** A point inside each position of the label, and inside none of the later ones. */
  const dots = [
    [78, 50],
    [22, 50],
    [50, 41],
    [50, 59],
    [78, 34],
    [78, 66],
    [22, 34],
    [22, 66],
    [50, 37],
    [50, 63],
    [50, 24],
    [50, 80],
    [50, 10],
  ].map(([x = 0, y = 0]) => ({ x1: x, y1: y, x2: x, y2: y }));
  const layOut = (...args: Parameters<typeof layOutLabels>) =>
    layOutLabels(...args).map(({ left, top }) => [left, top]);

  test('are right, left, above, below, at the corners, then farther away', () => {
    expect(dots.flatMap((_dot, count) => layOut([point], 8, dots.slice(0, count)))).toEqual([
      [58, 42],
      [2, 42],
      [30, 26],
      [30, 58],
      [58, 26],
      [58, 58],
      [2, 26],
      [2, 58],
      [30, 22],
      [30, 62],
      [30, 10],
      [30, 74],
      [30, 4],
    ]);
  });

  test.each([
    [
      58,
      'be a little farther from',
      [
        [107, 50],
        [49, 50],
        [78, 33],
        [78, 67],
      ],
    ],
    [
      2,
      'be as near to',
      [
        [106, 50],
        [78, 34],
        [78, 66],
      ],
    ],
    [
      30,
      'be beside',
      [
        [50, 49],
        [50, 51],
      ],
    ],
    [
      2,
      'touch the space of',
      [
        [102, 50],
        [54, 50],
        [78, 38],
        [78, 62],
      ],
    ],
    [
      2,
      'cover',
      [
        [101, 50],
        [55, 50],
        [78, 39],
        [78, 61],
      ],
    ],
  ] as const)('begin at %i if the first one would %s another point', (left, _what, points) => {
    for (const [x, y] of points) expect(layOutLabels([point, label(x, y)], 8)[0]?.left).toBe(left);
  });

  // The first position is from (58, 42) to (98, 58).
  test.each([
    ['inside it', [70, 45, 80, 55], 2],
    ['from above into it', [70, 20, 80, 50], 2],
    ['from below into it', [80, 80, 70, 50], 2],
    ['from the right into it', [120, 55, 90, 45], 2],
    ['over its upper right corner', [88, 30, 108, 60], 2],
    ['over its lower left corner', [48, 50, 68, 62], 2],
    ['that ends above it', [78, 0, 78, 40], 58],
    ['that ends below it', [70, 100, 78, 60], 58],
    ['that ends on its right', [130, 45, 100, 50], 58],
    ['past its upper right corner', [94, 30, 114, 60], 58],
    ['past its lower left corner', [44, 56, 64, 68], 58],
  ] as const)('begin at the right or the left of a line %s, drawn either way', (_where, [x1, y1, x2, y2], left) => {
    expect(layOut([point], 8, [{ x1, y1, x2, y2 }])[0]?.[0]).toBe(left);
    expect(layOut([point], 8, [{ x1: x2, y1: y2, x2: x1, y2: y1 }])[0]?.[0]).toBe(left);
  });

  test('may fill the bounds', () => {
    const bounds = { left: 0, top: 42, right: 98, bottom: 58 };
    expect(layOutLabels([point], 8, [], bounds)).toEqual([{ left: 58, top: 42, isFree: true }]);
  });

  test.each([
    [101, 50],
    [55, 50],
    [78, 39],
    [78, 61],
  ])('cover six lines rather than the point %i, %i', (x, y) => {
    const lines = Array.from({ length: 6 }, () => dots.slice(1)).flat();
    expect(layOut([point, label(x, y)], 8, lines)[0]).toEqual([2, 42]);
  });

  test('are not taken by a label that the chart leaves out', () => {
    expect(layOut([{ ...point, isOptional: true }, point], 8, dots)).toEqual([
      [58, 42],
      [58, 42],
    ]);
    expect(layOut([point, point], 8, dots)).toEqual([
      [58, 42],
      [2, 42],
    ]);
    expect(layOut([{ ...point, isOptional: true }, point], 8)).toEqual([
      [58, 42],
      [2, 42],
    ]);
  });
});

test('keeps a label inside the bounds', () => {
  const bounds = { left: 0, top: 0, right: 100, bottom: 100 };
  const [a] = layOutLabels([label(99, 50)], 8, [], bounds);
  expect((a?.left ?? NaN) + 40).toBeLessThanOrEqual(100);
});

test('reports if no position is free', () => {
  const bounds = { left: 0, top: 0, right: 10, bottom: 10 };
  expect(layOutLabels([label(5, 5)], 8, [], bounds)[0]?.isFree).toBe(false);
});

test('puts every label, even if there are many', () => {
  const point = fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 60 }));
  fc.assert(
    fc.property(fc.array(point, { maxLength: 20 }), (points) => {
      expect(
        layOutLabels(
          points.map(([x, y]) => label(x, y)),
          8,
        ),
      ).toHaveLength(points.length);
    }),
  );
});
