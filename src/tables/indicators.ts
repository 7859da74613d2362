import { z } from 'zod';
import {
  defineField,
  defineText,
  EnglishTitle,
  EnglishUnit,
  FilledText,
  MunicipalityReference,
  PageUrl,
  PairId,
  PlanReference,
  SourceCitation,
} from '../model/identifiers.ts';
import { IndicatorProgress } from '../model/progress-status.ts';
import { Quantity, TargetValue } from '../model/quantity-schema.ts';
import * as lists from '../model/value-lists.ts';
import * as cell from './cells/cell-types.ts';
import { defineSourceTable, keyColumn, optionalColumn, placeColumn, requiredColumn } from './table-schema.ts';
import { type SchemaRow, textColumn } from './table-schema.ts';
import { targetColumn, targetPeriodColumn } from './targets.ts';

/** A figure by which a plan measures its progress from a baseline to a target. */
export const Indicator = z.strictObject({
  id: defineField(PairId, 'ID', '計画IDと指標IDを / でつないだもの', 'warabi-jiritsu/sns-followers'),
  plan: PlanReference.meta({ description: 'この指標がのっている計画' }),
  municipality: MunicipalityReference,
  node: PairId.nullable().meta({
    title: '項目ID',
    description: 'この指標がついている項目（いくつもあるときは、はじめのもの）。計画全体のものは空',
    references: 'nodes.id',
    examples: ['warabi-jiritsu/7'],
  }),
  nodes: defineField(z.array(PairId), '項目ID（すべて）', 'この指標がついている項目のすべて', ['warabi-jiritsu/7'], {
    references: 'nodes.id',
  }),
  title: defineField(FilledText, '名称', '指標の名前', '市公式SNSの登録者数', { printed: true }),
  titleEn: EnglishTitle.meta({ examples: ['Followers of official city social media'] }),
  unit: defineText('単位', '値の単位', '人'),
  unitEn: EnglishUnit.meta({ examples: ['people'] }),
  direction: lists.preferredDirections.schema.nullable().meta({
    title: '良い方向',
    description: '増えるとよいか、減るとよいか。決められていなければ空',
    codeList: 'directions',
    examples: ['increase'],
  }),
  aggregation: lists.aggregationKinds.schema.nullable().meta({
    title: '集計',
    description: '1年ごとの値か、積み上げた値か、ある時点の値か',
    codeList: 'aggregations',
    examples: ['point'],
  }),
  state: defineField(lists.indicatorStates.schema, '状態', '続いているか、終わったか、定義が変わったか', 'continuing', {
    codeList: 'states',
  }),
  baseline: Quantity.meta({ title: '現状値', description: '計画をつくったときの値' }),
  target: TargetValue.meta({ title: '目標値', description: '目標の値' }),
  latest: Quantity.extend({
    certainty: lists.certaintyLevels.schema.meta({ title: '確度', description: '速報か、確報か' }),
  })
    .nullable()
    .meta({ title: '最新の実績', description: '計画のあとに公表された最新の値。なければ空' }),
  progress: IndicatorProgress.meta({ title: '進み具合', description: '計算した進み具合' }),
  note: defineText('注記', '指標についての注意', '現状値の時点は表に書かれています。'),
  planState: lists.PlanState,
  source: SourceCitation.meta({ title: '出典', description: '指標と現状値を読んだ資料と、その中の場所' }),
  targetSource: SourceCitation.meta({ title: '目標値の出典', description: '目標値を読んだ資料と、その中の場所' }),
  latestSource: SourceCitation.nullable().meta({
    title: '最新の実績の出典',
    description: '最新の実績を読んだ資料と、その中の場所。実績がなければ空',
  }),
  url: PageUrl.meta({ examples: ['/indicators/warabi-jiritsu/sns-followers/'] }),
});
export type Indicator = z.infer<typeof Indicator>;

/** True for a chart: if the baseline and the target have numbers and last days, and the target is later. */
export function hasChart({ baseline, target }: Pick<Indicator, 'baseline' | 'target'>): boolean {
  const [start, end] = [baseline.period.end, target.period.end];
  return baseline.value !== null && target.value !== null && start !== null && end !== null && start < end;
}

export const indicatorsTable = defineSourceTable({
  path: 'data/plans/{plan}/indicators.csv',
  title: '指標',
  ids: 'unique',
  columns: {
    指標ID: keyColumn('id', cell.requiredSlug(), { aliases: ['ID'] }),
    コード: optionalColumn('nodes', cell.codeList(), { references: 'tree', aliases: ['施策コード', '項目コード'] }),
    名称: requiredColumn('title', cell.requiredText(), {
      role: 'name',
      aliases: ['指標', '指標名', '指標名称', '指標の名称', '成果指標', '成果指標名'],
    }),
    英語名: textColumn('titleEn'),
    単位: optionalColumn('unit', cell.optionalUnit(), { aliases: ['単位名'] }),
    英語の単位: textColumn('unitEn'),
    良い方向: optionalColumn('direction', cell.optionalChoice(lists.preferredDirections.words), {
      aliases: ['望ましい方向', '目指す方向', '目標の方向', '方向性'],
    }),
    集計: optionalColumn('aggregation', cell.optionalChoice(lists.aggregationKinds.words), {
      aliases: ['集計方法', '集計の方法'],
    }),
    現状値: requiredColumn('baseline', cell.quantityNotation(), {
      aliases: [
        '現状',
        '基準値',
        '基準',
        '策定時',
        '策定時の値',
        '策定時の現状値',
        '現況',
        '現況値',
        '直近値',
        '当初値',
      ],
    }),
    現状値の時点: optionalColumn('baselinePeriod', cell.periodNotation(), {
      aliases: [
        '現状値の年度',
        '現状年度',
        '基準値の時点',
        '基準値の年度',
        '基準年度',
        '基準年',
        '基準時点',
        '策定時の時点',
        '時点',
        '年度',
      ],
    }),
    目標値: targetColumn,
    目標値の時点: targetPeriodColumn('targetPeriod'),
    状態: optionalColumn('state', cell.choiceWithDefault(lists.indicatorStates.words, 'continuing'), {
      aliases: ['指標の状態'],
    }),
    注記: textColumn('note', { aliases: ['備考', '注', '注釈'] }),
    出典ID: requiredColumn('source', cell.requiredSlug(), { references: 'sources', aliases: ['出典'] }),
    出典箇所: placeColumn,
  },
});
export type IndicatorRow = SchemaRow<(typeof indicatorsTable)['columns']>;
