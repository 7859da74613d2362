import { subtractDecimals, roundDecimal } from '../notation/decimal.ts';
import { type Quantity, type TargetValue, toDayNumber } from '../model/quantity-schema.ts';
import type { IndicatorProgress } from '../model/progress-status.ts';

const DAY = 86_400_000;
const DAYS_A_YEAR = 365.25;

/** Years from one day to a later one: whole years by the calendar, the rest in days ÷ 365.25. */
function yearsBetween(from: string, to: string): number {
  const [year = 0, month = 1, date = 1] = from.split('-').map(Number);
  // In a year without a 29 February, its anniversary is 1 March.
  const anniversary = (years: number) => Date.UTC(year + years, month - 1, date) / DAY;
  const whole = Number(to.slice(0, 4)) - year;
  const passed = anniversary(whole) > toDayNumber(to) ? whole - 1 : whole;
  return passed + (toDayNumber(to) - anniversary(passed)) / DAYS_A_YEAR;
}

/** The even pace that would still reach a target: how much a year, and for how many years. */
export interface RequiredPace {
  readonly perYear: number;
  readonly years: number;
}

/**
 * pace needed = (target − latest, or baseline where there is no result) ÷ years left. Null where a number or a time is
 * not known, the target is met, no time is left, or nobody goes this way any more.
 */
export function computeRequiredPace(indicator: {
  readonly baseline: Quantity;
  readonly target: TargetValue;
  readonly latest: Quantity | null;
  readonly progress: IndicatorProgress;
}): RequiredPace | null {
  const { status, reason } = indicator.progress;
  if (status === 'achieved' || reason === 'ended' || reason === 'definition-changed') return null;
  const now = indicator.latest ?? indicator.baseline;
  const { value, period } = indicator.target;
  if (now.value === null || value === null || !now.period.end || !period.end) return null;
  const years = period.end > now.period.end ? yearsBetween(now.period.end, period.end) : 0;
  if (years === 0 || value === now.value) return null;
  return { perYear: roundDecimal(subtractDecimals(value, now.value) / years), years: roundDecimal(years) };
}
