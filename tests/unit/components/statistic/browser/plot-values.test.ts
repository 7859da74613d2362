import { describe, expect, test } from 'vitest';
import {
  findNearestTime,
  findNearestValue,
  type PlotTime,
} from '../../../../../src/components/statistic/browser/plot-values.ts';

const createTime = (x: number, values: Readonly<Record<string, number | null>> = {}): PlotTime => ({
  title: `${x} %`,
  x,
  values: Object.entries(values).map(([series, y]) => ({ series, title: series, text: String(y), y })),
});

test.each([
  [-5, 0],
  [24, 0],
  [26, 1],
  [100, 2],
])('the time nearest to %d %% of the width is the one with index %d', (x, index) => {
  expect(findNearestTime([createTime(0), createTime(50), createTime(90)], x)).toBe(index);
});

describe('the value nearest to a height', () => {
  const time = createTime(0, { warabi: 20, kashiwa: 60, kanazawa: null });

  test.each([
    [30, [], 'warabi'],
    [55, [], 'kashiwa'],
    [55, ['warabi'], 'warabi'],
    [55, ['kanazawa'], 'kashiwa'],
  ])('%d %%, with the chosen lines %j, is that of %s', (y, chosen, series) => {
    expect(findNearestValue(time, y, new Set(chosen))?.series).toBe(series);
  });

  test('is none if the chart shows none', () => {
    expect(findNearestValue(createTime(0, { warabi: null }), 50, new Set())).toBeUndefined();
  });
});
