import { z } from 'zod';
import { Zone } from '../../tables/zones.ts';
import { definePublishedTable } from '../published-table.ts';
import {
  getMunicipalityCode,
  municipalityCodeColumn,
  sourceIdColumn,
  sourcePlaceColumn,
} from './published-columns.ts';

const { shape } = Zone;

export const publishedZones = definePublishedTable({
  id: 'zones',
  title: '地域',
  description: '1行が、計画に出てくる1つの地域です。',
  key: ['id'],
  row: z.object({
    id: shape.id,
    municipality: shape.municipality,
    municipality_code: municipalityCodeColumn,
    slug: shape.slug,
    title: shape.title,
    reading: shape.reading,
    description: shape.description,
    order: shape.order,
    source_id: sourceIdColumn,
    source_place: sourcePlaceColumn,
    url: shape.url,
  }),
  rows: (siteData) =>
    siteData.zones.map(({ source, ...one }) => ({
      ...one,
      municipality_code: getMunicipalityCode(siteData, one.municipality),
      source_id: source.id,
      source_place: source.place,
    })),
});
