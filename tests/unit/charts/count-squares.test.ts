import { describe, expect, test } from 'vitest';
import { drawCountSquares } from '../../../src/charts/count-squares.ts';

describe('the squares of a count', () => {
  test('are as many as the count', () => {
    expect(drawCountSquares(7).match(/<rect/g)).toHaveLength(7);
  });

  test('are equal, with a gap between them, and fill the picture', () => {
    const svg = drawCountSquares(3);
    const read = (name: string) =>
      [...svg.matchAll(new RegExp(` ${name}="(\\d+)"`, 'g'))].map((match) => Number(match[1]));
    expect(read('x')).toEqual([0, 7 + 2, 7 + 2 + 7 + 2]);
    expect(read('width')).toEqual([7 + 2 + 7 + 2 + 7, 7, 7, 7]);
  });

  test('are left out for zero and for too large counts', () => {
    expect(drawCountSquares(0)).toBe('');
    expect(drawCountSquares(61)).toBe('');
  });
});
