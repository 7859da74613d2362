import { z } from 'zod';
import { Municipality, MunicipalityCode } from '../../model/municipality.ts';
import { Term } from '../../tables/glossary.ts';
import { Source } from '../../tables/sources.ts';
import { Theme } from '../../tables/themes.ts';
import { Zone } from '../../tables/zones.ts';
import { definePublishedTable } from '../published-table.ts';
import * as column from './published-columns.ts';

const asOf = column.createDateColumns('人口の時点', { start: '2020-01-01', end: '2020-12-31' });

export const publishedMunicipalities = definePublishedTable({
  id: 'municipalities',
  title: '市区町村',
  description: '1行が1つの市区町村です。写したもとの資料は、コード表の municipality-sources にあります。',
  mainColumns: ['title', 'prefecture', 'population', 'population_as_of', 'website'],
  unnamedSources: (siteData, [id]) => siteData.municipality(String(id)).sources,
  row: z.object({
    id: Municipality.shape.id,
    municipality_code: Municipality.shape.code,
    ...Municipality.pick({ title: true, reading: true, english: true, prefecture: true }).shape,
    ...Municipality.pick({ latitude: true, longitude: true, website: true, population: true }).shape,
    title_en: Municipality.shape.titleEn,
    prefecture_en: Municipality.shape.prefectureEn,
    population_as_of: Municipality.shape.populationAsOf,
    population_start: asOf.start,
    population_end: asOf.end,
    ...Municipality.pick({ abolished: true, successor: true }).shape,
    url: column.createPageColumn(Municipality.shape.url),
  }),
  rows: (siteData) =>
    siteData.municipalities.map((one) => ({
      ...one,
      municipalityCode: one.code,
      ...column.prefixValues('population', column.readDateRange(one.populationAsOf)),
    })),
});

export const publishedThemes = definePublishedTable({
  id: 'themes',
  title: 'テーマ',
  description: '1行が1つのテーマです。ほかの市の取組とくらべられるように、このサイトがつけました。',
  mainColumns: ['title', 'description'],
  row: z.object({
    ...Theme.pick({ id: true, title: true, reading: true }).shape,
    title_en: Theme.shape.titleEn,
    ...Theme.pick({ description: true, order: true }).shape,
    url: column.createPageColumn(Theme.shape.url),
  }),
  rows: (siteData) => siteData.themes,
});

export const publishedGlossary = definePublishedTable({
  id: 'glossary',
  title: '用語',
  description: '1行が1つの用語です。説明はこのサイトが書きました。ほかの書き方は、コード表の spellings にあります。',
  mainColumns: ['title', 'reading', 'description'],
  row: Term.omit({ aliases: true }).extend({ url: column.createPageColumn(Term.shape.url) }),
  rows: (siteData) => siteData.terms,
});

const year = column.createDateColumns('年度', { start: '2020-04-01', end: '2021-03-31' });

export const publishedSources = definePublishedTable({
  id: 'sources',
  title: '出典',
  description: '1行が1つの資料です。このサイトの記録は、どれもここにある資料か、その写しから読みました。',
  mainColumns: ['title', 'municipality', 'publisher', 'year', 'checked', 'terms'],
  row: z.object({
    ...Source.pick({ id: true, municipality: true }).shape,
    municipality_code: MunicipalityCode.nullable().meta({
      title: '全国地方公共団体コード',
      description: '資料を出した市区町村のコード。市区町村の資料でなければ空',
      references: 'municipalities.municipality_code',
      examples: ['112232'],
    }),
    title: Source.shape.title,
    title_en: Source.shape.titleEn,
    year: Source.shape.year,
    year_start: year.start,
    year_end: year.end,
    publisher: Source.shape.publisher,
    publisher_en: Source.shape.publisherEn,
    ...Source.pick({ issued: true, website: true, pages: true, checked: true, terms: true, note: true, copy: true })
      .shape,
  }),
  rows: (siteData) =>
    siteData.sources.map((one) => ({
      ...one,
      municipalityCode: one.municipality === null ? null : column.getMunicipalityCode(siteData, one.municipality),
      ...column.prefixValues('year', column.readDateRange(one.year)),
    })),
});

export const publishedZones = definePublishedTable({
  id: 'zones',
  title: '地域',
  description: '1行が、計画に出てくる1つの地域です。',
  mainColumns: ['title', 'reading', 'municipality', 'description'],
  row: z.object({
    ...Zone.pick({ id: true, municipality: true }).shape,
    municipality_code: column.municipalityCodeColumn,
    ...Zone.pick({ slug: true, title: true, reading: true }).shape,
    title_en: Zone.shape.titleEn,
    ...Zone.pick({ description: true, order: true }).shape,
    ...column.sourceColumns,
    url: column.createPageColumn(Zone.shape.url),
  }),
  rows: (siteData) =>
    siteData.zones.map(({ source, ...one }) => ({
      ...one,
      municipalityCode: column.getMunicipalityCode(siteData, one.municipality),
      ...column.getSourceValues(source),
    })),
});
