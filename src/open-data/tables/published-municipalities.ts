import { z } from 'zod';
import { Municipality } from '../../model/municipality.ts';
import { definePublishedTable } from '../published-table.ts';
import { createDateColumns, readDateRange } from './published-columns.ts';

const { shape } = Municipality;
const asOf = createDateColumns('人口の時点', { start: '2020-01-01', end: '2020-12-31' });

export const publishedMunicipalities = definePublishedTable({
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
    population_start: asOf.start,
    population_end: asOf.end,
    url: shape.url,
  }),
  rows: (siteData) =>
    siteData.municipalities.map(({ code, populationAsOf, ...one }) => {
      const days = readDateRange(populationAsOf);
      return {
        ...one,
        municipality_code: code,
        population_as_of: populationAsOf,
        population_start: days.start,
        population_end: days.end,
      };
    }),
});
