import { expect, test } from 'vitest';
import { listKeys } from '../../../src/model/value-lists.ts';

test('the keys of a list are in its order', () => {
  const keys: readonly ('policy' | 'action')[] = listKeys({ policy: '政策', action: '取組' });
  expect(keys).toEqual(['policy', 'action']);
});
