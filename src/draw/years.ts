import { dayNumber } from '../model/period.ts';
import { eraYear } from '../notation/era.ts';

/** A fiscal year on an axis: its last day, as the plan counts it and in Western years. */
export interface YearTick {
  readonly day: number;
  readonly era: string;
  readonly western: string;
}

/**
 * The fiscal years (1 April to 31 March) whose last day lies between two days, at most `most` of them, always with
 * the last one.
 */
export function fiscalYearTicks(from: string, to: string, most: number): YearTick[] {
  const all: YearTick[] = [];
  for (let year = Number(from.slice(0, 4)) - 1; year <= Number(to.slice(0, 4)); year++) {
    const end = `${year + 1}-03-31`;
    if (end < from || end > to) continue;
    all.push({ day: dayNumber(end), era: eraYear(year, end), western: String(year) });
  }
  const step = Math.ceil(all.length / most);
  return all.filter((_, at) => (all.length - 1 - at) % step === 0);
}
