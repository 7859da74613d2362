import { listKeys } from '../model/value-lists.ts';
import {
  type IndicatorProgress,
  type NotRatedReason,
  notRatedReasons,
  type ProgressStatus,
  progressStatuses,
} from '../model/progress-status.ts';

/** How many indicators are in one state. */
export interface StatusCount {
  readonly status: ProgressStatus;
  readonly count: number;
}

/** How many indicators are not rated for one reason. */
export interface ReasonCount {
  readonly reason: NotRatedReason;
  readonly count: number;
}

/**
 * Counts indicators by state: every state, also those in which there is none, so that what is not rated is never left
 * out. There is no sum of them and no mean: a single figure would hide what is not known.
 */
export function countStatuses(progresses: readonly IndicatorProgress[]): StatusCount[] {
  return listKeys(progressStatuses).map((status) => ({
    status,
    count: progresses.filter((one) => one.status === status).length,
  }));
}

/** Counts the indicators that are not rated by reason, leaving out the reasons that none has. */
export function countReasons(progresses: readonly IndicatorProgress[]): ReasonCount[] {
  return listKeys(notRatedReasons)
    .map((reason) => ({ reason, count: progresses.filter((one) => one.reason === reason).length }))
    .filter(({ count }) => count > 0);
}
