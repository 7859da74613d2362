import { z } from 'zod';
import type { IndicatorProgress } from '../model/progress-status.ts';
import { DAY_LENGTH, NullableNumber, RATIO_UNIT, toDayNumber } from '../model/quantity-schema.ts';
import type { Quantity, TargetValue } from '../model/quantity-schema.ts';
import type { BandScale, IndicatorState } from '../model/value-lists.ts';
import { subtractDecimals, roundDecimal } from '../notation/decimal.ts';
import { isForEachYear } from '../notation/target.ts';
import type { Indicator } from '../tables/indicators.ts';
import { compareWithTarget, findBetterWay, meetsTarget, failsTarget } from './target-comparison.ts';
import type { ComparedTarget } from './target-comparison.ts';

/** The data from which progress is computed. */
export interface ProgressInput extends ComparedTarget {
  readonly state: IndicatorState;
  readonly baseline: Quantity;
  readonly target: TargetValue;
  /** True if the plan prints no target, or a mark that means none. */
  readonly lacksTarget: boolean;
  /** True if values count over different times: they can't be compared. */
  readonly hasMixedTimes: boolean;
  readonly latest: (Quantity & { readonly sample: number | null }) | null;
  /** The minimum sample size for a rating; null if the plan states none. */
  readonly minimumSample: number | null;
}

// Scripts leave out what `.meta()` adds, so the texts are in its calls.
const describeShare = (title: string, description: string) => {
  return { title, description: `${description}（0.5は半分）`, unit: RATIO_UNIT, examples: [0.5] };
};
/** Describes a figure in the unit of its indicator. */
const describeValue = (title: string, description: string) => {
  return { title, description, unitColumn: 'unit', examples: [5870] };
};

/** The figures that rating methods use. Null means unknown. */
export const ProgressMetrics = z.strictObject({
  achieved: NullableNumber.meta(describeShare('達成率', '（最新の実績−現状値）÷（目標値−現状値）')),
  elapsed: NullableNumber.meta(
    describeShare('経過率', '現状値の時点から目標値の時点までのうち、最新の実績の時点までに過ぎた割合。日数で数える'),
  ),
  pace: NullableNumber.meta(describeShare('進み方', '達成率÷経過率')),
  expected: NullableNumber.meta(
    describeValue('目安の値', '同じ歩みで進むとき、最新の実績の時点での値。目標の時点を過ぎたら目標値'),
  ),
  difference: NullableNumber.meta(describeValue('現状値との差', '最新の実績と現状値の差。良い方向への差を正とする')),
  difference_ratio: NullableNumber.meta(describeShare('現状値との差の割合', '現状値との差÷現状値の大きさ')),
  target_ratio: NullableNumber.meta(
    describeShare('目標値に対する割合', '最新の実績÷目標値。大きいほどよく、目標値が0より大きい指標だけ'),
  ),
});
export type ProgressMetrics = z.infer<typeof ProgressMetrics>;

export type ComputedScale = Exclude<BandScale, 'typed'>;

/** The figure of each scale. */
export const METRIC_BY_SCALE: Readonly<Record<ComputedScale, keyof ProgressMetrics>> = {
  share: 'achieved',
  pace: 'pace',
  'target-ratio': 'target_ratio',
  difference: 'difference',
  'difference-ratio': 'difference_ratio',
};

/** The difference to a limit that rounding can cause: 0.66666666666667 is not less than 0.666666666666667. */
export const ROUNDING_TOLERANCE = 1e-9;

/** True if the baseline has no distance to the target: it is beyond it, or every year must meet the target. */
export function lacksDistance(input: ComparedTarget & Pick<ProgressInput, 'target'>): boolean {
  const { baseline, target } = input;
  if (isForEachYear(target.text)) return true;
  const { comparator } = compareWithTarget(input);
  if (baseline.value === null || comparator === null || baseline.value === target.value) return false;
  return meetsTarget(baseline.value, target, comparator);
}

/**
 * Returns target − baseline; null if there is no distance: a target to stay at a value (維持) or in a range, or to be
 * met every year, can't be partly met.
 */
export function computeTargetChange(input: ComparedTarget & Pick<ProgressInput, 'target'>): number | null {
  const { target } = input;
  const baseline = input.baseline.value;
  if (baseline === null || target.value === null) return null;
  const { comparator } = compareWithTarget(input);
  if (comparator === null || comparator === '=' || isForEachYear(target.text)) return null;
  return meetsTarget(baseline, target, comparator) ? null : subtractDecimals(target.value, baseline) || null;
}

