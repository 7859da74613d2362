import { expect, test } from 'vitest';
import { memoizeByValue } from '../../../src/model/collections.ts';

test('an undefined result of a value is computed only once', () => {
  let count = 0;
  const read = memoizeByValue((): string | undefined => {
    count += 1;
    return undefined;
  });
  expect([read('a'), read('a')]).toEqual([undefined, undefined]);
  expect(count).toBe(1);
});
