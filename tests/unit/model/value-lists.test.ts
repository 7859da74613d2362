import { expect, test } from 'vitest';
import { listKeys, nameValueInEnglish } from '../../../src/model/value-lists.ts';

test('the keys of a list are in its order', () => {
  const keys: readonly ('policy' | 'action')[] = listKeys({ policy: '政策', action: '取組' });
  expect(keys).toEqual(['policy', 'action']);
});

test('the English name of a value is the value as words, or a name that says more', () => {
  const names = ['slightly-behind', '>=', 'sdg', 'not-measured'].map((value) => nameValueInEnglish(value));
  expect(names).toEqual(['Slightly behind', 'At least', 'SDG', 'No result on this site']);
});

test('the English name of a value depends on its list if several lists have the value', () => {
  const names = ['reasons', 'plan-states', 'states'].map((list) => nameValueInEnglish('ended', list));
  expect(names).toEqual(['Indicator ended', 'Ended', 'Ended']);
});
