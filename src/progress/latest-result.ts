import type { Observation } from '../tables/observations.ts';
import type { Period } from '../model/quantity-schema.ts';

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const RANK = { provisional: 0, final: 1 } as const;

/**
 * Orders the results of an indicator by the last day of their time. Of one day the 確報 stands behind the 速報, so that
 * it is the one that counts. Whatever else may be the same, their words decide, so that the order of rows never matters.
 */
export function compareObservations(a: Observation, b: Observation): number {
  return (
    compare(a.period.end ?? '', b.period.end ?? '') ||
    RANK[a.certainty] - RANK[b.certainty] ||
    compare(a.zone ?? '', b.zone ?? '') ||
    compare(a.period.start ?? '', b.period.start ?? '') ||
    compare(a.period.text, b.period.text) ||
    compare(a.text, b.text)
  );
}

const ofCity = (observations: readonly Observation[]) =>
  observations.filter(({ role, zone }) => role === 'result' && zone === null);

/**
 * The latest result of the whole city that has a number; null where there is none yet. What stands at the baseline's
 * time or before it is no result of the plan: nothing can have moved by then.
 * @param observations in order of time
 */
export function findLatestResult(observations: readonly Observation[], baseline: Period): Observation | null {
  const later = ({ end }: Period) => end === null || baseline.end === null || end > baseline.end;
  return ofCity(observations).findLast(({ value, period }) => value !== null && later(period)) ?? null;
}

/**
 * The latest row for the whole city that says anything, be it a number or only a symbol typed in 評価.
 * @param observations in order of time
 */
export function findLatestRow(observations: readonly Observation[]): Observation | null {
  return ofCity(observations).findLast(({ value, rating }) => value !== null || rating !== '') ?? null;
}
