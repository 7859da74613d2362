import { Municipality, MunicipalityCode } from '../../model/municipality.ts';
import { Term } from '../../tables/glossary.ts';
import { Source } from '../../tables/sources.ts';
import { Theme } from '../../tables/themes.ts';
import { Zone } from '../../tables/zones.ts';
import { definePublishedTable } from '../published-table.ts';
import {
  createDateColumns,
  getMunicipalityCode,
  getSourceValues,
  municipalityCodeColumn,
  readDateRange,
  sourceColumns,
} from './published-columns.ts';
import { z } from 'zod';

const municipalityShape = Municipality.shape;
const asOf = createDateColumns('人口の時点', { start: '2020-01-01', end: '2020-12-31' });

export const publishedMunicipalities = definePublishedTable({
  id: 'municipalities',
  title: '市区町村',
  description: '1行が1つの市区町村です。',
  key: ['id'],
  row: z.object({
    id: municipalityShape.id,
    municipality_code: municipalityShape.code,
    title: municipalityShape.title,
    reading: municipalityShape.reading,
    english: municipalityShape.english,
    prefecture: municipalityShape.prefecture,
    latitude: municipalityShape.latitude,
    longitude: municipalityShape.longitude,
    website: municipalityShape.website,
    population: municipalityShape.population,
    population_as_of: municipalityShape.populationAsOf,
    population_start: asOf.start,
    population_end: asOf.end,
    url: municipalityShape.url,
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

export const publishedThemes = definePublishedTable({
  id: 'themes',
  title: 'テーマ',
  description: '1行が1つのテーマです。市をこえて取組をくらべるために、計画ひろばがつけました。',
  key: ['id'],
  row: z.object(Theme.shape),
  rows: (siteData) => siteData.themes,
});

export const publishedGlossary = definePublishedTable({
  id: 'glossary',
  title: '用語',
  description:
    '1行が1つの用語です。説明は計画ひろばが書きました。同じ意味のほかの書き方は、コード表の spellings にあります。',
  key: ['id'],
  row: z.object(Term.omit({ aliases: true }).shape),
  rows: (siteData) => siteData.terms,
});

const sourceShape = Source.shape;
const year = createDateColumns('年度', { start: '2020-04-01', end: '2021-03-31' });

export const publishedSources = definePublishedTable({
  id: 'sources',
  title: '出典',
  description: '1行が1つの資料です。このサイトの記録は、どれもここにある資料から読みました。',
  key: ['id'],
  row: z.object({
    id: sourceShape.id,
    municipality: sourceShape.municipality,
    municipality_code: MunicipalityCode.nullable().meta({
      title: '全国地方公共団体コード',
      description: '資料を出した市区町村のコード。市区町村の資料でなければ空',
      references: 'municipalities.municipality_code',
      examples: ['112232'],
    }),
    title: sourceShape.title,
    year: sourceShape.year,
    year_start: year.start,
    year_end: year.end,
    publisher: sourceShape.publisher,
    issued: sourceShape.issued,
    website: sourceShape.website,
    checked: sourceShape.checked,
    terms: sourceShape.terms,
    note: sourceShape.note,
  }),
  rows: (siteData) =>
    siteData.sources.map((one) => {
      const days = readDateRange(one.year);
      return {
        ...one,
        municipality_code: one.municipality === null ? null : getMunicipalityCode(siteData, one.municipality),
        year_start: days.start,
        year_end: days.end,
      };
    }),
});

const zoneShape = Zone.shape;

export const publishedZones = definePublishedTable({
  id: 'zones',
  title: '地域',
  description: '1行が、計画に出てくる1つの地域です。',
  key: ['id'],
  row: z.object({
    id: zoneShape.id,
    municipality: zoneShape.municipality,
    municipality_code: municipalityCodeColumn,
    slug: zoneShape.slug,
    title: zoneShape.title,
    reading: zoneShape.reading,
    description: zoneShape.description,
    order: zoneShape.order,
    ...sourceColumns,
    url: zoneShape.url,
  }),
  rows: (siteData) =>
    siteData.zones.map(({ source, ...one }) => ({
      ...one,
      municipality_code: getMunicipalityCode(siteData, one.municipality),
      ...getSourceValues(source),
    })),
});
