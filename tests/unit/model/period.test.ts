import { expect, test } from 'vitest';
import { dayNumber } from '../../../src/model/period.ts';

test('days are counted from 1970-01-01, leap years and all', () => {
  expect(dayNumber('1970-01-01')).toBe(0);
  expect(dayNumber('2024-03-01') - dayNumber('2024-02-28')).toBe(2);
  expect(dayNumber('1969-12-31')).toBe(-1);
});
