import { z } from 'zod';
import { subtractDecimals, roundDecimal } from '../notation/decimal.ts';
import type { PreferredDirection, BandScale, IndicatorState } from '../model/value-lists.ts';
import {
  type Quantity,
  type TargetComparator,
  type TargetValue,
  toDayNumber,
} from '../model/quantity-schema.ts';

/** What an indicator's progress is worked out from. */
export interface ProgressInput {
  readonly direction: PreferredDirection | null;
  readonly state: IndicatorState;
  readonly baseline: Quantity;
  readonly target: TargetValue;
  /** True where the plan prints no target, or a mark that stands for none. */
  readonly targetMissing: boolean;
  readonly latest: (Quantity & { readonly sample: number | null }) | null;
  /** Below this sample size nothing is rated; null where the plan states none. */
  readonly minimumSample: number | null;
}

const share = (title: string, description: string) =>
  z
    .number()
    .nullable()
    .meta({ title, description: `${description}（0.5は半分）`, unit: '割合（1で全部）', examples: [0.5] });
/** A value in the unit of its indicator. */
const value = (title: string, description: string) =>
  z
    .number()
    .nullable()
    .meta({ title, description, unitColumn: 'unit', examples: [5870] });

/** What every way of rating looks at. Null is what the plan and its results don't tell. */
export const ProgressMetrics = z.strictObject({
  achieved: share('達成率', '（最新の実績−現状値）÷（目標値−現状値）'),
  elapsed: share(
    '経過率',
    '現状値の時点から目標値の時点までのうち、最新の実績の時点までに過ぎた割合。日数で数える',
  ),
  pace: share('進み方', '達成率÷経過率'),
  expected: value('目安の値', '同じ歩みで進むとき、最新の実績の時点での値。目標の時点をすぎたら目標値'),
  difference: value('現状値との差', '最新の実績と現状値の差。良い方向への差を正とする'),
  difference_ratio: share('現状値との差の割合', '現状値との差÷現状値の大きさ'),
  target_ratio: share('目標値に対する割合', '最新の実績÷目標値。大きいほどよい指標だけ'),
});
export type ProgressMetrics = z.infer<typeof ProgressMetrics>;

/** A scale that is computed: all but what a city types. */
export type ComputedScale = Exclude<BandScale, 'typed'>;

/** The figure that each scale of a band looks at. */
export const METRIC_BY_SCALE: Readonly<Record<ComputedScale, keyof ProgressMetrics>> = {
  share: 'achieved',
  pace: 'pace',
  'target-ratio': 'target_ratio',
  difference: 'difference',
  'difference-ratio': 'difference_ratio',
};

const DUST = 1e-9;

/**
 * How much of a difference to a limit is no more than what figures lose in a computer: two thirds of the way are
 * 0.66666666666667, no less than a limit of 0.666666666666667.
 */
export function getRoundingTolerance(limit: number): number {
  return DUST * Math.max(1, Math.abs(limit));
}

type Judge = Exclude<TargetComparator, 'about'>;

/**
 * The comparator a target is judged by: the plan's own, or the one that 良い方向 gives, or, where neither is stated,
 * the one that the way from baseline to target gives.
 */
export function chooseComparator(input: Pick<ProgressInput, 'direction' | 'baseline' | 'target'>): Judge {
  const { comparator, value } = input.target;
  // 概ね80% is reached by 85% where more is better: "about" says how exact the figure is, not which side is good.
  if (comparator && comparator !== 'about') return comparator;
  if (input.direction === 'increase') return '>=';
  if (input.direction === 'decrease') return '<=';
  if (input.direction) return '=';
  const baseline = input.baseline.value;
  return baseline !== null && value !== null && value < baseline ? '<=' : '>=';
}

