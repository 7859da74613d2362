import { z } from 'zod';
import {
  defineField,
  defineText,
  EnglishTitle,
  EnglishUnit,
  FilledText,
  PageUrl,
  RecordSlug,
  SourceReference,
} from '../model/identifiers.ts';
import {
  describeValues,
  preferredDirections,
  statisticCategories,
  statisticComparisons,
} from '../model/value-lists.ts';
import * as cell from './cells/cell-types.ts';
import { defineSourceTable, keyColumn, optionalColumn, requiredColumn, textColumn } from './table-schema.ts';

/** A threshold that a law sets for a statistic. */
export const StatisticThreshold = z.strictObject({
  value: defineField(z.number(), '基準値', '法律などが定める値', 350),
  title: defineField(FilledText, '基準の名称', '基準の名前', '早期健全化基準'),
  source: defineField(SourceReference, '基準の出典ID', '基準が書かれている資料', 'mic-finance-guide-2020'),
});
export type StatisticThreshold = z.infer<typeof StatisticThreshold>;

/** An official statistic of municipalities. A series whose definition changed is another statistic. */
export const Statistic = z.strictObject({
  id: defineField(RecordSlug, '統計ID', '統計のID', 'future-burden-ratio'),
  title: defineField(FilledText, '名称', '統計の名前', '将来負担比率', { printed: true }),
  reading: defineText('よみ', '読み（ひらがな）', 'しょうらいふたんひりつ'),
  titleEn: EnglishTitle.meta({ examples: ['Future burden ratio'] }),
  unit: defineField(FilledText, '単位', '値の単位', '%'),
  unitEn: EnglishUnit.meta({ examples: ['%'] }),
  category: defineField(statisticCategories.schema, '分類', '統計の分野', 'finance', {
    codeList: 'statistic-categories',
  }),
  direction: preferredDirections.schema.nullable().meta({
    title: '良い方向',
    description: '増えるとよいか、減るとよいか。どちらともいえなければ空',
    codeList: 'directions',
    examples: ['decrease'],
  }),
  comparison: statisticComparisons.schema.meta({
    title: '比べ方',
    description:
      `市区町村の大きさがちがうときのくらべ方。${describeValues(statisticComparisons.words)}。` +
      '割合は、割る統計に対するもの。指数は、値のある市区町村がいちばん多い、はじめの時点を100とする',
    codeList: 'statistic-comparisons',
    examples: ['value'],
  }),
  divisor: RecordSlug.nullable().meta({
    title: '割る統計ID',
    description: '1人あたりや割合を計算するとき、この統計の値を割る統計。値の時点の中でいちばん新しい値で割る',
    references: 'statistics.id',
    examples: ['resident-population'],
  }),
  adjusted: RecordSlug.nullable().meta({
    title: '参考の統計ID',
    description: '特別な事情の年に、この統計のかわりに読む統計',
    references: 'statistics.id',
    examples: ['pay-index-adjusted'],
  }),
  definition: defineField(FilledText, '定義', '何を表す数か', '市の借金などの大きさです。'),
  definitionEn: defineText('英語の定義', '何を表す数かの英語。まだないときは空', 'What the municipality has to pay.'),
  note: defineText('注記', '読むときに気をつけること', '決算の値です。'),
  themes: z.array(RecordSlug).meta({ title: 'テーマID', description: '関係するテーマ', references: 'themes.id' }),
  threshold: StatisticThreshold.nullable().meta({ title: '基準', description: '法律などが定める基準。なければ空' }),
  url: PageUrl.meta({ examples: ['/statistics/future-burden-ratio/'] }),
});
export type Statistic = z.infer<typeof Statistic>;

export const statisticsTable = defineSourceTable({
  path: 'data/statistics.csv',
  title: '統計',
  ids: 'unique',
  columns: {
    統計ID: keyColumn('id', cell.requiredSlug()),
    名称: requiredColumn('title', cell.requiredText(), { role: 'name' }),
    よみ: textColumn('reading'),
    英語名: textColumn('titleEn'),
    単位: requiredColumn('unit', cell.requiredText()),
    英語の単位: textColumn('unitEn'),
    分類: requiredColumn('category', cell.requiredChoice(statisticCategories.words)),
    良い方向: optionalColumn('direction', cell.optionalChoice(preferredDirections.words)),
    比べ方: requiredColumn('comparison', cell.requiredChoice(statisticComparisons.words)),
    割る統計ID: optionalColumn('divisor', cell.optionalSlug(), { references: 'statistics' }),
    参考の統計ID: optionalColumn('adjusted', cell.optionalSlug(), { references: 'statistics' }),
    定義: requiredColumn('definition', cell.requiredText(), { role: 'summary' }),
    英語の定義: textColumn('definitionEn'),
    注記: textColumn('note', { aliases: ['備考'] }),
    テーマID: optionalColumn('themes', cell.slugList(), { references: 'themes' }),
    基準値: optionalColumn('thresholdValue', cell.optionalDecimal(0, 1_000_000, '350')),
    基準の名称: textColumn('thresholdTitle'),
    基準の出典ID: optionalColumn('thresholdSource', cell.optionalSlug(), { references: 'sources' }),
  },
});

/** True for a statistic of computed numbers (推計), of past or of future years. */
export const isProjected = ({ title }: Pick<Statistic, 'title'>): boolean => title.includes('推計');
