import { z } from 'zod';
import { defineField, IndicatorReference } from '../model/identifiers.ts';
import { type IndicatorProgress, OwnMethodReason, ProgressStatus } from '../model/progress-status.ts';
import { TargetComparator, NaturalNumber, NullableNumber } from '../model/quantity-schema.ts';
import { rateLinear } from '../progress/linear-rating.ts';
import { rateByOwnMethod, type TypedRating } from '../progress/own-method-rating.ts';
import * as metrics from '../progress/progress-metrics.ts';
import { createBand, RatingBand } from '../progress/rating-band.ts';
import { compareWithTarget } from '../progress/target-comparison.ts';
import type { BandRow } from '../tables/rating-bands.ts';

/** The rating of an indicator by one method, with every figure that it was computed from. */
export const Rating = z.strictObject({
  indicator: IndicatorReference.meta({ description: 'どの指標の評価か' }),
  method: defineField(z.enum(['linear', 'own']), '方法', '共通の方法（linear）か、計画がもつ方法（own）か', 'linear', {
    codeList: 'methods',
  }),
  status: ProgressStatus.nullable().meta({
    title: '評価',
    description: '計算した進み具合の状態。計画がもつ方法で評価したときは空で、記号の列にある',
    codeList: 'statuses',
    examples: ['on-track'],
  }),
  reason: OwnMethodReason.nullable().meta({
    title: '評価しない理由',
    description: '評価できないときの理由。評価したときは空',
    codeList: 'reasons',
    examples: ['not-measured'],
  }),
  judgedBy: TargetComparator.exclude(['about'])
    .nullable()
    .meta({
      title: '判断のしかた',
      description:
        '目標値とのくらべ方。計画に書かれていないときは、良い方向、目標値の言葉、現状値から目標値への向きの順で決めたもの。わからなければ空',
      codeList: 'comparators',
      examples: ['>='],
    }),
  sample: defineField(NaturalNumber.nullable(), '標本数', '最新の実績の標本数。調査でないときは空', 412, {
    unit: '人',
  }),
  figures: metrics.ProgressMetrics.extend({
    pace_needed: defineField(NullableNumber, '1年に必要な増減', '（目標値−最新の実績か現状値）÷目標までの年数', 5587, {
      unitColumn: 'unit',
    }),
    years_left: NullableNumber.meta({
      title: '目標までの年数',
      description:
        '最新の実績（なければ現状値）の時点から、目標値の時点までの年数。1年に満ちた分を暦で数え、余った日数÷365.25を足す',
      unit: '年',
      examples: [2],
    }),
  }).meta({ title: '計算した値', description: '評価のもとになった値。計算できないものは null' }),
  band: RatingBand.nullable().meta({
    title: '評価の段',
    description: 'あてはまった段。共通の方法と、段がないときは null',
  }),
  /** The value on the band's scale; null without a band, and for a typed symbol. */
  measured: defineField(NullableNumber, '尺度の値', '段の尺度で見た値', 0.64, { unitColumn: 'scale_unit' }),
});
export type Rating = z.infer<typeof Rating>;

/** Returns the bands of a plan's own rating method, in the order in which they are tried. */
export const buildBands = (rows: readonly { readonly fields: BandRow }[]): RatingBand[] =>
  rows.map(({ fields }) => createBand(fields)).sort((a, b) => a.order - b.order);

const NO_METRICS: metrics.ProgressMetrics = {
  achieved: null,
  elapsed: null,
  pace: null,
  expected: null,
  difference: null,
  difference_ratio: null,
  target_ratio: null,
};

/** Rates an indicator by the common method and by its plan's own, if any; `typed` is null without results. */
export function buildRatings(
  indicator: string,
  input: metrics.ProgressInput,
  bands: readonly RatingBand[],
  typed: TypedRating | null,
): { readonly progress: IndicatorProgress; readonly ratings: Rating[] } {
  const common = rateLinear(input);
  const figures = metrics.computeMetrics(input);
  const pace = metrics.computeRequiredPace({ ...input, progress: common });
  const required = { pace_needed: pace?.perYear ?? null, years_left: pace?.years ?? null };
  const shared = { indicator, judgedBy: compareWithTarget(input).comparator, sample: input.latest?.sample ?? null };
  const linear: Rating = {
    ...shared,
    method: 'linear',
    status: common.status,
    reason: common.reason,
    // An unrated indicator has no other figures either: they would look like a rating.
    figures: { ...(common.reason === null ? figures : NO_METRICS), ...required },
    band: null,
    measured: null,
  };
  if (bands.length === 0) return { progress: common, ratings: [linear] };
  const { band, reason, value } = rateByOwnMethod(input, bands, typed);
  const own: Rating = {
    ...shared,
    method: 'own',
    status: band ? null : 'not-rated',
    reason,
    figures: { ...(band ? figures : NO_METRICS), ...required },
    band,
    measured: value,
  };
  return { progress: { ...common, own: band && { symbol: band.symbol, title: band.title } }, ratings: [linear, own] };
}
