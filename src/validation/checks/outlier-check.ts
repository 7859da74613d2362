import { createIssue } from '../../diagnostics/diagnostic.ts';
import type { SiteCheck } from '../validation-context.ts';
import { listSeries, listNumericPoints, type NumericPoint } from '../observation-series.ts';
import { createFractionTest } from '../fraction-percentages.ts';

/** Fewer values than this say nothing of what is usual. */
const FEWEST = 5;
/** How many median absolute deviations from the median are too many. */
const FAR = 10;
/** The least deviation that is reckoned with, as a share of the median: a series that hardly moves may move once. */
const LEAST = 0.05;

/** What differs by one of these was most likely typed in another unit, or with a digit too many or too few. */
const FACTORS = [10, 100, 1000];
/** How much a value may lie beside such a factor, and two neighbours beside one another. */
const SLACK = 1.25;
/** Whole numbers below this grow tenfold by themselves. */
const SMALL = 10;

const sorted = (values: readonly number[]) => Float64Array.from(values).sort();

/** The value in the middle; of an even number, the lower of the two, so that it is one that was typed. */
function middle(values: readonly number[]): number {
  return sorted(values)[Math.ceil(values.length / 2) - 1] ?? 0;
}

/** True where `a` is `b`, or nearly. */
function alike(a: number, b: number): boolean {
  const ratio = a / b;
  return ratio <= SLACK && ratio >= 1 / SLACK;
}

/** The two values nearest in time: one on either side, or the two beside an end. */
function neighbours(points: readonly NumericPoint[], index: number): [NumericPoint, NumericPoint] | null {
  const last = points.length - 1;
  const at = index === 0 ? [1, 2] : index === last ? [last - 1, last - 2] : [index - 1, index + 1];
  const [one, other] = at.map((place) => points[place]);
  return one && other ? [one, other] : null;
}

/** By which power of ten a value lies away from both its neighbours, in words; null where it does not. */
function slipOf({ value }: NumericPoint, [one, other]: readonly [NumericPoint, NumericPoint]): string | null {
  const all = [value, one.value, other.value];
  if (!alike(one.value, other.value)) return null;
  if (all.every(Number.isInteger) && Math.min(...all.map(Math.abs)) < SMALL) return null;
  for (const factor of FACTORS) {
    if (alike(value, one.value * factor)) return `${factor}倍`;
    if (alike(value * factor, one.value)) return `${factor}分の1`;
  }
  return null;
}

/**
 * Values that are far from all others of their series. First a slip of a unit or a digit is looked for: about 10, 100
 * or 1000 times both neighbours, or as small a part of them. Otherwise, of five values or more, one is told that lies
 * more than ten median absolute deviations from the median; both are moved by single wild values least of all. What was typed as
 * a share of 1 instead of in % is told by a rule of its own, and is left out.
 */
export const checkOutliers: SiteCheck = (known, report) => {
  const all = known.plans.flatMap((plan) => {
    const isSlip = createFractionTest(plan);
    return listSeries(plan).map((series) => ({ series, isSlip }));
  });
  for (const { series, isSlip } of all) {
    const points = listNumericPoints(series).filter(({ row, heading }) => !isSlip(row, heading));
    const values = points.map(({ value }) => value);
    const centre = middle(values);
    const spread = Math.max(
      middle(values.map((value) => Math.abs(value - centre))),
      LEAST * Math.abs(centre),
    );
    const typical = points.find(({ value }) => value === centre)?.text ?? '';
    points.forEach((point, index) => {
      const beside = neighbours(points, index);
      const times = beside && slipOf(point, beside);
      const isFar = spread > 0 && Math.abs(point.value - centre) > FAR * spread;
      const { text: value } = point;
      if (beside && times)
        report.add(
          point.row.locate(point.heading),
          createIssue('slipped-unit', { value, near: beside[0].text, times }),
        );
      else if (points.length >= FEWEST && isFar)
        report.add(point.row.locate(point.heading), createIssue('outlier', { value, middle: typical }));
    });
  }
};
