import { quantileSorted, sort } from 'd3';
import type { LineChartPoint, ValueBandPoint } from './line-chart-frame.ts';

/** Of fewer values, quartiles say more about single municipalities than about all. */
const LEAST_BAND_VALUES = 30;

/**
 * Returns the middle half of the values at each time that has at least `LEAST_BAND_VALUES` numbers, in the order of time.
 * Quartiles are interpolated (R-7, `quantile` of d3). 算定なし is no number, so that it is not counted.
 */
export function summarizeValues(series: readonly (readonly LineChartPoint[])[]): ValueBandPoint[] {
  const days = Map.groupBy(series.flat(), ({ day }) => day);
  return [...days]
    .sort(([a], [b]) => a - b)
    .flatMap(([day, points]) => {
      const values = sort(points.flatMap(({ value }) => value ?? []));
      if (values.length < LEAST_BAND_VALUES) return [];
      const [low = 0, median = 0, high = 0] = [0.25, 0.5, 0.75].map((share) => quantileSorted(values, share));
      return [{ day, low, median, high }];
    });
}
