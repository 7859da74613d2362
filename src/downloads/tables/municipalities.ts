import { z } from 'zod';
import { Municipality } from '../../model/municipality.ts';
import { table } from '../table.ts';

const { shape } = Municipality;

export const municipalities = table({
  id: 'municipalities',
  title: '市区町村',
  description: '1行が1つの市区町村です。',
  key: ['id'],
  row: z.object({
    id: shape.id,
    municipality_code: shape.code,
    title: shape.title,
    reading: shape.reading,
    english: shape.english,
    prefecture: shape.prefecture,
    latitude: shape.latitude,
    longitude: shape.longitude,
    website: shape.website,
    population: shape.population,
    population_as_of: shape.populationAsOf,
    url: shape.url,
  }),
  rows: (portal) =>
    portal.municipalities.map(({ code, populationAsOf, ...one }) => ({
      ...one,
      municipality_code: code,
      population_as_of: populationAsOf,
    })),
});
