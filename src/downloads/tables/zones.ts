import { z } from 'zod';
import { Zone } from '../../model/zone.ts';
import { table } from '../table.ts';
import { codeOf, municipalityCode, sourceId, sourcePlace } from './fields.ts';

const { shape } = Zone;

export const zones = table({
  id: 'zones',
  title: '地域',
  description: '1行が、計画に出てくる1つの地域です。',
  key: ['id'],
  row: z.object({
    id: shape.id,
    municipality: shape.municipality,
    municipality_code: municipalityCode,
    slug: shape.slug,
    title: shape.title,
    reading: shape.reading,
    description: shape.description,
    order: shape.order,
    source_id: sourceId,
    source_place: sourcePlace,
    url: shape.url,
  }),
  rows: (portal) =>
    portal.zones.map(({ source, ...one }) => ({
      ...one,
      municipality_code: codeOf(portal, one.municipality),
      source_id: source.id,
      source_place: source.place,
    })),
});
