import { min, pairs } from 'd3';
import { getTimeKey, type Quantity, toDayNumber } from '../model/quantity-schema.ts';
import { convertUnit } from '../notation/number-and-unit.ts';
import { addPrintedUnit } from '../notation/printed-unit.ts';
import { hasChart, type Indicator } from '../tables/indicators.ts';
import { type Observation, filterCityResults } from '../tables/observations.ts';
import { findInterimTargets, type Target } from '../tables/targets.ts';
import { convertToPrintedUnit } from './change-words.ts';

export type ChartPoint = Readonly<{ day: number; value: number; text: string }>;

/** The data of an indicator's chart. */
export type ChartSeries = NonNullable<ReturnType<typeof createChartSeries>>;

/** Returns the point of a value, its text with the unit; null if its number or its period is unknown. */
function createChartPoint(
  { value, text, period }: Pick<Quantity, 'value' | 'text' | 'period'>,
  unit: string,
  kind: 'value' | 'target' = 'value',
): ChartPoint | null {
  if (value === null || period.end === null) return null;
  return { day: toDayNumber(period.end), value, text: addPrintedUnit(text, unit, kind) };
}

/** Returns the points of the results. Of several results of a day, only the last counts: the 確報 if there is one. */
function listResultPoints(observations: readonly Observation[], unit: string) {
  const points = filterCityResults(observations).flatMap((result) => {
    const point = createChartPoint(result, unit);
    return point ? [{ ...point, isProvisional: result.certainty === 'provisional' }] : [];
  });
  return points.filter(({ day }, index) => points[index + 1]?.day !== day);
}

/** More frequent results count as yearly: otherwise each missing quarter would be a gap. */
const LONGEST_YEAR = 366;

/**
 * Returns the neighbouring points to join by a line. There is no line across a missing value: a day without a number in
 * the files, or an interval that is much longer than usual.
 * @param missing the days without a number
 */
function pairNeighbours(points: readonly ChartPoint[], missing: readonly number[]) {
  const all = pairs(points);
  const usual = Math.max(LONGEST_YEAR, min(all, ([from, to]) => to.day - from.day) ?? LONGEST_YEAR);
  return all.filter(
    ([from, to]) => to.day - from.day <= usual * 1.5 && !missing.some((day) => day > from.day && day < to.day),
  );
}

/**
 * Returns the data of a chart, in the unit in which the plan prints its values: an axis in 人 beside labels in 千人
 * would be hard to read. Null for an indicator without a chart.
 */
export function createChartSeries(
  indicator: Indicator,
  observations: readonly Observation[],
  targets: readonly Target[],
) {
  const { unit } = convertToPrintedUnit(indicator);
  const convert = <Point extends ChartPoint>(point: Point): Point => ({
    ...point,
    value: convertUnit(point.value, indicator.unit, unit) ?? point.value,
  });
  const start = createChartPoint(indicator.baseline, indicator.unit);
  const end = createChartPoint(indicator.target, indicator.unit, 'target');
  if (!hasChart(indicator) || !start || !end) return null;
  const [from, to] = [convert(start), convert(end)];
  const results = listResultPoints(observations, indicator.unit).map(convert);
  const interim = [...findInterimTargets(targets, ({ period }) => getTimeKey(period)).values()].flatMap((one) => {
    const point = createChartPoint(one, indicator.unit, 'target');
    return point ? [convert(point)] : [];
  });
  const measured = [from, ...results].sort((a, b) => a.day - b.day);
  // Results without a number: `－`, 集計中.
  const missing = filterCityResults(observations).flatMap(({ value, period }) => (value === null ? [period.end] : []));
  const neighbours = pairNeighbours(measured, missing.filter((end) => end !== null).map(toDayNumber));
  return { unit, from, to, results, interim, points: [from, to, ...results, ...interim], neighbours };
}
