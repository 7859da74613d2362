import { expect, test } from 'vitest';
import { formatApproximate, formatPercentage, getDifferenceUnit } from '../../../src/draw/figure.ts';

test.each([
  [0.125, '12.5%'],
  [1 / 3, '33.3%'],
  [1.025, '102.5%'],
  [-0.2, '−20%'],
])('a share of %s is %s', (share, words) => {
  expect(formatPercentage(share)).toBe(words);
});

test.each([
  [261.0166, '261'],
  [1234.56, '1,235'],
  [46.04, '46'],
  [12.34, '12.3'],
  [0.0951, '0.1'],
  [1.234, '1.23'],
  [-261.4, '−261'],
])('%s is about %s', (value, words) => {
  expect(formatApproximate(value)).toBe(words);
});

test('shares differ in points, and everything else in its own unit', () => {
  expect(['%', '％', '人', ''].map(getDifferenceUnit)).toEqual(['ポイント', 'ポイント', '人', '']);
});
