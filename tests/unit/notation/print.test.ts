import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPeriod } from '../../../src/notation/period.ts';
import { printNumber, printPeriod, printQuantity } from '../../../src/notation/print.ts';
import { readQuantity } from '../../../src/notation/quantity.ts';
import { anyNumber, anyUnit } from './any.ts';

const anyDay = fc
  .date({ min: new Date('1869-01-01'), max: new Date('2150-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

const anySpan = fc.oneof(
  fc.tuple(anyDay, anyDay).map(([a, b]) => (a < b ? { start: a, end: b } : { start: b, end: a })),
  anyDay.map((day) => ({ start: day, end: day })),
  fc
    .tuple(fc.integer({ min: 1869, max: 2150 }), fc.nat({ max: 9 }))
    .map(([year, more]) => ({ start: `${year}-04-01`, end: `${year + more + 1}-03-31` })),
  fc
    .tuple(fc.integer({ min: 1869, max: 2150 }), fc.nat({ max: 9 }))
    .map(([year, more]) => ({ start: `${year}-01-01`, end: `${year + more}-12-31` })),
);

describe('printQuantity', () => {
  test('reads back to the same value and unit', () => {
    fc.assert(
      fc.property(anyNumber, anyUnit, (value, unit) => {
        const found = readQuantity(printQuantity(value, unit));
        expect(found).toMatchObject({ ok: true, value: { value, unit }, warnings: [] });
      }),
    );
  });

  test('prints every figure, without an exponent', () => {
    expect(printNumber(0.0000015)).toBe('0.0000015');
    expect(printNumber(1e-10)).toBe('0.0000000001');
    expect(printNumber(1e15)).toBe('1,000,000,000,000,000');
    expect(printNumber(0)).toBe('0');
  });

  test.each([Number.NaN, Infinity, 1e16])('throws for %d', (value) => {
    expect(() => printNumber(value)).toThrow(RangeError);
  });
});

describe('printPeriod', () => {
  test.each([
    ['2019-01-01', '2019-12-31', '令和元年'],
    ['2018-04-01', '2019-03-31', '平成30年度'],
    ['1988-04-01', '1989-03-31', '昭和63年度'],
    ['2019-04-01', '2019-04-30', '平成31年4月'],
    ['2019-05-01', '2019-05-31', '令和元年5月'],
    ['2013-01-01', '2017-12-31', '平成25年～平成29年'],
    ['2018-05-21', '2018-06-10', '平成30年5月21日～平成30年6月10日'],
  ])('prints %s to %s as %s', (start, end, expected) => {
    expect(printPeriod({ start, end })).toBe(expected);
  });

  test('reads back to the same days', () => {
    fc.assert(
      fc.property(anySpan, (span) => {
        const found = readPeriod(printPeriod(span));
        expect(found).toMatchObject({ ok: true, value: span, warnings: [] });
      }),
    );
  });

  test('prints nothing where no days are known', () => {
    expect(printPeriod({ start: null, end: null })).toBe('');
  });
});
