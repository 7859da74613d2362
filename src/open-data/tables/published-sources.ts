import { z } from 'zod';
import { MunicipalityCode } from '../../model/municipality.ts';
import { Source } from '../../tables/sources.ts';
import { definePublishedTable } from '../published-table.ts';
import { getMunicipalityCode, createDateColumns, readDateRange } from './published-columns.ts';

const { shape } = Source;
const year = createDateColumns('年度', { start: '2020-04-01', end: '2021-03-31' });

export const publishedSources = definePublishedTable({
  id: 'sources',
  title: '出典',
  description: '1行が1つの資料です。このサイトの記録は、どれもここにある資料から読みました。',
  key: ['id'],
  row: z.object({
    id: shape.id,
    municipality: shape.municipality,
    municipality_code: MunicipalityCode.nullable().meta({
      title: '全国地方公共団体コード',
      description: '資料を出した市区町村のコード。市区町村の資料でなければ空',
      references: 'municipalities.municipality_code',
      examples: ['112232'],
    }),
    title: shape.title,
    year: shape.year,
    year_start: year.start,
    year_end: year.end,
    publisher: shape.publisher,
    issued: shape.issued,
    website: shape.website,
    checked: shape.checked,
    terms: shape.terms,
    note: shape.note,
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
