import type { Band } from '../model/band.ts';
import { bandOf } from '../check/bands.ts';
import type { BandRow } from '../check/files/rating.ts';
import { figuresOf, judgedBy, type Figures, type ProgressInput } from '../model/figures.ts';
import { rate } from '../model/progress-linear.ts';
import { rateOwn, type Typed } from '../model/progress-own.ts';
import type { Progress } from '../model/progress.ts';
import type { Rating } from '../model/rating.ts';

/** The bands of a plan's own way of rating, in the order in which they are tried. */
export function makeBands(rows: readonly { readonly value: BandRow }[]): Band[] {
  return rows.map(({ value }) => bandOf(value)).sort((a, b) => a.order - b.order);
}

const unknown: Figures = {
  achieved: null,
  elapsed: null,
  pace: null,
  expected: null,
  difference: null,
  difference_ratio: null,
  target_ratio: null,
};

/**
 * Rates an indicator by the common method and, where its plan has one, by the plan's own.
 * @param bands the plan's own method; empty where it has none
 * @param typed what the city typed as its rating; null where it has no results
 */
export function makeRatings(
  indicator: string,
  input: ProgressInput,
  bands: readonly Band[],
  typed: Typed | null,
): { readonly progress: Progress; readonly ratings: Rating[] } {
  const common = rate(input);
  const figures = figuresOf(input);
  const both = { indicator, judgedBy: judgedBy(input), sample: input.latest?.sample ?? null };
  const linear: Rating = {
    ...both,
    method: 'linear',
    status: common.status,
    reason: common.reason,
    // What is not rated has no figures either: they would read as a rating.
    figures: common.reason === null ? figures : unknown,
    band: null,
    measured: null,
  };
  if (bands.length === 0) return { progress: common, ratings: [linear] };
  const { band, reason, value } = rateOwn(input, bands, typed);
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
