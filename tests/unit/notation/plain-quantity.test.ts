import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPlainQuantity, readQuantity } from '../../../src/notation/quantity.ts';

const UNITS = ['', '%', '人', '件', '回', '円', '千円', '世帯', '団体', 'か所', '箇所', '冊', '校', '台', '社', '名'];

const whole = fc.oneof(
  fc.nat().map(String),
  fc.nat().map((number) => number.toLocaleString('en-US')),
  fc.string({ unit: fc.constantFrom('0', '1', '9', ','), minLength: 1, maxLength: 14 }),
  fc.integer({ min: 1900, max: 2100 }).map(String),
);
const behind = fc.oneof(
  fc.constant(''),
  fc.nat(999_999).map((digits) => `.${digits}`),
);

test('readPlainQuantity returns the same as readQuantity', () => {
  fc.assert(
    fc.property(whole, behind, fc.constantFrom(...UNITS), (digits, decimals, unit) => {
      const text = `${digits}${decimals}${unit}`;
      const plain = readPlainQuantity(text);
      if (plain) expect(plain).toEqual(readQuantity(text));
    }),
    { numRuns: 5000 },
  );
});

test.each(['5587', '5,587', '97.4%', '0.5', '1,234,567千円'])('readPlainQuantity reads %s', (text) => {
  expect(readPlainQuantity(text)).not.toBeNull();
});

test.each(['', '-5', '▲3.2', '約5人', '5,58', '5587,000人', '5年', '5位', '5人/日', '5 人', '５人', '5人 ', 'なし'])(
  '%j needs a closer look',
  (text) => {
    expect(readPlainQuantity(text)).toBeNull();
  },
);
