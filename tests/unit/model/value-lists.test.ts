import { expect, test } from 'vitest';
import { listKeys, nameValueInEnglish } from '../../../src/model/value-lists.ts';

test('the keys of a list are in its order', () => {
  const keys: readonly ('policy' | 'action')[] = listKeys({ policy: '政策', action: '取組' });
  expect(keys).toEqual(['policy', 'action']);
});

test('the English name of a value is the value as words, or the words for a sign', () => {
  expect(['slightly-behind', '>=', 'sdg'].map(nameValueInEnglish)).toEqual(['Slightly behind', 'At least', 'SDG']);
});
