import { describe, expect, test } from 'vitest';
import { drawCountSquares } from '../../../src/charts/count-squares.ts';

describe('the squares of a count', () => {
  test('are as many as the count', () => {
    expect(drawCountSquares(7).match(/M\d+ 0h7v7h-7z/g)).toHaveLength(7);
  });

  test('are equal, with a gap between them, and fill the picture', () => {
    const svg = drawCountSquares(3);
    const starts = [...svg.matchAll(/M(\d+) 0h7v7h-7z/g)].map((match) => Number(match[1]));
    expect(starts).toEqual([0, 7 + 2, 7 + 2 + 7 + 2]);
    expect(svg).toContain(` viewBox="0 0 ${7 + 2 + 7 + 2 + 7} 7" `);
  });

  test('are only frames for actions of ended plans, which are the last', () => {
    expect(drawCountSquares(3, '', 1).match(/M\d+ 0h7v7h-7z(?:m1 1v5h5v-5z)?/g)).toEqual([
      'M0 0h7v7h-7z',
      'M9 0h7v7h-7z',
      'M18 0h7v7h-7zm1 1v5h5v-5z',
    ]);
  });

  test('are left out for zero and for too large counts', () => {
    expect(drawCountSquares(0)).toBe('');
    expect(drawCountSquares(61)).toBe('');
  });
});
