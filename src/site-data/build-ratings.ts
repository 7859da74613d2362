import { createBand, type RatingBand } from '../progress/plan-bands.ts';
import type { BandRow } from '../tables/rating-bands.ts';
import { computeMetrics, type ProgressMetrics, type ProgressInput } from '../progress/progress-metrics.ts';
import { compareWithTarget } from '../progress/target-comparison.ts';
import { rateLinear } from '../progress/linear-rating.ts';
import { rateByOwnMethod, type TypedRating } from '../progress/own-method-rating.ts';
import type { IndicatorProgress } from '../model/progress-status.ts';
import type { Rating } from '../progress/rating-record.ts';

/** Returns the bands of a plan's own rating method, in the order in which they are tried. */
export function buildBands(rows: readonly { readonly fields: BandRow }[]): RatingBand[] {
  return rows.map(({ fields }) => createBand(fields)).sort((a, b) => a.order - b.order);
}

const unknown: ProgressMetrics = {
  achieved: null,
  elapsed: null,
  pace: null,
  expected: null,
  difference: null,
  difference_ratio: null,
  target_ratio: null,
};

/**
 * Rates an indicator by the common method and by its plan's own method, if any.
 * @param bands the plan's own method; empty if it has none
 * @param typed the rating that the municipality typed; null without results
 */
export function buildRatings(
  indicator: string,
  input: ProgressInput,
  bands: readonly RatingBand[],
  typed: TypedRating | null,
): { readonly progress: IndicatorProgress; readonly ratings: Rating[] } {
  const common = rateLinear(input);
  const figures = computeMetrics(input);
  const both = { indicator, judgedBy: compareWithTarget(input).comparator, sample: input.latest?.sample ?? null };
  const linear: Rating = {
    ...both,
    method: 'linear',
    status: common.status,
    reason: common.reason,
    // An unrated indicator has no figures either: they would look like a rating.
    figures: common.reason === null ? figures : unknown,
    band: null,
    measured: null,
  };
  if (bands.length === 0) return { progress: common, ratings: [linear] };
  const { band, reason, value } = rateByOwnMethod(input, bands, typed);
  const own: Rating = {
    ...both,
    method: 'own',
    status: band ? null : 'not-rated',
    reason,
    figures: band ? figures : unknown,
    band,
    measured: value,
  };
  const progress = { ...common, own: band && { symbol: band.symbol, title: band.title } };
  return { progress, ratings: [linear, own] };
}
