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
    expect([first?.low, first?.median, first?.high]).toEqual([0.25, 0.5, 0.75].map((share) => quantile(values, share)));
  });

  test('needs 30 numbers at a time; 算定なし is no number', () => {
    expect(summarizeValues(createLines(29))).toEqual([]);
    expect(summarizeValues(createLines(30))).toHaveLength(1);
    expect(summarizeValues(createLines(31))).toHaveLength(2);
  });

  test('is in the order of time', () => {
    const days = summarizeValues(createLines(40).map((points) => points.toReversed())).map(({ day }) => day);
    expect(days).toEqual(days.toSorted((a, b) => a - b));
  });
});
