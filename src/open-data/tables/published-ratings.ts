import { z } from 'zod';
import { defineField } from '../../model/identifiers.ts';
import { Plan } from '../../model/plan.ts';
import { IsoDate, NullableNumber, RATIO_UNIT } from '../../model/quantity-schema.ts';
import { RatingBand } from '../../progress/rating-band.ts';
import { Rating } from '../../site-data/build-ratings.ts';
import type { SiteData } from '../../site-data/site-data.ts';
import { Indicator } from '../../tables/indicators.ts';
import { definePublishedTable } from '../published-table.ts';
import * as column from './published-columns.ts';

const number = (title: string, description: string) =>
  defineField(NullableNumber, title, description, 5587, { unitColumn: 'unit' });
const day = (title: string, description: string) => defineField(IsoDate.nullable(), title, description, '2023-10-31');
const band = RatingBand.shape;

const row = z.object({
  ...column.pickColumns(Rating, 'indicator'),
  municipality_code: column.municipalityCodeColumn,
  ...column.pickColumns(Rating, 'method', 'status'),
  symbol: column.allowEmpty(band.symbol).meta({
    description: '計画がもつ方法での評価の記号。共通の方法の行と、評価しないときは空',
  }),
  symbol_title: column.allowEmpty(band.title).meta({ description: '評価の記号の意味。記号がなければ空' }),
  ...column.pickColumns(Rating, 'reason'),
  ...column.pickColumns(Indicator, 'state', 'direction', 'unit'),
  ...column.pickColumns(Rating, 'judgedBy'),
  baseline_value: number('現状値', '計画をつくったときの値'),
  baseline_end: day('現状値の日', '現状値の時点の最後の日'),
  target_value: number('目標値', '評価に使った目標の値'),
  target_low: number('目標値の下限', '範囲の目標の下限'),
  target_high: number('目標値の上限', '範囲の目標の上限'),
  target_end: day('目標値の日', '目標値の時点の最後の日'),
  latest_value: number('最新の実績', '計画のあとに公表された最新の値'),
  latest_end: day('最新の実績の日', '最新の実績の時点の最後の日'),
  latest_sample: Rating.shape.sample,
  ...column.pickColumns(Plan, 'minimumSample'),
  ...Rating.shape.figures.shape,
  scale: column.allowEmpty(band.scale).meta({ description: '記号の段で使った値の種類' }),
  scale_unit: column.allowEmpty(z.string()).meta({
    title: '尺度の単位',
    description: '尺度の値と、段の下限と上限の単位。割合は1で全部',
    examples: [RATIO_UNIT],
  }),
  ...column.pickColumns(Rating, 'measured'),
  low: band.low,
  low_included: column.allowEmpty(band.lowIncluded),
  high: band.high,
  high_included: column.allowEmpty(band.highIncluded),
  margin: column.allowEmpty(band.margin),
});

const NO_LIMITS = { low: null, lowIncluded: null, high: null, highIncluded: null, margin: null };
const NO_BAND = { symbol: null, title: null, scale: null, ...NO_LIMITS };

function createRow(siteData: SiteData, rating: Rating, one: Indicator) {
  const { baseline, target, latest } = one;
  const { figures } = rating;
  const met = rating.band ?? NO_BAND;
  return {
    ...one,
    ...rating,
    ...figures,
    differenceRatio: figures.difference_ratio,
    targetRatio: figures.target_ratio,
    ...met,
    symbolTitle: met.title,
    ...column.prefixValues('baseline', column.getQuantityValues(baseline)),
    ...column.prefixValues('target', column.getQuantityValues(target)),
    ...column.prefixValues('latest', latest && column.getQuantityValues(latest)),
    latestSample: rating.sample,
    minimumSample: siteData.plan(one.plan).minimumSample,
    paceNeeded: figures.pace_needed,
    yearsLeft: figures.years_left,
    scaleUnit: rating.measured === null ? null : met.scale === 'difference' ? one.unit : RATIO_UNIT,
  };
}

export const publishedRatings = definePublishedTable({
  id: 'ratings',
  title: '進み具合の評価',
  description:
    '1行が、ある指標を1つの方法で評価した結果です。計算に使った値もすべてのせているので、だれでも計算し直せます。共通の方法では、目標に届かず、目標の時点にもなっていないとき、進み方が0.95以上なら on-track、0.6以上なら slightly-behind、0以上なら behind、0未満なら worse です。計画がもつ方法の区切りは、コード表の rating-bands にあります。評価しないときは、計算した値は、1年に必要な増減と目標までの年数のほかは空です。評価したときも、現状値か実績の値がわからないとき、現状値がもう目標に届いているとき、現状値と目標値が同じ数のとき、範囲の目標、毎年の目標、同じ値を保つ目標のときは、達成率と進み方が空です。現状値か目標値の時点がわからないときは、経過率と進み方が空です。',
  planColumn: 'indicator',
  key: ['indicator', 'method'],
  mainColumns: ['indicator', 'method', 'status', 'symbol', 'reason', 'achieved', 'elapsed', 'pace'],
  row,
  rows: (siteData) =>
    siteData.indicators.flatMap((one) => siteData.ratingsOf(one.id).map((rating) => createRow(siteData, rating, one))),
});
