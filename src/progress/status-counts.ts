import { listKeys } from '../model/value-lists.ts';
import {
  type IndicatorProgress,
  type NotRatedReason,
  notRatedReasons,
  type ProgressStatus,
  progressStatuses,
} from '../model/progress-status.ts';

/**
 * Counts indicators by progress status, including statuses without indicators. There is no total or mean, because a
 * single figure would hide the indicators that are not rated.
 */
export function countStatuses(progresses: readonly IndicatorProgress[]): { status: ProgressStatus; count: number }[] {
  return listKeys(progressStatuses).map((status) => ({
    status,
    count: progresses.filter((one) => one.status === status).length,
  }));
}

/** Counts the indicators that are not rated by reason, without reasons that do not occur. */
export function countReasons(progresses: readonly IndicatorProgress[]): { reason: NotRatedReason; count: number }[] {
  return listKeys(notRatedReasons)
    .map((reason) => ({ reason, count: progresses.filter((one) => one.reason === reason).length }))
    .filter(({ count }) => count > 0);
}
