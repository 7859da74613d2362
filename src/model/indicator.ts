import { z } from 'zod';
import { SourceCitation, PairId, RecordSlug, PageUrl } from './id.ts';
import { AggregationKind, CertaintyLevel, PreferredDirection, IndicatorState } from './kind.ts';
import { IndicatorProgress } from './progress.ts';
import { Quantity, TargetValue } from './quantity.ts';

/** A figure by which a plan measures itself: from a baseline to a target. */
export const Indicator = z.strictObject({
  id: PairId.meta({
    title: 'ID',
    description: '計画IDと指標IDを / でつないだもの',
    examples: ['warabi-jiritsu/sns-followers'],
  }),
  plan: RecordSlug.meta({
    title: '計画ID',
    description: 'この指標がのっている計画',
    references: 'plans.id',
    examples: ['warabi-jiritsu'],
  }),
  municipality: RecordSlug.meta({
    title: '市区町村ID',
    description: '計画をつくった市区町村',
    references: 'municipalities.id',
    examples: ['warabi'],
  }),
  node: PairId.nullable().meta({
    title: '項目ID',
    description: 'この指標がついている項目（いくつもあるときは、はじめのもの）。計画全体のものは空',
    references: 'nodes.id',
    examples: ['warabi-jiritsu/7'],
  }),
  nodes: z.array(PairId).meta({
    title: '項目ID（すべて）',
    description: 'この指標がついている項目のすべて',
    references: 'nodes.id',
    examples: [['warabi-jiritsu/7']],
  }),
  title: z
    .string()
    .min(1)
    .meta({ title: '名称', description: '指標の名前', examples: ['市公式SNSの登録者数'], printed: true }),
  unit: z.string().meta({ title: '単位', description: '値の単位', examples: ['人'] }),
  direction: PreferredDirection.nullable().meta({
    title: '良い方向',
    description: '増えるとよいか、減るとよいか。決められていなければ空',
    codeList: 'directions',
    examples: ['increase'],
  }),
  aggregation: AggregationKind.nullable().meta({
    title: '集計',
    description: '1年ごとの値か、積み上げた値か、ある時点の値か',
    codeList: 'aggregations',
    examples: ['point'],
  }),
  state: IndicatorState.meta({
    title: '状態',
    description: '続いているか、終わったか、定義が変わったか',
    codeList: 'states',
    examples: ['continuing'],
  }),
  baseline: Quantity.meta({ title: '現状値', description: '計画をつくったときの値' }),
  target: TargetValue.meta({ title: '目標値', description: '目標の値' }),
  latest: Quantity.extend({ certainty: CertaintyLevel })
    .nullable()
    .meta({ title: '最新の実績', description: '計画のあとに公表された最新の値。なければ空' }),
  progress: IndicatorProgress.meta({ title: '進み具合', description: '計算した進み具合' }),
  note: z.string().meta({
    title: '注記',
    description: '指標についての注意',
    examples: ['現状値の時点は表に書かれています。'],
  }),
  source: SourceCitation.meta({ title: '出典', description: '読んだ資料と、その中の場所' }),
  url: PageUrl.meta({ examples: ['/indicators/warabi-jiritsu/sns-followers/'] }),
});
export type Indicator = z.infer<typeof Indicator>;
