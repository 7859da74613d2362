import { formatDayNumber, toDayNumber } from '../model/quantity-schema.ts';
import { computeScaleUnit, isValidOn, rateByOwnMethod } from './own-method-rating.ts';
import { METRIC_BY_SCALE, computeMetrics, type ComputedScale, type ProgressInput } from './progress-metrics.ts';
import type { RatingBand } from './rating-band.ts';

type Trial = Readonly<{ baseline: number; target: number; elapsed: number }>;

/** An interval of results between two limits. */
export interface BandInterval {
  /** Null below the lowest limit. */
  readonly from: Edge | null;
  /** Null above the highest limit; the same edge as `from` if the interval is a single value. */
  readonly to: Edge | null;
  /** The band of results in this interval; null if there is none. */
  readonly band: RatingBand | null;
}

/** A limit of a band, as a value of a result. */
type Edge = Readonly<{ value: number; band: RatingBand; side: 'low' | 'high' }>;

const TRIALS: readonly Trial[] = [
  { baseline: 100, target: 200, elapsed: 0.5 },
  { baseline: 100, target: 200, elapsed: 0.2 },
  { baseline: 100, target: 200, elapsed: 1 },
  { baseline: 100, target: 110, elapsed: 0.5 },
  { baseline: 100, target: 1000, elapsed: 0.5 },
];
/** The number of days from the baseline to the target of a trial. */
const TRIAL_DAYS = 1000;
/** A day in a year that no plan mentions. */
const LONG_AGO = '1900-03-31';

const toPeriod = (day: string) => ({ text: '', start: day, end: day });

function createTrialInput({ baseline, target, elapsed }: Trial, now: string, value: number): ProgressInput {
  const from = toDayNumber(now) - elapsed * TRIAL_DAYS;
  const to = from + TRIAL_DAYS;
  return {
    title: '',
    unit: '',
    direction: 'increase',
    state: 'continuing',
    baseline: { value: baseline, text: '', period: toPeriod(formatDayNumber(from)) },
    target: { value: target, comparator: '>=', low: null, high: null, text: '', period: toPeriod(formatDayNumber(to)) },
    lacksTarget: false,
    hasMixedTimes: false,
    latest: { value, text: '', period: toPeriod(now), sample: null },
    minimumSample: null,
  };
}

/** Returns the limits of bands as results of a trial; with a margin, also its ends. */
function listEdges(bands: readonly RatingBand[], trial: Trial, now: string): Edge[] {
  const input = createTrialInput(trial, now, trial.baseline);
  const edges = bands.flatMap((band) => {
    const { scale, margin } = band;
    if (scale === 'typed') return [];
    return (['low', 'high'] as const).flatMap((side) => {
      const limit = band[side];
      if (limit === null) return [];
      const value =
        (scale === 'target-ratio' ? 0 : trial.baseline) + limit * (computeScaleUnit(scale, input, trial.elapsed) ?? 0);
      return [value - margin, value, value + margin].map((one) => ({ value: one, band, side }));
    });
  });
  // Negative results are left out: no share of a target and no decrease of at most 100 % leads to a negative result.
  const known = edges.filter(({ value }) => value >= 0).toSorted((a, b) => a.value - b.value);
  return known.filter(({ value }, at) => at === 0 || value - (known[at - 1]?.value ?? 0) > 1e-6);
}

/** Returns the intervals of all results of one trial, from 0 upwards. */
function listIntervals(bands: readonly RatingBand[], trial: Trial, now: string): BandInterval[] {
  const edges = listEdges(bands, trial, now);
  const findBand = (value: number) => rateByOwnMethod(createTrialInput(trial, now, value), bands, null).band;
  const ends = [null, ...edges, null];
  return ends.slice(1).flatMap((to, at) => {
    const from = ends[at] ?? null;
    const middle = to ? ((from?.value ?? 0) + to.value) / 2 : (from?.value ?? 0) * 2 + 1;
    const point = to && { from: to, to, band: findBand(to.value) };
    return [{ from, to, band: findBand(middle) }, ...(point ? [point] : [])];
  });
}

/** The intervals of one trial on one day. */
export interface BandTrial {
  readonly intervals: readonly BandInterval[];
  /** Converts a result of this trial to a scale; null if the scale has no such value. */
  readonly toScale: (scale: ComputedScale, value: number) => number | null;
}

/** Tests bands with made-up results of every size and time. `rateByOwnMethod` rates them, as on pages. */
export function simulateBands(bands: readonly RatingBand[]): BandTrial[] {
  const computed = bands.filter(({ scale }) => scale !== 'typed');
  const largest = Math.max(
    0,
    ...computed.flatMap(({ low, high, margin }) => [Math.abs(low ?? 0), Math.abs(high ?? 0), margin]),
  );
  // Differences are in the indicator's unit, so the made-up values must be large enough.
  const size = Math.max(1, largest / 10);
  // One day in each year of the bands, and one in another year.
  const days = new Set([...computed.flatMap(({ year }) => year?.end ?? []), LONG_AGO]);
  return [...days].flatMap((now) => {
    const valid = computed.filter((band) => isValidOn(band, now));
    if (valid.length === 0) return [];
    return TRIALS.map((one) => {
      const trial = { ...one, baseline: one.baseline * size, target: one.target * size };
      return {
        intervals: listIntervals(valid, trial, now),
        toScale: (scale: ComputedScale, value: number) =>
          computeMetrics(createTrialInput(trial, now, value))[METRIC_BY_SCALE[scale]],
      };
    });
  });
}