/** True when `latest` meets the target. */
export function meetsTarget(latest: number, target: TargetValue, comparator: Judge): boolean {
  const inside =
    (target.low === null || latest >= target.low) && (target.high === null || latest <= target.high);
  if (comparator === 'within') return inside;
  const { value } = target;
  if (value === null) return false;
  switch (comparator) {
    case '>=':
      return latest >= value;
    case '<=':
      return latest <= value;
    case '>':
      return latest > value;
    case '<':
      return latest < value;
    case '=':
      return latest === value;
  }
}

/**
 * Which way is better: 1 up, -1 down, null where neither is (a range, 維持 at a bare number) or nothing tells.
 */
function betterWay(input: Pick<ProgressInput, 'direction' | 'baseline' | 'target'>): 1 | -1 | null {
  const { direction, target, baseline } = input;
  const stated = direction === 'increase' || direction === 'decrease' || target.comparator !== null;
  if (!stated && (target.value === null || target.value === baseline.value)) return null;
  const comparator = chooseComparator(input);
  if (comparator === '>=' || comparator === '>') return 1;
  return comparator === '<=' || comparator === '<' ? -1 : null;
}

/**
 * The whole way, target − baseline; null where there is none: to stay at a value or inside a range is no way to go, so
 * that no share of it is done.
 */
export function computeTargetChange(
  input: Pick<ProgressInput, 'direction' | 'baseline' | 'target'>,
): number | null {
  const { direction, target } = input;
  const baseline = input.baseline.value;
  if (direction === 'maintain' || direction === 'range') return null;
  if (baseline === null || target.value === null) return null;
  const comparator = chooseComparator(input);
  return comparator === 'within' || meetsTarget(baseline, target, comparator)
    ? null
    : subtractDecimals(target.value, baseline) || null;
}

/** The value at an even pace when a share of the time is over; the target itself at its time and after. */
function expectedAt(elapsed: number, baseline: number, way: number, target: number | null): number {
  if (elapsed >= 1 && target !== null) return target;
  return roundDecimal(baseline + elapsed * way, Math.max(Math.abs(baseline), Math.abs(way)));
}

/**
 * Works out every figure that a way of rating looks at, each by the formula in its description. Times stand at their
 * last day and are counted in days; values are in the indicator's unit. What binary numbers lose of decimal ones is
 * mended here, so that every format and page has the figure that a person gets by hand: 32.1 − 32 is 0.1.
 */
export function computeMetrics(input: ProgressInput): ProgressMetrics {
  const { baseline, target, latest } = input;
  const [from, to, now] = [baseline.period.end, target.period.end, latest?.period.end ?? null];
  const span = from && to ? toDayNumber(to) - toDayNumber(from) : null;
  const elapsed = from && now && span ? (toDayNumber(now) - toDayNumber(from)) / span : null;
  const way = computeTargetChange(input);
  const value = latest?.value ?? null;
  const moved = value === null || baseline.value === null ? null : subtractDecimals(value, baseline.value);
  const achieved = way === null || moved === null ? null : moved / way;
  const running = elapsed !== null && elapsed > 0 ? elapsed : null;
  const better = betterWay(input);
  const difference =
    moved === null || better === null ? null : better === 1 ? moved : subtractDecimals(0, moved);
  // 150 % of a target that is to be undercut, or that lies below zero, is no success: such a share says nothing.
  const whole = better === 1 && target.value !== null && target.value > 0 ? target.value : null;
  return {
    achieved: achieved === null ? null : roundDecimal(achieved),
    elapsed: elapsed === null ? null : roundDecimal(elapsed),
    pace: achieved === null || running === null ? null : roundDecimal(achieved / running),
    expected:
      way === null || running === null || baseline.value === null
        ? null
        : expectedAt(running, baseline.value, way, target.value),
    difference,
    difference_ratio:
      difference === null || !baseline.value ? null : roundDecimal(difference / Math.abs(baseline.value)),
    target_ratio: value === null || whole === null ? null : roundDecimal(value / whole),
  };
}
