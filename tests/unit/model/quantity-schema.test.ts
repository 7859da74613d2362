import { expect, test } from 'vitest';
import { toDayNumber } from '../../../src/model/quantity-schema.ts';

test('days are counted from 1970-01-01, with leap years', () => {
  expect(toDayNumber('1970-01-01')).toBe(0);
  expect(toDayNumber('2024-03-01') - toDayNumber('2024-02-28')).toBe(2);
  expect(toDayNumber('1969-12-31')).toBe(-1);
});
