import { describe, expect, test } from 'vitest';
import { findLabelSpace } from '../../../src/maps/zone-geometry.ts';

const box = (left: number, top: number, right: number, bottom: number): [number, number][] => [
  [left, top],
  [right, top],
  [right, bottom],
  [left, bottom],
  [left, top],
];

describe('the space for a label', () => {
  test('is as wide as a rectangular zone, and in its middle', () => {
    const space = findLabelSpace([[box(0, 0, 200, 40)]], 10, 10);
    expect(space.width).toBeCloseTo(200);
    expect(space.x).toBeCloseTo(100);
    expect(space.y).toBeCloseTo(20, 0);
  });

  test('is in the largest part of the zone', () => {
    const space = findLabelSpace([[box(0, 0, 20, 20)], [box(100, 0, 180, 80)]], 10, 10);
    expect(space.x).toBeCloseTo(140);
    expect(space.width).toBeCloseTo(80);
  });

  test('does not cross a hole', () => {
    const space = findLabelSpace([[box(0, 0, 200, 60), box(90, 0, 110, 60)]], 10, 10);
    expect(space.width).toBeCloseTo(90);
  });

  test('is as wide as the zone at the narrower edge of the label', () => {
    const triangle: [number, number][] = [
      [0, 100],
      [100, 0],
      [200, 100],
      [0, 100],
    ];
    const space = findLabelSpace([[triangle]], 10, 10);
    expect(space.width).toBeCloseTo(2 * (space.y - 10), 0);
  });

  test('fails for a zone without a polygon', () => {
    expect(() => findLabelSpace([], 10, 10)).toThrow('without a polygon');
  });
});
