import { describe, expect, test } from 'vitest';
import { buildMunicipalityOutlines } from '../../../src/portal/outlines.ts';

/** A square that runs counterclockwise, y upwards, and a hole in it that runs clockwise. */
const outer = [
  [139, 35],
  [140, 35],
  [140, 36],
  [139, 36],
  [139, 35],
];
const hole = [
  [139.4, 35.4],
  [139.4, 35.6],
  [139.6, 35.6],
  [139.6, 35.4],
  [139.4, 35.4],
];
const made = (...rings: readonly (readonly number[])[][]) =>
  buildMunicipalityOutlines('mihon', {
    file: '',
    schematic: false,
    shapes: [{ id: 'north', polygons: [rings], position: { line: 1, column: 1 } }],
  }).outlines;

describe('rings of outlines', () => {
  test.each([
    ['as RFC 7946 has them', outer, hole],
    ['both the other way round', outer.toReversed(), hole.toReversed()],
    ['both one way round', outer, hole.toReversed()],
  ])('run counterclockwise, holes clockwise, where they were written %s', (_how, ring, inner) => {
    expect(made(ring, inner)).toEqual([{ zone: 'mihon/north', polygons: [[outer, hole]] }]);
  });

  test('lose their heights', () => {
    expect(made(outer.map((point) => [...point, 12]))).toEqual(made(outer));
  });
});
