import { quantile } from 'd3';
import { describe, expect, test } from 'vitest';
import { summarizeValues } from '../../../src/charts/value-band.ts';
import { createPoints } from '../../../examples/design/made-up-statistic.ts';

const createLines = (count: number) =>
  Array.from({ length: count }, (_, at) => createPoints(2020, [(at * 37) % 101, at === 0 ? '算定なし' : at]));

describe('the middle half of values', () => {
  test('is between the quartiles of d3, with the median inside', () => {
    const [first] = summarizeValues(createLines(31));
    const values = Array.from({ length: 31 }, (_, at) => (at * 37) % 101);
    const [low, median, high] = [0.25, 0.5, 0.75].map((share) => quantile(values, share));
    expect(first?.middle).toEqual({ low, median, high });
  });

  test('needs 30 numbers at a time; 算定なし is no number, and is counted', () => {
    expect(summarizeValues(createLines(29))).toEqual([]);
    const [first, second] = summarizeValues(createLines(30));
    expect(first).toMatchObject({ time: '2020年度', numbers: 30, notCalculated: 0 });
    expect(first?.middle).not.toBeNull();
    expect(second).toMatchObject({ time: '2021年度', numbers: 29, notCalculated: 1, middle: null });
    expect(summarizeValues(createLines(31))[1]?.middle).not.toBeNull();
  });

  test('has as many decimals as the numbers', () => {
    const [first] = summarizeValues(createLines(30).map((points) => points.map((one) => ({ ...one, text: '1.25%' }))));
    expect([first?.decimals, summarizeValues(createLines(30))[0]?.decimals]).toEqual([2, 0]);
  });

  test('is in the order of time', () => {
    const days = summarizeValues(createLines(40).map((points) => points.toReversed())).map(({ day }) => day);
    expect(days).toEqual(days.toSorted((a, b) => a - b));
  });
});
