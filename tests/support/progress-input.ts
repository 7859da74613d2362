import type { Period } from '../../src/model/quantity-schema.ts';
import type { ProgressInput } from '../../src/progress/progress-metrics.ts';

/** A time that stands at one day. */
export function createDayPeriod(day: string | null): Period {
  return { text: day ?? '', start: day, end: day };
}

/** Days after 2020-01-01, as an ISO date. */
export function formatDayAfter(after: number): string {
  return new Date(Date.UTC(2020, 0, 1 + after)).toISOString().slice(0, 10);
}

/** What of a rating a test cares about; the rest is an ordinary indicator, half-way through its time. */
export interface ProgressCase extends Partial<
  Pick<ProgressInput, 'direction' | 'state' | 'targetMissing' | 'minimumSample'>
> {
  readonly baseline: number | null;
  readonly target: number | null;
  /** The latest result; null where there is none. */
  readonly latest: number | null;
  readonly comparator?: ProgressInput['target']['comparator'];
  readonly low?: number;
  readonly high?: number;
  readonly sample?: number;
  /** Days after 2020-01-01; null where unknown. */
  readonly from?: number | null;
  readonly now?: number | null;
  readonly to?: number | null;
}

const dayOrNull = (after: number | null) => createDayPeriod(after === null ? null : formatDayAfter(after));

/** The input of `rate()` for a case: from day 0, now day 50, to day 100 unless it says otherwise. */
export function createProgressInput(given: ProgressCase): ProgressInput {
  const { direction = null, state = 'continuing', targetMissing = false, minimumSample = null } = given;
  const { from = 0, now = 50, to = 100 } = given;
  return {
    direction,
    state,
    targetMissing,
    minimumSample,
    baseline: { value: given.baseline, text: '', period: dayOrNull(from) },
    target: {
      value: given.target,
      comparator: given.comparator ?? null,
      low: given.low ?? null,
      high: given.high ?? null,
      text: '',
      period: dayOrNull(to),
    },
    latest:
      given.latest === null
        ? null
        : { value: given.latest, text: '', period: dayOrNull(now), sample: given.sample ?? null },
  };
}
