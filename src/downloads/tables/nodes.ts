import { z } from 'zod';
import { Node } from '../../model/node.ts';
import { table } from '../table.ts';
import { codeOf, municipalityCode, sourceId, sourcePlace } from './fields.ts';

const { shape } = Node;

export const nodes = table({
  id: 'nodes',
  title: '計画の項目',
  description:
    '1行が計画の1つの項目（政策、施策、取組など）です。テーマや担当のように1つの項目に複数あるものは「項目のつながり」の表にあります。',
  planColumn: 'plan',
  key: ['id'],
  row: z.object({
    id: shape.id,
    plan: shape.plan,
    municipality: shape.municipality,
    municipality_code: municipalityCode,
    code: shape.code,
    number: shape.number,
    level: shape.level,
    kind: shape.kind,
    parent: shape.parent,
    order: shape.order,
    title: shape.title,
    summary: shape.summary,
    examples: shape.examples,
    note: shape.note,
    source_id: sourceId,
    source_place: sourcePlace,
    url: shape.url,
  }),
  rows: (portal) =>
    portal.nodes.map(({ source, ...one }) => ({
      ...one,
      municipality_code: codeOf(portal, one.municipality),
      source_id: source.id,
      source_place: source.place,
    })),
});
