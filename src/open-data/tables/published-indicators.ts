import { z } from 'zod';
import { defineField } from '../../model/identifiers.ts';
import { IndicatorProgress } from '../../model/progress-status.ts';
import { Quantity, TargetValue } from '../../model/quantity-schema.ts';
import { Indicator } from '../../tables/indicators.ts';
import { Observation } from '../../tables/observations.ts';
import { Target } from '../../tables/targets.ts';
import { definePublishedTable } from '../published-table.ts';
import * as column from './published-columns.ts';

const baseline = column.createPeriodColumns('現状値');
const target = column.createPeriodColumns('目標値', { text: '令和10年度', start: '2028-04-01', end: '2029-03-31' });
const latest = column.createPeriodColumns('最新の実績');
const targetSource = column.createSourceColumns('目標値');
const latestSource = column.createSourceColumns('最新の実績');
const value = Quantity.shape.value.meta({ unitColumn: 'unit' });
const text = Quantity.shape.text;

export const publishedIndicators = definePublishedTable({
  id: 'indicators',
  title: '指標',
  description:
    '1行が1つの指標です。計画に書かれた現状値と目標値を、その後の実績があれば最新の値といっしょにのせています。',
  mainColumns: [
    'title',
    'baseline_text',
    'baseline_period',
    'target_text',
    'target_period',
    'latest_text',
    'latest_period',
    'status',
    'plan',
  ],
  row: z.object({
    ...column.pickColumns(Indicator, 'id', 'plan', 'municipality'),
    municipality_code: column.municipalityCodeColumn,
    ...column.pickColumns(Indicator, 'node', 'title', 'titleEn', 'unit', 'unitEn'),
    ...column.pickColumns(Indicator, 'direction', 'aggregation', 'state'),
    baseline_value: value.meta({ title: '現状値', description: '計画をつくったときの値（単位の列の単位で）' }),
    baseline_text: text.meta({ title: '現状値（表記）', description: '計画に書かれているとおりの現状値' }),
    baseline_period: baseline.period,
    baseline_start: baseline.start,
    baseline_end: baseline.end,
    target_value: defineField(value, '目標値', '目標の値（単位の列の単位で）', 7000),
    target_comparator: TargetValue.shape.comparator,
    target_low: TargetValue.shape.low.meta({ unitColumn: 'unit' }),
    target_high: TargetValue.shape.high.meta({ unitColumn: 'unit' }),
    target_text: defineField(text, '目標値（表記）', '計画に書かれているとおりの目標値', '7,000人'),
    target_period: target.period,
    target_start: target.start,
    target_end: target.end,
    latest_value: value.meta({ title: '最新の実績', description: '計画のあとに公表された最新の値。言葉の実績では空' }),
    latest_text: defineField(
      text.nullable(),
      '最新の実績（表記）',
      '資料に書かれているとおりの最新の値。なければ空',
      '5,587人',
    ),
    latest_period: defineField(
      latest.period.nullable(),
      '最新の実績の時点',
      '資料に書かれている時点。実績がなければ空',
      '令和5年10月時点',
    ),
    latest_start: latest.start,
    latest_end: latest.end,
    status: IndicatorProgress.shape.status.meta({ title: '進み具合', description: '共通の方法で計算した状態' }),
    ...column.pickColumns(IndicatorProgress, 'reason', 'achieved', 'elapsed'),
    ...column.pickColumns(Indicator, 'note', 'planState'),
    source_id: column.sourceColumns.source_id.meta({ description: '指標と現状値を読んだ資料のID' }),
    source_place: column.sourceColumns.source_place,
    url: column.createPageColumn(Indicator.shape.url),
    latest_certainty: column.allowEmpty(Observation.shape.certainty).meta({
      title: '最新の実績の確度',
      description: '速報（provisional）か確報（final）か。実績がなければ空',
    }),
    target_source_id: targetSource.source_id,
    target_source_place: targetSource.source_place,
    latest_source_id: column.allowEmpty(latestSource.source_id),
    latest_source_place: column.allowEmpty(latestSource.source_place),
  }),
  rows: (siteData) =>
    siteData.indicators.map(({ baseline, target, latest, source, targetSource, latestSource, ...one }) => ({
      ...one.progress,
      ...one,
      ...column.prefixValues('baseline', column.getQuantityValues(baseline)),
      ...column.prefixValues('target', column.getQuantityValues(target)),
      ...column.prefixValues('latest', latest && column.getQuantityValues(latest)),
      ...column.getSourceValues(source),
      ...column.prefixValues('target', column.getSourceValues(targetSource)),
      ...column.prefixValues('latest', latestSource && column.getSourceValues(latestSource)),
    })),
});

export const publishedObservations = definePublishedTable({
  id: 'observations',
  title: '指標の値',
  description:
    '1行が、ある指標のある時点の値です。計画の現状値（baseline）と、実績（result）があります。現状値より前の実績もありますが、進み具合の計算には使いません。',
  planColumn: 'indicator',
  key: ['indicator', 'role', 'zone', 'period', 'certainty'],
  mainColumns: ['indicator', 'role', 'zone', 'text', 'period', 'certainty', 'note'],
  row: z.object({
    ...column.pickColumns(Observation, 'indicator'),
    municipality_code: column.municipalityCodeColumn,
    ...column.pickColumns(Observation, 'role', 'zone'),
    value: Observation.shape.value.meta({ unitColumn: 'unit' }),
    unit: Indicator.shape.unit,
    text: Observation.shape.text,
    ...column.createPeriodColumns('値'),
    ...column.pickColumns(Observation, 'certainty', 'sample', 'rating', 'note'),
    ...column.sourceColumns,
  }),
  rows: (siteData) => column.createIndicatorRows(siteData, siteData.observations),
});

export const publishedTargets = definePublishedTable({
  id: 'targets',
  title: '指標の目標値',
  description:
    '1行が、ある指標の1つの目標値です。中間の目標（interim）と、見直す前の目標もあります。最終目標（final）の行がいくつもある指標では、「指標」の表と目標値（表記）、時点、出典が同じ行が、今の目標です。同じ時点の中間の目標がいくつもあるときは、設定日がいちばん新しい行が、今の目標です。',
  planColumn: 'indicator',
  key: ['indicator', 'kind', 'period', 'set', 'text'],
  mainColumns: ['indicator', 'kind', 'text', 'period', 'set'],
  row: z.object({
    indicator: Target.shape.indicator,
    municipality_code: column.municipalityCodeColumn,
    kind: Target.shape.kind,
    value: defineField(TargetValue.shape.value, '目標値', '目標の値（単位の列の単位で）。幅や言葉の目標では空', 7000, {
      unitColumn: 'unit',
    }),
    comparator: TargetValue.shape.comparator,
    low: TargetValue.shape.low.meta({ unitColumn: 'unit' }),
    high: TargetValue.shape.high.meta({ unitColumn: 'unit' }),
    unit: Indicator.shape.unit,
    text: defineField(TargetValue.shape.text, '目標値（表記）', '資料に書かれているとおりの目標値', '7,000人'),
    ...target,
    set: Target.shape.set,
    ...column.sourceColumns,
  }),
  rows: (siteData) => column.createIndicatorRows(siteData, siteData.targets),
});
