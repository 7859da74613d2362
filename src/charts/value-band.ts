import { max, quantileSorted, sort } from 'd3';
import { isNotCalculated, type LineChartPoint, type ValueBandPoint } from './line-chart-frame.ts';

/** Of fewer values, quartiles say more about single municipalities than about all. */
export const MIN_BAND_VALUES = 30;

/** Returns the quartiles of numbers, interpolated (R-7, `quantile` of d3); null if they are too few. */
function findMiddle(numbers: readonly number[]): ValueBandPoint['middle'] {
  if (numbers.length < MIN_BAND_VALUES) return null;
  const sorted = sort(numbers);
  const [low = 0, median = 0, high = 0] = [0.25, 0.5, 0.75].map((share) => quantileSorted(sorted, share));
  return { low, median, high };
}

/**
 * Returns a summary of the values at each time, in the order of time: the middle half of at least `MIN_BAND_VALUES`
 * numbers, and how many there are. 算定なし is no number, and is counted on its own. Empty for fewer lines than that.
 */
export function summarizeValues(series: readonly (readonly LineChartPoint[])[]): ValueBandPoint[] {
  if (series.length < MIN_BAND_VALUES) return [];
  const days = Map.groupBy(series.flat(), ({ day }) => day);
  return sort(days, ([day]) => day).flatMap(([day, points]) => {
    const [{ year, time } = {}] = points;
    if (year === undefined || time === undefined) return [];
    const numbers = points.flatMap(({ value }) => value ?? []);
    const notCalculated = points.filter((point) => isNotCalculated(point)).length;
    const decimals = max(points, ({ text }) => /\.(\d+)/.exec(text)?.[1]?.length ?? 0) ?? 0;
    return [{ day, year, time, numbers: numbers.length, notCalculated, middle: findMiddle(numbers), decimals }];
  });
}
