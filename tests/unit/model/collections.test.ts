import { expect, test, vi } from 'vitest';
import { memoizeByValue } from '../../../src/model/collections.ts';

test('an undefined result of a value is computed only once', () => {
  const compute = vi.fn((): undefined => undefined);
  const read = memoizeByValue(compute);
  expect([read('a'), read('a')]).toEqual([undefined, undefined]);
  expect(compute).toHaveBeenCalledOnce();
});
