import { min } from 'd3';
import type { Observation } from '../tables/observations.ts';
import { type Quantity, toDayNumber } from '../model/quantity-schema.ts';
import type { Target } from '../tables/targets.ts';

/** A value at its day, ready to be drawn. */
export interface ChartPoint {
  readonly day: number;
  readonly value: number;
  readonly text: string;
}

/** A result, which may be a 速報 that the 確報 is awaited of. */
export interface ResultPoint extends ChartPoint {
  readonly provisional: boolean;
}

/** The point of a value; null where its number or its time is not known. */
export function createChartPoint({
  value,
  text,
  period,
}: Pick<Quantity, 'value' | 'text' | 'period'>): ChartPoint | null {
  return value === null || period.end === null ? null : { day: toDayNumber(period.end), value, text };
}

/** The results of the whole city, in order of time. */
export function filterCityResults(observations: readonly Observation[]): Observation[] {
  return observations.filter(({ role, zone }) => role === 'result' && zone === null);
}

/** The results to draw. Of one time only the last is drawn, which is the 確報 where there is one. */
export function listResultPoints(observations: readonly Observation[]): ResultPoint[] {
  const points = filterCityResults(observations).flatMap((one): ResultPoint[] => {
    const point = createChartPoint(one);
    return point ? [{ ...point, provisional: one.certainty === 'provisional' }] : [];
  });
  return points.filter(({ day }, at) => points[at + 1]?.day !== day);
}

/** The interim targets that can be drawn. */
export function listInterimPoints(targets: readonly Target[]): ChartPoint[] {
  return targets.flatMap((one) => (one.kind === 'interim' ? (createChartPoint(one) ?? []) : []));
}

/** Figures that come more often than once a year still count as yearly, or each missing quarter would be a gap. */
const YEAR = 366;

/**
 * Neighbouring points that a line may join. A line ends where a value is missing: where the files say so, and where
 * the next value comes much later than values usually come.
 * @param missing days for which the files say that there is no value
 */
export function pairNeighbours<T extends ChartPoint>(
  points: readonly T[],
  missing: readonly number[],
): (readonly [T, T])[] {
  const pairs = points.slice(1).flatMap((to, at) => {
    const from = points[at];
    return from ? [[from, to] as const] : [];
  });
  const usual = Math.max(YEAR, min(pairs, ([from, to]) => to.day - from.day) ?? YEAR);
  return pairs.filter(
    ([from, to]) =>
      to.day - from.day <= usual * 1.5 && !missing.some((day) => day > from.day && day < to.day),
  );
}

/** The days of results without a number: `－`, 集計中. */
export function listMissingDays(observations: readonly Observation[]): number[] {
  return filterCityResults(observations).flatMap(({ value, period }) =>
    value === null && period.end !== null ? [toDayNumber(period.end)] : [],
  );
}
