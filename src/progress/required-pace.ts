import { subtractDecimals, roundDecimal } from '../notation/decimal.ts';
import { DAY_LENGTH, type Quantity, type TargetValue, toDayNumber } from '../model/quantity-schema.ts';
import { compareWithTarget, failsTarget, meetsTarget, type ComparedTarget } from './target-comparison.ts';
import type { IndicatorProgress } from '../model/progress-status.ts';

const DAYS_A_YEAR = 365.25;

/** Returns the years between two days: whole calendar years, and the remaining days ÷ 365.25. */
function countYears(from: string, to: string): number {
  const [year = 0, month = 1, date = 1] = from.split('-').map(Number);
  // In a year without a 29 February, its anniversary is 1 March.
  const anniversary = (years: number) => Date.UTC(year + years, month - 1, date) / DAY_LENGTH;
  const whole = Number(to.slice(0, 4)) - year;
  const passed = anniversary(whole) > toDayNumber(to) ? whole - 1 : whole;
  return passed + (toDayNumber(to) - anniversary(passed)) / DAYS_A_YEAR;
}

/** The constant change a year that reaches a target, and the number of years left. */
export interface RequiredPace {
  readonly perYear: number;
  readonly years: number;
}

/**
 * Returns (target − latest result, or baseline if there is none) ÷ years left. Null if a number or a day is unknown, that
 * value does not certainly fail the target, the target is to stay at a value (維持), no time is left, or the indicator has
 * ended.
 */
export function computeRequiredPace(
  indicator: ComparedTarget & {
    readonly baseline: Quantity;
    readonly target: TargetValue;
    readonly latest: Quantity | null;
    readonly progress: IndicatorProgress;
  },
): RequiredPace | null {
  const { reason } = indicator.progress;
  if (reason === 'ended' || reason === 'definition-changed' || reason === 'counted-differently') return null;
  const now = indicator.latest ?? indicator.baseline;
  const { value, period } = indicator.target;
  if (now.value === null || value === null || !now.period.end || !period.end) return null;
  const comparison = compareWithTarget(indicator);
  if (comparison.comparator === null || meetsTarget(now.value, indicator.target, comparison.comparator)) return null;
  if (comparison.ground === 'maintain' || !failsTarget(now.value, comparison, indicator)) return null;
  const years = period.end > now.period.end ? countYears(now.period.end, period.end) : 0;
  if (years === 0 || value === now.value) return null;
  return { perYear: roundDecimal(subtractDecimals(value, now.value) / years), years: roundDecimal(years) };
}
