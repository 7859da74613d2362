import { describe, expect, test } from 'vitest';
import { findLabelSpace, projectOutlines } from '../../../src/maps/zone-geometry.ts';

const box = (left: number, top: number, right: number, bottom: number): [number, number][] => [
  [left, top],
  [right, top],
  [right, bottom],
  [left, bottom],
  [left, top],
];

describe('outlines on a map', () => {
  const project = (
    schematic: boolean,
    rings: readonly (readonly [number, number][])[],
    width: number,
    height: number,
  ) =>
    projectOutlines(
      {
        municipality: 'mihon',
        schematic,
        outlines: rings.map((ring, at) => ({ zone: `z${at}`, polygons: [[[...ring]]] })),
      },
      width,
      height,
    ).map(({ zone, polygons }) => {
      const points = polygons.flat(2);
      const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
      const edges = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)].map(Math.round);
      return { zone, edges, count: points.length };
    });

  test('fill the map up to its margins, with north at the top', () => {
    expect(project(true, [box(10, 20, 20, 30), box(20, 20, 30, 25)], 208, 108)).toEqual([
      { zone: 'z0', edges: [4, 4, 104, 104], count: 5 },
      { zone: 'z1', edges: [104, 54, 204, 104], count: 5 },
    ]);
  });

  test('have the Mercator projection if they are in degrees', () => {
    // At 60° north, a degree of longitude is half as long as one of latitude.
    expect(project(false, [box(140, 59.95, 140.1, 60.05)], 400, 408)).toEqual([
      { zone: 'z0', edges: [100, 4, 300, 404], count: 5 },
    ]);
  });

  test.each([
    [2.5, 5],
    [3.5, 6],
  ])('with a corner of %f square pixels have %i points', (area, count) => {
    const ring = box(0, 0, 100, 100).toSpliced(1, 0, [50, area / 50]);
    expect(project(true, [ring], 108, 108)[0]?.count).toBe(count);
  });
});

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

  test('is as wide as the zone, whatever slot is above the label', () => {
    const ring = box(0, 0, 100, 100).toSpliced(1, 0, [10, 0], [10, 10], [12, 10], [12, 0]);
    expect(findLabelSpace([[ring]], 10, 10).width).toBeCloseTo(100);
  });

  test('ends at a notch between the top and the bottom of the label', () => {
    const ring = box(0, 0, 200, 60).toSpliced(2, 0, [200, 29], [150, 30], [200, 31]);
    expect(findLabelSpace([[ring]], 10, 10).width).toBeLessThan(160);
  });

  test('fails for a zone without a polygon', () => {
    expect(() => findLabelSpace([], 10, 10)).toThrow('without a polygon');
  });
});
