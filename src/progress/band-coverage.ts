import type { RatingBand } from './plan-bands.ts';
import {
  METRIC_BY_SCALE,
  computeMetrics,
  type ComputedScale,
  type ProgressInput,
} from './progress-metrics.ts';
import { toDayNumber } from '../model/quantity-schema.ts';
import { rateByOwnMethod } from './own-method-rating.ts';

/** An indicator on which bands are tried out: what it starts from, where it shall be, how much of the time is over. */
interface Trial {
  readonly baseline: number;
  readonly target: number;
  readonly elapsed: number;
}

/** What happens to a result, from one limit to the next. */
export interface BandInterval {
  /** Null below the lowest limit. */
  readonly from: Edge | null;
  /** Null above the highest limit; the same edge as `from` where the stretch is that limit alone. */
  readonly to: Edge | null;
  /** The band that results in this stretch meet; null where there is none. */
  readonly band: RatingBand | null;
}

/** A limit of a band, as the value of a result. */
interface Edge {
  readonly value: number;
  readonly band: RatingBand;
  readonly side: 'low' | 'high';
}

const TRIALS: readonly Trial[] = [
  { baseline: 100, target: 200, elapsed: 0.5 },
  { baseline: 100, target: 200, elapsed: 0.2 },
  { baseline: 100, target: 200, elapsed: 1 },
  { baseline: 100, target: 110, elapsed: 0.5 },
  { baseline: 100, target: 1000, elapsed: 0.5 },
];
const SPAN = 1000;
/** A day in no year that a plan may name. */
const LONG_AGO = '1900-03-31';

const dayOf = (number: number) => new Date(number * 86_400_000).toISOString().slice(0, 10);
const on = (day: string) => ({ text: '', start: day, end: day });

function inputOf({ baseline, target, elapsed }: Trial, now: string, value: number): ProgressInput {
  const from = toDayNumber(now) - elapsed * SPAN;
  return {
    direction: 'increase',
    state: 'continuing',
    baseline: { value: baseline, text: '', period: on(dayOf(from)) },
    target: {
      value: target,
      comparator: '>=',
      low: null,
      high: null,
      text: '',
      period: on(dayOf(from + SPAN)),
    },
    targetMissing: false,
    latest: { value, text: '', period: on(now), sample: null },
    minimumSample: null,
  };
}

/** The value of a result that stands at a limit. */
function valueAt(limit: number, scale: ComputedScale, { baseline, target, elapsed }: Trial): number {
  const way = target - baseline;
  switch (scale) {
    case 'share':
      return baseline + limit * way;
    case 'pace':
      return baseline + limit * elapsed * way;
    case 'target-ratio':
      return limit * target;
    case 'difference':
      return baseline + limit;
    case 'difference-ratio':
      return baseline + limit * baseline;
  }
}

function edgesOf(bands: readonly RatingBand[], trial: Trial): Edge[] {
  const edges = bands.flatMap((band) => {
    const { scale, margin } = band;
    if (scale === 'typed') return [];
    return (['low', 'high'] as const).flatMap((side) => {
      const limit = band[side];
      if (limit === null) return [];
      const value = valueAt(limit, scale, trial);
      return [value - margin, value, value + margin].map((one) => ({ value: one, band, side }));
    });
  });
  // Results below nothing are left out: no share of a target and no fall of more than 100 % leads there.
  const known = edges.filter(({ value }) => value >= 0).toSorted((a, b) => a.value - b.value);
  return known.filter(({ value }, at) => at === 0 || value - (known[at - 1]?.value ?? 0) > 1e-6);
}

/** What becomes of every result of one trial, from nothing upwards. */
function stretchesOf(bands: readonly RatingBand[], trial: Trial, now: string): BandInterval[] {
  const edges = edgesOf(bands, trial);
  const met = (value: number) => rateByOwnMethod(inputOf(trial, now, value), bands, null).band;
  const ends = [null, ...edges, null];
  return ends.slice(1).flatMap((to, at) => {
    const from = ends[at] ?? null;
    const middle = to ? ((from?.value ?? 0) + to.value) / 2 : (from?.value ?? 0) * 2 + 1;
    const point = to && { from: to, to, band: met(to.value) };
    return [{ from, to, band: met(middle) }, ...(point ? [point] : [])];
  });
}

/** The days on which bands are tried: one in each year that they name, and one in none. */
function daysToTry(bands: readonly RatingBand[]): string[] {
  const named = bands.flatMap(({ year }) => year?.end ?? []);
  return [...new Set([...named, LONG_AGO])];
}

/** What becomes of results by a plan's bands, in one trial on one day. */
export interface BandTrial {
  readonly stretches: readonly BandInterval[];
  /** The value of a result on a scale, in this trial. */
  readonly on: (scale: ComputedScale, value: number) => number | null;
}

/**
 * Tries bands out on indicators that are made up: results of every size, with little and much time over, in every year
 * that a band names. What comes out is what `rateByOwnMethod` says of each, so that it can't differ from how pages rate.
 */
export function simulateBands(bands: readonly RatingBand[]): BandTrial[] {
  const computed = bands.filter(({ scale }) => scale !== 'typed');
  const largest = Math.max(
    0,
    ...computed.flatMap(({ scale, low, high, margin }) =>
      scale === 'difference' ? [Math.abs(low ?? 0), Math.abs(high ?? 0), margin] : [margin],
    ),
  );
  // Differences are in the indicator's own unit: what is tried must be large enough for them.
  const size = Math.max(1, largest / 10);
  return daysToTry(computed).flatMap((now) => {
    const held = computed.filter(
      ({ year }) => !year?.start || !year.end || (year.start <= now && now <= year.end),
    );
    if (held.length === 0) return [];
    return TRIALS.map((one) => {
      const trial = { ...one, baseline: one.baseline * size, target: one.target * size };
      return {
        stretches: stretchesOf(held, trial, now),
        on: (scale: ComputedScale, value: number) =>
          computeMetrics(inputOf(trial, now, value))[METRIC_BY_SCALE[scale]],
      };
    });
  });
}
