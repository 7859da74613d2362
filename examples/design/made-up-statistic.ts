import type { LineChart, LineChartPoint, LineChartSeries } from '../../src/charts/line-chart-frame.ts';
import { toDayNumber } from '../../src/model/quantity-schema.ts';
import { formatNumber } from '../../src/notation/format.ts';

/** Values of consecutive fiscal years: a number, `null` if there is none, or 算定なし. */
export type MadeUpValues = readonly (number | null | '算定なし')[];

/** Creates the points of consecutive fiscal years. */
export function createPoints(first: number, values: MadeUpValues, unit = '%'): LineChartPoint[] {
  return values.map((value, at) => {
    const year = first + at;
    const time = { day: toDayNumber(`${year + 1}-03-31`), year, time: `${year}年度` };
    if (value === null) return { ...time, value, text: '', state: 'calculated' };
    if (value === '算定なし') return { ...time, value: null, text: value, state: 'not-calculated' };
    return { ...time, value, text: `${formatNumber(value, 1)}${unit}`, state: 'calculated' };
  });
}

/** Creates a line of a made-up city. */
export function createMadeUpSeries(at: number, title: string, values: MadeUpValues, first = 2010): LineChartSeries {
  return { id: `kakuu-${at + 1}`, title, tone: `city-${(at % 6) + 1}`, points: createPoints(first, values) };
}

/** Creates a large chart of made-up cities, from values by name. */
export function createMadeUpChart(
  lines: Readonly<Record<string, MadeUpValues>>,
  extra: Partial<Omit<LineChart, 'series'>> = {},
): LineChart {
  const series = Object.entries(lines).map(([title, values], at) => createMadeUpSeries(at, title, values));
  return { title: '架空の比率', unit: '%', size: 'page', series, ...extra };
}
