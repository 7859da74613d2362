import { min } from 'd3';
import type { Observation } from '../tables/observations.ts';
import { type Quantity, toDayNumber } from '../model/quantity-schema.ts';
import type { Target } from '../tables/targets.ts';

/** A value with its day, as a chart draws it. */
export interface ChartPoint {
  readonly day: number;
  readonly value: number;
  readonly text: string;
}

/** A result, which may be 速報. */
export interface ResultPoint extends ChartPoint {
  readonly provisional: boolean;
}

/** Returns the point of a value; null if its number or its period is unknown. */
export function createChartPoint({
  value,
  text,
  period,
}: Pick<Quantity, 'value' | 'text' | 'period'>): ChartPoint | null {
  return value === null || period.end === null ? null : { day: toDayNumber(period.end), value, text };
}

/** Returns the results of the whole city, without those of zones. */
export function filterCityResults(observations: readonly Observation[]): Observation[] {
  return observations.filter(({ role, zone }) => role === 'result' && zone === null);
}

/** Returns the points of the results. Of several on one day only the last remains, which is the 確報 if there is one. */
export function listResultPoints(observations: readonly Observation[]): ResultPoint[] {
  const points = filterCityResults(observations).flatMap((result): ResultPoint[] => {
    const point = createChartPoint(result);
    return point ? [{ ...point, provisional: result.certainty === 'provisional' }] : [];
  });
  return points.filter(({ day }, index) => points[index + 1]?.day !== day);
}

/** Returns the points of the interim targets. */
export function listInterimPoints(targets: readonly Target[]): ChartPoint[] {
  return targets.flatMap((target) => (target.kind === 'interim' ? (createChartPoint(target) ?? []) : []));
}

/** More frequent results count as yearly: otherwise each missing quarter would be a gap. */
const YEAR = 366;

/**
 * Returns the neighbouring points to join by a line. There is no line across a missing value: a day without a number in
 * the files, or an interval that is much longer than usual.
 * @param missing the days without a number
 */
export function pairNeighbours<T extends ChartPoint>(
  points: readonly T[],
  missing: readonly number[],
): (readonly [T, T])[] {
  const pairs = points.slice(1).flatMap((to, index) => {
    const from = points[index];
    return from ? [[from, to] as const] : [];
  });
  const usual = Math.max(YEAR, min(pairs, ([from, to]) => to.day - from.day) ?? YEAR);
  return pairs.filter(
    ([from, to]) => to.day - from.day <= usual * 1.5 && !missing.some((day) => day > from.day && day < to.day),
  );
}

/** Returns the days of results without a number: `－`, 集計中. */
export function listMissingDays(observations: readonly Observation[]): number[] {
  return filterCityResults(observations).flatMap(({ value, period }) =>
    value === null && period.end !== null ? [toDayNumber(period.end)] : [],
  );
}
