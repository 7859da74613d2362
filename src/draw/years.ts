import { toDayNumber } from '../model/period.ts';
import { formatEraYear } from '../notation/era.ts';

/** A fiscal year on an axis: its last day, as the plan counts it and in Western years. */
export interface FiscalYearTick {
  readonly day: number;
  readonly era: string;
  readonly western: string;
}

/**
 * The fiscal years (1 April to 31 March) whose last day lies between two days, at most `most` of them, always with
 * the last one.
 */
export function listFiscalYearTicks(from: string, to: string, most: number): FiscalYearTick[] {
  const all: FiscalYearTick[] = [];
  for (let year = Number(from.slice(0, 4)) - 1; year <= Number(to.slice(0, 4)); year++) {
    const end = `${year + 1}-03-31`;
    if (end < from || end > to) continue;
    all.push({ day: toDayNumber(end), era: formatEraYear(year, end), western: String(year) });
  }
  const step = Math.ceil(all.length / most);
  return all.filter((_, at) => (all.length - 1 - at) % step === 0);
}
