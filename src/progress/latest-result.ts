import type { Observation } from '../tables/observations.ts';
import { compareCodeUnits } from '../model/japanese-text.ts';
import type { Period } from '../model/quantity-schema.ts';

const RANK = { provisional: 0, final: 1 } as const;

/**
 * Compares the results of an indicator by their last day. On the same day the 確報 comes after the 速報, so that it counts.
 * The texts decide last, so that the order of the rows never matters.
 */
export function compareObservations(a: Observation, b: Observation): number {
  return (
    compareCodeUnits(a.period.end, b.period.end) ||
    RANK[a.certainty] - RANK[b.certainty] ||
    compareCodeUnits(a.zone, b.zone) ||
    compareCodeUnits(a.period.start, b.period.start) ||
    compareCodeUnits(a.period.text, b.period.text) ||
    compareCodeUnits(a.text, b.text)
  );
}

/** Returns the results of the whole municipality, without the results of zones. */
export const filterCityResults = (observations: readonly Observation[]): Observation[] =>
  observations.filter(({ role, zone }) => role === 'result' && zone === null);

/**
 * Returns the latest result of the whole municipality with a number, or null. A value of the baseline's period or
 * earlier is no result of the plan.
 * @param observations sorted by time
 */
export function findLatestResult(observations: readonly Observation[], baseline: Period): Observation | null {
  const later = ({ end }: Period) => end === null || baseline.end === null || end > baseline.end;
  return filterCityResults(observations).findLast(({ value, period }) => value !== null && later(period)) ?? null;
}

/**
 * Returns the latest row for the whole municipality that has a number or a symbol in 評価.
 * @param observations sorted by time
 */
export function findLatestRow(observations: readonly Observation[]): Observation | null {
  return filterCityResults(observations).findLast(({ value, rating }) => value !== null || rating !== '') ?? null;
}
