import { memoizeByValue } from '../model/collections.ts';
import type { OwnMethodReason } from '../model/progress-status.ts';
import { findRatingObstacle, findTargetObstacle } from './linear-rating.ts';
import { METRIC_BY_SCALE, computeMetrics, computeTargetChange } from './progress-metrics.ts';
import type { ComputedScale, ProgressInput } from './progress-metrics.ts';
import { isInBand, type RatingBand } from './rating-band.ts';
import { compareWithTarget } from './target-comparison.ts';

/** The symbol that the municipality typed in 評価, and the last day of its period. */
export type TypedRating = Readonly<{ symbol: string; end: string | null }>;

/** A rating by a plan's own method: the band of the result, or the reason why there is none. */
export interface OwnMethodRating {
  readonly band: RatingBand | null;
  readonly reason: OwnMethodReason | null;
  /** The value on the band's scale; null for a typed symbol. */
  readonly value: number | null;
}

const createReasonOnly = (reason: OwnMethodReason): OwnMethodRating => ({ band: null, reason, value: null });

/** Returns how much a value changes if its figure on a scale changes by one; null or 0 if unknown. */
export function computeScaleUnit(scale: ComputedScale, input: ProgressInput, elapsed: number | null): number | null {
  switch (scale) {
    case 'share':
      return computeTargetChange(input);
    case 'pace':
      return (computeTargetChange(input) ?? 0) * (elapsed ?? 0);
    case 'target-ratio':
      return input.target.value;
    case 'difference':
      return 1;
    case 'difference-ratio':
      return input.baseline.value;
  }
}

/** Returns a result on a scale, and what a change of one in its unit is there; null if a figure is unknown. */
function readResult(scale: ComputedScale, input: ProgressInput) {
  const figures = computeMetrics(input);
  const value = figures[METRIC_BY_SCALE[scale]];
  const scaleUnit = computeScaleUnit(scale, input, figures.elapsed);
  return value === null || !scaleUnit ? null : { value, perUnit: 1 / Math.abs(scaleUnit) };
}

/** Returns the reason why an indicator has no value on a scale. */
function findReason(scale: ComputedScale, input: ProgressInput): OwnMethodReason {
  const isDistance = scale === 'share' || scale === 'pace';
  const reason = isDistance || scale === 'target-ratio' ? findTargetObstacle(input) : null;
  if (reason) return reason;
  if (scale !== 'target-ratio' && input.baseline.value === null) return 'no-baseline';
  const { comparator, ground } = compareWithTarget(input);
  if (comparator === null || (!isDistance && ground === 'same-as-baseline')) return 'direction-unknown';
  return scale === 'pace' && computeTargetChange(input) !== null ? 'period-unknown' : 'no-value';
}

/** Returns true if a band is valid on a day, or if the day is unknown. */
export const isValidOn = ({ year }: RatingBand, end: string | null): boolean =>
  !year?.start || !year.end || end === null || (year.start <= end && end <= year.end);

/**
 * Rates an indicator by its plan's own method: the first band that contains the latest result. If a band needs an
 * unknown figure, the later bands are not tried. A typed symbol counts even if nothing was measured.
 * @param bands in their order
 * @param typed the 評価 of the latest row of results; null if there is no row
 */
export function rateByOwnMethod(
  input: ProgressInput,
  bands: readonly RatingBand[],
  typed: TypedRating | null,
): OwnMethodRating {
  const readOnScale = memoizeByValue((scale: ComputedScale) => readResult(scale, input));
  for (const band of bands) {
    const { scale } = band;
    if (scale === 'typed') {
      if (typed?.symbol === band.symbol && isValidOn(band, typed.end)) return { band, reason: null, value: null };
      continue;
    }
    const reason = findRatingObstacle(input);
    if (reason) return createReasonOnly(reason);
    if (!isValidOn(band, input.latest?.period.end ?? null)) continue;
    const reading = readOnScale(scale);
    if (!reading) return createReasonOnly(findReason(scale, input));
    if (isInBand(band, reading.value, band.margin * reading.perUnit))
      return { band, reason: null, value: reading.value };
  }
  const isTypedOnly = bands.every(({ scale }) => scale === 'typed');
  return createReasonOnly(isTypedOnly && !typed?.symbol ? 'not-typed' : 'no-band');
}
