import { z } from 'zod';
import { defineField, defineText, FilledText, PairId, PlanReference, SourceCitation } from '../model/identifiers.ts';
import * as cell from './cells/cell-types.ts';
import { defineSourceTable, optionalColumn, placeColumn, requiredColumn } from './table-schema.ts';

/** Another plan of the same municipality that a plan mentions. */
export const RelatedPlan = z.strictObject({
  plan: PlanReference.meta({ description: 'この名前がのっている計画' }),
  title: defineField(FilledText, '名称', '関連する計画の名前', '蕨市人財育成基本方針', { printed: true }),
  description: defineText(
    '説明',
    '関連する計画の説明',
    'どのような職員をめざすか、どのような取組で人を育てるかをまとめて示した方針です。',
  ),
  nodes: z.array(PairId).meta({ title: '項目ID', description: '関係する項目' }),
  inferred: z.array(z.literal('nodes')).meta({
    title: 'サイトの読み取り',
    description: '関係する項目が計画に書かれておらず、このサイトが読み取ったとき nodes',
  }),
  source: SourceCitation.meta({ title: '出典', description: '読んだ資料と、その中の場所' }),
});
export type RelatedPlan = z.infer<typeof RelatedPlan>;

export const relatedPlansTable = defineSourceTable({
  path: 'data/plans/{plan}/related-plans.csv',
  title: '関連する計画',
  columns: {
    名称: requiredColumn('title', cell.requiredText(), { role: 'name' }),
    説明: optionalColumn('description', cell.optionalText(), { role: 'summary' }),
    コード: optionalColumn('nodes', cell.codeList(), { references: 'tree' }),
    サイトの読み取り: optionalColumn('inferred', cell.choiceList({ nodes: 'コード' })),
    出典ID: requiredColumn('source', cell.requiredSlug(), { references: 'sources', aliases: ['出典'] }),
    出典箇所: placeColumn,
  },
});
