import type { Period } from '../../src/model/quantity-schema.ts';
import type { ProgressInput } from '../../src/progress/progress-metrics.ts';

/** Returns a period of one day. */
export function createDayPeriod(day: string | null): Period {
  return { text: day ?? '', start: day, end: day };
}

/** Returns an ISO date, some days after 2020-01-01. */
export function formatDayAfter(after: number): string {
  return new Date(Date.UTC(2020, 0, 1 + after)).toISOString().slice(0, 10);
}

/** The values that a test sets; the rest is an ordinary indicator, half-way between baseline and target year. */
export interface ProgressCase extends Partial<
  Pick<ProgressInput, 'title' | 'unit' | 'direction' | 'state' | 'lacksTarget' | 'hasMixedTimes' | 'minimumSample'>
> {
  readonly baseline: number | null;
  readonly target: number | null;
  /** The latest result; null if there is none. */
  readonly latest: number | null;
  readonly comparator?: ProgressInput['target']['comparator'];
  /** The target as printed. */
  readonly text?: string;
  readonly low?: number;
  readonly high?: number;
  readonly sample?: number;
  /** Days after 2020-01-01; null if unknown. */
  readonly from?: number | null;
  readonly now?: number | null;
  readonly to?: number | null;
}

const dayOrNull = (after: number | null) => createDayPeriod(after === null ? null : formatDayAfter(after));

/** Returns the input of a rating: the default is from day 0 to day 100, and now is day 50. */
export function createProgressInput(fields: ProgressCase): ProgressInput {
  const { direction = null, state = 'continuing', lacksTarget = false, hasMixedTimes = false } = fields;
  const { minimumSample = null, title = '', unit = '', from = 0, now = 50, to = 100 } = fields;
  return {
    title,
    unit,
    direction,
    state,
    lacksTarget,
    hasMixedTimes,
    minimumSample,
    baseline: { value: fields.baseline, text: '', period: dayOrNull(from) },
    target: {
      value: fields.target,
      comparator: fields.comparator ?? null,
      low: fields.low ?? null,
      high: fields.high ?? null,
      text: fields.text ?? '',
      period: dayOrNull(to),
    },
    latest:
      fields.latest === null
        ? null
        : { value: fields.latest, text: '', period: dayOrNull(now), sample: fields.sample ?? null },
  };
}
