import { describe, expect, test } from 'vitest';
import { drawCountSquares } from '../../../src/charts/count-squares.ts';

describe('the squares of a count', () => {
  test('are as many as the count', () => {
    expect(drawCountSquares(7).match(/<rect/g)).toHaveLength(7);
  });

  test('are left out for zero and for too large counts', () => {
    expect(drawCountSquares(0)).toBe('');
    expect(drawCountSquares(61)).toBe('');
  });
});
