import type { SiteCheck } from '../parsed-site.ts';
import { createUnitConversion } from '../numeric-cells.ts';
import {
  listNumericPoints,
  listSeries,
  listStatisticSeries,
  type NumericPoint,
  type ObservationSeries,
} from '../value-series.ts';
import { createFractionTest } from '../fraction-percentages.ts';

/** Minimum number of values for a median. */
const MIN_VALUES = 5;
/** The maximum distance from the median, in median absolute deviations. */
const MAX_DEVIATIONS = 10;
/** The minimum deviation, as a share of the median, because an almost constant series may change once. */
const MIN_SHARE = 0.05;

/** A difference by one of these factors is probably a wrong unit, or a digit too many or too few. */
const FACTORS = [10, 100, 1000, 1e4, 1e5, 1e6, 1e8];
/** The tolerance for such a factor, and for the ratio of two neighbours: numbers do not grow by a thousand. */
const getSlack = (factor: number) => (factor < 1000 ? 1.25 : 4);
/** Whole numbers below this often grow tenfold, so they are not compared. */
const MIN_COMPARED = 10;

/** Returns the median; of an even number of values the lower one, so that it is an entered value. */
function getMedian(values: readonly number[]): number {
  return Float64Array.from(values).sort()[Math.ceil(values.length / 2) - 1] ?? 0;
}

function isAbout(a: number, b: number, slack: number): boolean {
  const ratio = a / b;
  return ratio <= slack && ratio >= 1 / slack;
}

/** Returns the two values nearest in time: one on either side, or the two beside an end. */
function findNeighbours(points: readonly NumericPoint[], index: number): [NumericPoint, NumericPoint] | null {
  const last = points.length - 1;
  const at = index === 0 ? [1, 2] : index === last ? [last - 1, last - 2] : [index - 1, index + 1];
  const [one, other] = at.map((place) => points[place]);
  return one && other ? [one, other] : null;
}

/** Returns the power of ten by which a value differs from both neighbours, in words; null if it does not. */
function findFactor({ value }: NumericPoint, [one, other]: readonly [NumericPoint, NumericPoint]): string | null {
  const all = [value, one.value, other.value];
  if (all.every(Number.isInteger) && Math.min(...all.map(Math.abs)) < MIN_COMPARED) return null;
  for (const factor of FACTORS) {
    const slack = getSlack(factor);
    if (!isAbout(one.value, other.value, slack)) continue;
    if (isAbout(value, one.value * factor, slack)) return `${factor}倍`;
    if (isAbout(value * factor, one.value, slack)) return `${factor}分の1`;
  }
  return null;
}

/** Returns the numbers of a series. Its target is the third beside a baseline and a single result. */
function listWithTarget(series: ObservationSeries): NumericPoint[] {
  const { indicator, baseline } = series;
  const points = listNumericPoints(series);
  if (points.length !== 2 || !indicator || !baseline) return points;
  const { text, value: number, unit } = indicator.target.value;
  const value = createUnitConversion(indicator.unit).convert(number, unit);
  return value === null ? points : [...points, { ...baseline, text, value, heading: '目標値' }];
}

/**
 * Reports values that are far from the others of their series: values about 10, 100 or 1000 times as large or as small
 * as both neighbours, or else, among five values or more, values more than ten median absolute deviations from the
 * median. Percentages that were entered as fractions have a check of their own.
 */
export const checkOutliers: SiteCheck = (context, report) => {
  const indicators = context.plans.flatMap((plan) => {
    const isSlip = createFractionTest(plan);
    return listSeries(plan).map((series) => ({
      what: '指標',
      points: listWithTarget(series).filter(({ row, heading }) => !isSlip(row, heading)),
    }));
  });
  const statistics = listStatisticSeries(context).map((points) => ({
    what: '統計',
    points: points.filter((point): point is NumericPoint => point.value !== null),
  }));
  for (const { what, points } of [...indicators, ...statistics]) {
    const values = points.map(({ value }) => value);
    const centre = getMedian(values);
    const spread = Math.max(getMedian(values.map((value) => Math.abs(value - centre))), MIN_SHARE * Math.abs(centre));
    const typical = points.find(({ value }) => value === centre)?.text ?? '';
    points.forEach((point, index) => {
      const beside = findNeighbours(points, index);
      const times = beside && findFactor(point, beside);
      const isFar = spread > 0 && Math.abs(point.value - centre) > MAX_DEVIATIONS * spread;
      const { text: value } = point;
      if (beside && times)
        report.add(point.row.locate(point.heading), 'slipped-unit', { value, near: beside[0].text, times });
      else if (points.length >= MIN_VALUES && isFar)
        report.add(point.row.locate(point.heading), 'outlier', { value, middle: typical, what });
    });
  }
};
