import { describe, expect, test } from 'vitest';
import { formatCount, formatDifference, formatNumber, formatShortNumber } from '../../../src/draw/number.ts';

describe('a printed number', () => {
  test.each([
    [0, '0'],
    [5587, '5,587'],
    [-1234567.891, '−1,234,567.89'],
    [97.4, '97.4'],
    [0.6000000000000085, '0.6'],
    [999.999, '1,000'],
  ])('%d is %s', (value, text) => {
    expect(formatNumber(value)).toBe(text);
  });
});

describe('a printed difference', () => {
  test.each([
    [31, '+31'],
    [-3.5, '−3.5'],
    [0.0001, '±0'],
  ])('%d is %s', (value, text) => {
    expect(formatDifference(value)).toBe(text);
  });
});

describe('a number of an axis', () => {
  test.each([
    [0, '0'],
    [1200000, '1,200,000'],
    [25000000, '2,500万'],
    [-1500000000, '−15億'],
  ])('%d is %s', (value, text) => {
    expect(formatShortNumber(value)).toBe(text);
  });
});

describe('a count of things', () => {
  test.each([
    [0, '0'],
    [1, '1つ'],
    [9, '9つ'],
    [10, '10'],
    [1741, '1,741'],
  ])('%d is %s', (count, text) => {
    expect(formatCount(count)).toBe(text);
  });
});