/** Returns the part of the time between two days that is over on a third; null if one of them is unknown. */
function computeElapsed(from: string | null, to: string | null, now: string | null): number | null {
  const span = from && to ? toDayNumber(to) - toDayNumber(from) : 0;
  return from && now && span !== 0 ? (toDayNumber(now) - toDayNumber(from)) / span : null;
}

/** Returns the value that a constant pace reaches after a part of the time; at the end and later, the target. */
function computeExpected(
  elapsed: number | null,
  baseline: number | null,
  way: number | null,
  target: number | null,
): number | null {
  if (way === null || elapsed === null || baseline === null) return null;
  if (elapsed >= 1 && target !== null) return target;
  return roundDecimal(baseline + elapsed * way, Math.max(Math.abs(baseline), Math.abs(way)));
}

/** Returns a change as a change for the better: negative if it is one for the worse; null if that is unknown. */
function computeDifference(moved: number | null, better: 1 | -1 | null): number | null {
  if (moved === null || better === null) return null;
  return better === 1 ? moved : subtractDecimals(0, moved);
}

/** Returns a part as a share of a whole, rounded; null if one of them is unknown, or if the whole is 0. */
const computeShare = (part: number | null, whole: number | null) =>
  part === null || !whole ? null : roundDecimal(part / whole);

/**
 * Computes every figure that rating methods use, by the formula in its description. The last day of a period counts;
 * values are in the indicator's unit. Figures are rounded to the result of decimal arithmetic: 32.1 − 32 is 0.1.
 */
export function computeMetrics(input: ProgressInput): ProgressMetrics {
  const { baseline, target, latest } = input;
  const elapsed = computeElapsed(baseline.period.end, target.period.end, latest?.period.end ?? null);
  const way = computeTargetChange(input);
  const value = latest?.value ?? null;
  const moved = value === null || baseline.value === null ? null : subtractDecimals(value, baseline.value);
  const achieved = way === null || moved === null ? null : moved / way;
  const running = elapsed !== null && elapsed > 0 ? elapsed : null;
  const better = findBetterWay(input);
  const difference = computeDifference(moved, better);
  // 150 % of the target is not a success if values should stay below it, or if it is negative.
  const whole = better === 1 && target.value !== null && target.value > 0 ? target.value : null;
  return {
    achieved: computeShare(moved, way),
    elapsed: elapsed === null ? null : roundDecimal(elapsed),
    pace: computeShare(achieved, running),
    expected: computeExpected(running, baseline.value, way, target.value),
    difference,
    difference_ratio: computeShare(difference, baseline.value && Math.abs(baseline.value)),
    target_ratio: computeShare(value, whole),
  };
}

/** Returns the years between two days: whole calendar years, and the remaining days ÷ 365.25. */
function countYears(from: string, to: string): number {
  const [year = 0, month = 1, date = 1] = from.split('-').map(Number);
  // In a year without a 29 February, its anniversary is the last day of the month.
  const getAnniversary = (years: number) =>
    Math.min(Date.UTC(year + years, month - 1, date), Date.UTC(year + years, month, 0)) / DAY_LENGTH;
  const whole = Number(to.slice(0, 4)) - year;
  const passed = getAnniversary(whole) > toDayNumber(to) ? whole - 1 : whole;
  return passed + (toDayNumber(to) - getAnniversary(passed)) / 365.25;
}

/** Reasons for which the latest result is no start for the rest of the way. */
const WITHOUT_PACE: readonly IndicatorProgress['reason'][] = [
  'ended',
  'definition-changed',
  'counted-differently',
  'small-sample',
  'target-approximate',
];

/**
 * Returns the years left, and (target − latest result, or baseline if there is none) ÷ years left. Null if a number or
 * a day is unknown, that value does not certainly fail the target, the target is to stay at a value (維持) or for every
 * year, no time is left, or the reason why the indicator is not rated is one of `WITHOUT_PACE`.
 */
export function computeRequiredPace(
  indicator: ComparedTarget &
    Pick<Indicator, 'baseline' | 'target' | 'progress'> & { readonly latest: Quantity | null },
) {
  if (WITHOUT_PACE.includes(indicator.progress.reason)) return null;
  const now = indicator.latest ?? indicator.baseline;
  const { value, period, text } = indicator.target;
  if (now.value === null || value === null || !now.period.end || !period.end || isForEachYear(text)) return null;
  const comparison = compareWithTarget(indicator);
  if (comparison.comparator === null || meetsTarget(now.value, indicator.target, comparison.comparator)) return null;
  if (comparison.ground === 'maintain' || !failsTarget(now.value, comparison, indicator)) return null;
  const years = period.end > now.period.end ? countYears(now.period.end, period.end) : 0;
  if (years === 0 || value === now.value) return null;
  return { perYear: roundDecimal(subtractDecimals(value, now.value) / years), years: roundDecimal(years) };
}
