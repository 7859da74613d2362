import { z } from 'zod';
import { PairId } from '../../model/id.ts';
import { RelatedPlan } from '../../model/related.ts';
import { table } from '../table.ts';
import { codeOf, municipalityCode, sourceId, sourcePlace } from './fields.ts';

const { plan, title, description } = RelatedPlan.shape;

export const relatedPlans = table({
  id: 'related-plans',
  title: '関連する計画',
  description:
    '1行が、計画が名前をあげている別の計画と、それに関係する項目1つとの組です。関係する項目がないときは項目IDが空です。',
  planColumn: 'plan',
  key: ['plan', 'title', 'node'],
  row: z.object({
    plan,
    municipality_code: municipalityCode,
    title,
    description,
    node: PairId.nullable().meta({
      title: '項目ID',
      description: '関係する計画の項目。なければ空',
      references: 'nodes.id',
      examples: ['warabi-jiritsu/34'],
    }),
    source_id: sourceId,
    source_place: sourcePlace,
  }),
  rows: (portal) =>
    portal.relatedPlans.flatMap(({ nodes, source, ...one }) =>
      (nodes.length === 0 ? [null] : nodes).map((node) => ({
        ...one,
        municipality_code: codeOf(portal, portal.plan(one.plan).municipality),
        node,
        source_id: source.id,
        source_place: source.place,
      })),
    ),
});
