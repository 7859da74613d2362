import type { IndicatorProgress, NotRatedReason, ProgressStatus } from '../model/progress-status.ts';
import { isForEachYear } from '../notation/target.ts';
import { ROUNDING_TOLERANCE, computeMetrics, type ProgressInput, type ProgressMetrics } from './progress-metrics.ts';
import { compareWithTarget, failsTarget, meetsTarget, type TargetComparison } from './target-comparison.ts';

/** The least pace of each status but 後退, with the tolerance. */
export const paceLimits = { onTrack: 0.95 - ROUNDING_TOLERANCE, slightlyBehind: 0.6 - ROUNDING_TOLERANCE, behind: 0 };

function createRated(status: ProgressStatus, { achieved, elapsed }: ProgressMetrics): IndicatorProgress {
  return { status, reason: null, achieved, elapsed, method: 'linear', own: null };
}

function createUnrated(reason: NotRatedReason): IndicatorProgress {
  return { status: 'not-rated', reason, achieved: null, elapsed: null, method: 'linear', own: null };
}

/** Returns the reason why no method can compute a rating, for any target; null if there is none. */
export function findRatingObstacle(input: ProgressInput): NotRatedReason | null {
  const { state, hasMixedTimes, latest, minimumSample } = input;
  if (state === 'ended' || state === 'definition-changed') return state;
  if (hasMixedTimes) return 'counted-differently';
  if (latest?.value == null) return 'not-measured';
  if (minimumSample !== null && latest.sample !== null && latest.sample < minimumSample) return 'small-sample';
  // Without its day, nobody knows whether it is the latest result, or later than the baseline.
  return latest.period.end === null ? 'period-unknown' : null;
}

/** Returns the reason why a result can't be compared with the target, or null. */
export function findTargetObstacle({
  target,
  lacksTarget,
}: Pick<ProgressInput, 'target' | 'lacksTarget'>): NotRatedReason | null {
  if (lacksTarget) return 'no-target';
  return target.value === null && target.comparator !== 'within' ? 'target-in-words' : null;
}

/** Returns the first reason that prevents a rating by the common method, or null. */
function findObstacle(input: ProgressInput): NotRatedReason | null {
  const found = findRatingObstacle(input);
  if (found === 'ended' || found === 'definition-changed' || found === 'counted-differently') return found;
  return findTargetObstacle(input) ?? found;
}

function classifyPace(pace: number): ProgressStatus {
  if (pace >= paceLimits.onTrack) return 'on-track';
  if (pace >= paceLimits.slightlyBehind) return 'slightly-behind';
  return pace >= paceLimits.behind ? 'behind' : 'worse';
}

/** Rates a result that fails its target: by its pace, if the target is in the future and can be partly met. */
function rateFailure(input: ProgressInput, comparator: TargetComparison['comparator']): IndicatorProgress {
  const { baseline, target, latest } = input;
  const metrics = computeMetrics(input);
  const { achieved, elapsed } = metrics;
  const [end, now] = [target.period.end, latest?.period.end ?? null];
  const isOver = end !== null && now !== null && now >= end;
  const needsNoBaseline = comparator === 'within' || comparator === '=' || isForEachYear(target.text);
  const hasNoWay = achieved === null && (needsNoBaseline || baseline.value !== null);
  if (target.comparator === 'about' && (isOver || hasNoWay)) return createUnrated('target-approximate');
  if (isOver) return createRated('missed', metrics);
  if (hasNoWay) return end === null ? createUnrated('period-unknown') : createRated('behind', metrics);
  if (achieved === null) return createUnrated('no-baseline');
  if (elapsed === null || elapsed <= 0) return createUnrated('period-unknown');
  return createRated(classifyPace(achieved / elapsed), metrics);
}

/**
 * Rates an indicator by the common linear method. The present is the period of the latest result, not the clock.
 *
 * achieved = (latest − baseline) ÷ (target − baseline), elapsed = (t − t₀) ÷ (t₁ − t₀) in days between last days of
 * periods, pace = achieved ÷ elapsed: from 0.95 on track, from 0.60 slightly behind, from 0 behind, below 0 worse.
 * A target that is met is achieved; a target that is not met at its end or later is missed. For a range, 維持, a
 * target of every year, and one that the baseline already meets, a value outside it before its end is behind. There
 * is no rating if it is unknown which results meet the target, and none for a result that may be near enough to 概ね80%.
 */
export function rateLinear(input: ProgressInput): IndicatorProgress {
  const reason = findObstacle(input);
  const latest = input.latest?.value;
  if (reason || latest == null) return createUnrated(reason ?? 'not-measured');
  const comparison = compareWithTarget(input);
  const { comparator } = comparison;
  if (comparator === null) return createUnrated('direction-unknown');
  if (meetsTarget(latest, input.target, comparator)) return createRated('achieved', computeMetrics(input));
  return failsTarget(latest, comparison, input) ? rateFailure(input, comparator) : createUnrated('direction-unknown');
}
