import { z } from 'zod';
import { PlanItem } from '../../tables/tree.ts';
import { definePublishedTable } from '../published-table.ts';
import {
  getMunicipalityCode,
  municipalityCodeColumn,
  sourceIdColumn,
  sourcePlaceColumn,
} from './published-columns.ts';

const { shape } = PlanItem;

export const publishedPlanItems = definePublishedTable({
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
    municipality_code: municipalityCodeColumn,
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
    source_id: sourceIdColumn,
    source_place: sourcePlaceColumn,
    url: shape.url,
  }),
  rows: (siteData) =>
    siteData.planItems.map(({ source, ...one }) => ({
      ...one,
      municipality_code: getMunicipalityCode(siteData, one.municipality),
      source_id: source.id,
      source_place: source.place,
    })),
});
