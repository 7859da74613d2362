import { z } from 'zod';
import { Plan } from '../../model/plan.ts';
import { table } from '../table.ts';
import { codeOf, municipalityCode, sourceId } from './fields.ts';

const { shape } = Plan;

export const plans = table({
  id: 'plans',
  title: '計画',
  description: '1行が1つの計画です。',
  planColumn: 'id',
  key: ['id'],
  row: z.object({
    id: shape.id,
    municipality: shape.municipality,
    municipality_code: municipalityCode,
    title: shape.title,
    short_title: shape.shortTitle,
    kind: shape.kind,
    period: shape.period,
    minimum_sample: shape.minimumSample,
    source_id: sourceId,
    url: shape.url,
  }),
  rows: (portal) =>
    portal.plans.map(({ shortTitle, minimumSample, source, ...one }) => ({
      ...one,
      municipality_code: codeOf(portal, one.municipality),
      short_title: shortTitle,
      minimum_sample: minimumSample,
      source_id: source,
    })),
});
