import { z } from 'zod';
import { PairId } from '../../model/identifiers.ts';
import { RelatedPlan } from '../../tables/related-plans.ts';
import { definePublishedTable } from '../published-table.ts';
import {
  getMunicipalityCode,
  municipalityCodeColumn,
  sourceIdColumn,
  sourcePlaceColumn,
} from './published-columns.ts';

const { plan, title, description } = RelatedPlan.shape;

export const publishedRelatedPlans = definePublishedTable({
  id: 'related-plans',
  title: '関連する計画',
  description:
    '1行が、計画が名前をあげている別の計画と、それに関係する項目1つとの組です。関係する項目がないときは項目IDが空です。',
  planColumn: 'plan',
  key: ['plan', 'title', 'node'],
  row: z.object({
    plan,
    municipality_code: municipalityCodeColumn,
    title,
    description,
    node: PairId.nullable().meta({
      title: '項目ID',
      description: '関係する計画の項目。なければ空',
      references: 'nodes.id',
      examples: ['warabi-jiritsu/34'],
    }),
    source_id: sourceIdColumn,
    source_place: sourcePlaceColumn,
  }),
  rows: (siteData) =>
    siteData.relatedPlans.flatMap(({ nodes, source, ...one }) =>
      (nodes.length === 0 ? [null] : nodes).map((node) => ({
        ...one,
        municipality_code: getMunicipalityCode(siteData, siteData.plan(one.plan).municipality),
        node,
        source_id: source.id,
        source_place: source.place,
      })),
    ),
});
