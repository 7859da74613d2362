import { z } from 'zod';
import { FilledText } from '../../model/identifiers.ts';
import { StatisticValue } from '../../tables/statistic-values.ts';
import { Statistic, StatisticThreshold } from '../../tables/statistics.ts';
import { definePublishedTable } from '../published-table.ts';
import * as column from './published-columns.ts';

const threshold = StatisticThreshold.shape;

export const publishedStatistics = definePublishedTable({
  id: 'statistics',
  title: '統計',
  description:
    '1行が、計画とあわせて読む1つの公的な統計です。定義と注記はこのサイトが書きました。テーマは、コード表の statistic-themes にあります。',
  mainColumns: ['title', 'category', 'unit', 'definition', 'comparison'],
  row: z.object({
    ...column.pickColumns(Statistic, 'id', 'title', 'reading', 'titleEn', 'unit', 'unitEn', 'definitionEn'),
    ...column.pickColumns(Statistic, 'category', 'direction', 'comparison', 'divisor', 'adjusted'),
    ...column.pickColumns(Statistic, 'definition', 'note'),
    threshold_value: column.allowEmpty(threshold.value.meta({ unitColumn: 'unit' })),
    threshold_title: column.allowEmpty(threshold.title),
    threshold_source: column.allowEmpty(threshold.source),
    url: column.createPageColumn(Statistic.shape.url),
  }),
  rows: (siteData) =>
    siteData.statistics.map(({ threshold, ...one }) => ({ ...one, ...column.prefixValues('threshold', threshold) })),
});

/** The columns of the value of a statistic, also for the files of single pages. */
export const statisticValueColumns = {
  value: StatisticValue.shape.value.meta({
    description: '数値（単位の列の単位で）。算定なしのときは空',
    unitColumn: 'unit',
  }),
  unit: Statistic.shape.unit,
  text: column.allowEmpty(StatisticValue.shape.text.meta({ description: '資料にあるとおりの数。算定なしのときは空' })),
};

/** Returns the printed number of a value. 算定なし is in the column of states: a column of numbers has no words. */
export const getPrintedNumber = ({ state, text }: StatisticValue): string | null =>
  state === 'not-calculated' ? null : text;

const period = column.createPeriodColumns('値', { text: '2021年度', start: '2021-04-01', end: '2022-03-31' });

/** The columns of the period of a statistic's value. */
export const statisticPeriodColumns = {
  period: FilledText.meta({ ...period.period.meta(), description: '資料の時点' }),
  start: period.start.meta({ description: '期間の最初の日' }),
  end: period.end.meta({ description: '期間の最後の日' }),
};

export const publishedStatisticValues = definePublishedTable({
  id: 'statistic-values',
  title: '統計の値',
  description:
    '1行が、ある市区町村の、ある統計の、ある時点の値です。このサイトが値をのせていない時点には、行がありません。資料が計算していないと示しているときは、値が空で、値の状態が算定なし（not-calculated）です。0 とは区別します。',
  key: ['statistic', 'municipality', 'period'],
  mainColumns: ['statistic', 'municipality', 'period', 'value', 'state', 'unit', 'source_id'],
  isCopied: true,
  row: z.object({
    ...column.pickColumns(StatisticValue, 'statistic', 'municipality'),
    municipality_code: column.municipalityCodeColumn,
    ...statisticValueColumns,
    state: StatisticValue.shape.state,
    ...statisticPeriodColumns,
    note: StatisticValue.shape.note,
    source_id: StatisticValue.shape.source,
    from_copy: StatisticValue.shape.fromCopy,
  }),
  rows: (siteData) =>
    siteData.statisticValues.map((one) => ({
      ...one,
      text: getPrintedNumber(one),
      unit: siteData.statistic(one.statistic).unit,
      ...column.getPeriodValues(one.period),
      sourceId: one.source,
    })),
});
