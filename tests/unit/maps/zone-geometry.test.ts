import { describe, expect, test } from 'vitest';
import { findLabelSpace } from '../../../src/maps/zone-geometry.ts';

const box = (left: number, top: number, right: number, bottom: number): [number, number][] => [
  [left, top],
  [right, top],
  [right, bottom],
  [left, bottom],
  [left, top],
];

describe('the room for a label', () => {
  test('is as wide as the zone where the zone is a box, and in its middle', () => {
    const room = findLabelSpace([[box(0, 0, 200, 40)]], 10, 10);
    expect(room.width).toBeCloseTo(200);
    expect(room.x).toBeCloseTo(100);
    expect(room.y).toBeCloseTo(20, 0);
  });

  test('is in the part of the zone with the most of it', () => {
    const room = findLabelSpace([[box(0, 0, 20, 20)], [box(100, 0, 180, 80)]], 10, 10);
    expect(room.x).toBeCloseTo(140);
    expect(room.width).toBeCloseTo(80);
  });

  test('does not reach over a hole', () => {
    const room = findLabelSpace([[box(0, 0, 200, 60), box(90, 0, 110, 60)]], 10, 10);
    expect(room.width).toBeCloseTo(90);
  });

  test('is as wide as the zone is where the label is widest into a slope', () => {
    const triangle: [number, number][] = [
      [0, 100],
      [100, 0],
      [200, 100],
      [0, 100],
    ];
    const room = findLabelSpace([[triangle]], 10, 10);
    expect(room.width).toBeCloseTo(2 * (room.y - 10), 0);
  });

  test('is not known for a zone without a polygon', () => {
    expect(() => findLabelSpace([], 10, 10)).toThrow('without a polygon');
  });
});
