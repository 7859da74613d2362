import { z } from 'zod';
import { defineField, defineText, MunicipalityReference, RecordSlug, SourceReference } from '../model/identifiers.ts';
import { Quantity } from '../model/quantity-schema.ts';
import { statisticValueStates } from '../model/value-lists.ts';
import * as cell from './cells/cell-types.ts';
import { defineSourceTable, requiredColumn, textColumn } from './table-schema.ts';

/** The value of a statistic for a municipality at one time. */
export const StatisticValue = Quantity.extend({
  value: Quantity.shape.value.meta({ description: '数値（統計の単位で）。算定なしのときは空', examples: [25.2] }),
  text: Quantity.shape.text.meta({
    description: '資料にあるとおりの数。算定なしのときは「算定なし」',
    examples: ['25.2'],
  }),
  statistic: defineField(RecordSlug, '統計ID', 'どの統計の値か', 'future-burden-ratio', {
    references: 'statistics.id',
  }),
  municipality: MunicipalityReference.meta({ description: 'どの市区町村の値か', examples: ['hiratsuka'] }),
  state: statisticValueStates.schema.meta({
    title: '値の状態',
    description: '数値か、公式に算定なしとされたものか。算定なしは、0でも、値がわからないのでもない',
    codeList: 'statistic-value-states',
    examples: ['calculated'],
  }),
  note: defineText('備考', '値についての注意', 'この年だけ3月31日の値です。'),
  source: SourceReference.meta({ examples: ['mic-finance-2021'] }),
  fromCopy: defineField(
    z.boolean(),
    '原本と未照合',
    '値を資料の写しから読み、原本と照らし合わせていなければ true。写しのURLは、出典の表にある',
    true,
  ),
});
export type StatisticValue = z.infer<typeof StatisticValue>;

export const statisticValuesTable = defineSourceTable({
  path: 'data/municipalities/{municipality}/statistic-values.csv',
  title: '統計の値',
  columns: {
    統計ID: requiredColumn('statistic', cell.requiredSlug(), { references: 'statistics' }),
    時点: requiredColumn('period', cell.datedPeriod(), { aliases: ['年度', '年'] }),
    値: requiredColumn('value', cell.quantityNotation(), { aliases: ['数値'] }),
    備考: textColumn('note', { aliases: ['注記'] }),
    出典ID: requiredColumn('source', cell.requiredSlug(), { references: 'sources', aliases: ['出典'] }),
  },
});
