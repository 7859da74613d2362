import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { divideBySize } from '../../../../src/search/build/json-shard-builder.ts';

describe('items divided into files by their size', () => {
  const sizes = fc.array(fc.integer({ min: 1, max: 20 }), { maxLength: 30 });
  const divide = (items: readonly number[]) => divideBySize(items, (size) => size, 20);
  const sum = (items: readonly number[]) => items.reduce((all, one) => all + one, 0);

  test('keep their order', () => {
    fc.assert(
      fc.property(sizes, (items) => {
        expect(divide(items).flat()).toEqual(items);
      }),
    );
  });

  test('fill each file until the next item has no room', () => {
    fc.assert(
      fc.property(sizes, (items) => {
        for (const [at, file] of divide(items).entries()) {
          expect(sum(file)).toBeLessThanOrEqual(20);
          const next = divide(items)[at + 1]?.[0];
          if (next !== undefined) expect(sum(file) + next).toBeGreaterThan(20);
        }
      }),
    );
  });

  test('have a file of their own if one is too large', () => {
    expect(divide([5, 25, 5])).toEqual([[5], [25], [5]]);
  });
});
