import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fixDecimals, formatPlainDecimal, subtractDecimals, roundDecimal } from '../../../src/notation/decimal.ts';

/** A number as plans print them: up to nine digits, and decimals. */
const printed = fc
  .tuple(fc.integer({ min: -999_999_999, max: 999_999_999 }), fc.integer({ min: 0, max: 4 }))
  .map(([digits, decimals]) => ({ digits, decimals, value: Number(`${digits}e-${decimals}`) }));

describe('minus', () => {
  test.each([
    [32.1, 32, 0.1],
    [47.1, 50, -2.9],
    [100_000.1, 100_000, 0.1],
    [1e-7, 2e-7, -1e-7],
    [0.3, 0.1, 0.2],
    [9_007_199_254_740_991, 1, 9_007_199_254_740_990],
    [1.5e300, 5e299, 1e300],
  ])('%d − %d is %d', (a, b, difference) => {
    expect(subtractDecimals(a, b)).toBe(difference);
  });

  test('is the result of a calculation by hand, and never −0', () => {
    fc.assert(
      fc.property(printed, printed, (a, b) => {
        const [x, y] = [a, b].map(({ digits, decimals }) => digits * 10 ** (4 - decimals));
        expect(subtractDecimals(a.value, b.value)).toBe(Number(`${(x ?? 0) - (y ?? 0)}e-4`) + 0);
      }),
    );
  });
});

describe('rounded', () => {
  test.each([
    [17.1 / 30, 0.57],
    [1 / 3, 0.33333333333333],
    [2 / 3e9, 0.00000000066666666666667],
    [-0, 0],
    [123_456_789_012_345_680, 123_456_789_012_345_680],
  ])('%d is %d', (value, expected) => {
    expect(roundDecimal(value)).toBe(expected);
  });

  test('depends on the numbers of a sum', () => {
    expect(roundDecimal(1000 - 999.99, 1000)).toBe(0.01);
  });

  test('does not change NaN and Infinity', () => {
    expect([roundDecimal(Infinity), roundDecimal(NaN)]).toEqual([Infinity, NaN]);
  });
});

test.each([
  [1.15, 1, '1.2'],
  [-1.15, 1, '-1.2'],
  [1249, -2, '1200'],
  [1250, -2, '1300'],
  [-1250, -2, '-1300'],
  [0, 2, '0.00'],
])('%d with %d decimals is %s', (value, decimals, expected) => {
  expect(fixDecimals(value, decimals)).toBe(expected);
});

test.each([
  [Infinity, 0, 'Infinity'],
  [1e-7, 2, '0.00001'],
  [1e21, 0, '1000000000000000000000'],
  [0.974, 2, '97.4'],
])('the number %s of a spreadsheet, with its point %s digits to the right, is %s', (value, decimals, expected) => {
  expect(formatPlainDecimal(value, decimals)).toBe(expected);
});
