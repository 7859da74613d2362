import { z } from 'zod';
import { Indicator } from '../../tables/indicators.ts';
import { Observation } from '../../tables/observations.ts';
import { IndicatorProgress } from '../../model/progress-status.ts';
import { Quantity, TargetValue } from '../../model/quantity-schema.ts';
import { definePublishedTable } from '../published-table.ts';
import {
  allowEmpty,
  createSourceColumns,
  getMunicipalityCode,
  municipalityCodeColumn,
  createPeriodColumns,
  sourceColumns,
  getSourceValues,
  createPageColumn,
} from './published-columns.ts';

const baseline = createPeriodColumns('現状値');
const target = createPeriodColumns('目標値', { text: '令和10年度', start: '2028-04-01', end: '2029-03-31' });
const latest = createPeriodColumns('最新の実績');
const targetSource = createSourceColumns('目標値');
const latestSource = createSourceColumns('最新の実績');
const value = Quantity.shape.value.meta({ unitColumn: 'unit' });
const text = Quantity.shape.text;

export const publishedIndicators = definePublishedTable({
  id: 'indicators',
  title: '指標',
  description: '1行が1つの指標です。計画に書かれた現状値と目標値、その後の最新の実績をのせています。',
  planColumn: 'plan',
  key: ['id'],
  mainColumns: [
    'title',
    'plan',
    'baseline_text',
    'baseline_period',
    'target_text',
    'target_period',
    'latest_text',
    'latest_period',
    'status',
  ],
  row: z.object({
    ...Indicator.pick({ id: true, plan: true, municipality: true }).shape,
    municipality_code: municipalityCodeColumn,
    ...Indicator.pick({ node: true, title: true }).shape,
    title_en: Indicator.shape.titleEn,
    unit: Indicator.shape.unit,
    unit_en: Indicator.shape.unitEn,
    ...Indicator.pick({ direction: true, aggregation: true, state: true }).shape,
    baseline_value: value.meta({ title: '現状値', description: '計画をつくったときの値（単位の列の単位で）' }),
    baseline_text: text.meta({ title: '現状値（表記）', description: '計画に書かれているとおりの現状値' }),
    baseline_period: baseline.text,
    baseline_start: baseline.start,
    baseline_end: baseline.end,
    target_value: value.meta({ title: '目標値', description: '目標の値（単位の列の単位で）', examples: [7000] }),
    target_comparator: TargetValue.shape.comparator,
    target_low: TargetValue.shape.low.meta({ unitColumn: 'unit' }),
    target_high: TargetValue.shape.high.meta({ unitColumn: 'unit' }),
    target_text: text.meta({
      title: '目標値（表記）',
      description: '計画に書かれているとおりの目標値',
      examples: ['7,000人'],
    }),
    target_period: target.text,
    target_start: target.start,
    target_end: target.end,
    latest_value: value.meta({ title: '最新の実績', description: '計画のあとに公表された最新の値' }),
    latest_text: text.nullable().meta({
      title: '最新の実績（表記）',
      description: '資料に書かれているとおりの最新の値。なければ空',
      examples: ['5,587人'],
    }),
    latest_period: latest.text.nullable().meta({
      title: '最新の実績の時点',
      description: '資料に書かれている時点。実績がなければ空',
      examples: ['令和5年10月時点'],
    }),
    latest_start: latest.start,
    latest_end: latest.end,
    status: IndicatorProgress.shape.status.meta({ title: '進み具合', description: '共通の方法で計算した状態' }),
    ...IndicatorProgress.pick({ reason: true, achieved: true, elapsed: true }).shape,
    note: Indicator.shape.note,
    plan_state: Indicator.shape.planState,
    source_id: sourceColumns.source_id.meta({ description: '指標と現状値を読んだ資料のID' }),
    source_place: sourceColumns.source_place,
    url: createPageColumn(Indicator.shape.url),
    latest_certainty: allowEmpty(Observation.shape.certainty).meta({
      title: '最新の実績の確度',
      description: '速報（provisional）か確報（final）か。実績がなければ空',
    }),
    target_source_id: targetSource.source_id,
    target_source_place: targetSource.source_place,
    latest_source_id: allowEmpty(latestSource.source_id),
    latest_source_place: allowEmpty(latestSource.source_place),
  }),
  rows: (siteData) =>
    siteData.indicators.map((one) => ({
      ...one,
      ...one.progress,
      title_en: one.titleEn,
      unit_en: one.unitEn,
      ...getSourceValues(one.source),
      plan_state: one.planState,
      municipality_code: getMunicipalityCode(siteData, one.municipality),
      baseline_value: one.baseline.value,
      baseline_text: one.baseline.text,
      baseline_period: one.baseline.period.text,
      baseline_start: one.baseline.period.start,
      baseline_end: one.baseline.period.end,
      target_value: one.target.value,
      target_comparator: one.target.comparator,
      target_low: one.target.low,
      target_high: one.target.high,
      target_text: one.target.text,
      target_period: one.target.period.text,
      target_start: one.target.period.start,
      target_end: one.target.period.end,
      latest_value: one.latest?.value ?? null,
      latest_text: one.latest?.text ?? null,
      latest_period: one.latest?.period.text ?? null,
      latest_start: one.latest?.period.start ?? null,
      latest_end: one.latest?.period.end ?? null,
      latest_certainty: one.latest?.certainty ?? null,
      target_source_id: one.targetSource.id,
      target_source_place: one.targetSource.place,
      latest_source_id: one.latestSource?.id ?? null,
      latest_source_place: one.latestSource?.place ?? null,
    })),
});
