import { z } from 'zod';
import { Plan } from '../../model/plan.ts';
import { definePublishedTable } from '../published-table.ts';
import {
  getMunicipalityCode,
  municipalityCodeColumn,
  sourceIdColumn,
  createDateColumns,
  readDateRange,
} from './published-columns.ts';

const { shape } = Plan;
const period = createDateColumns('期間', { start: '2020-04-01', end: '2021-03-31' });

export const publishedPlans = definePublishedTable({
  id: 'plans',
  title: '計画',
  description: '1行が1つの計画です。',
  planColumn: 'id',
  key: ['id'],
  row: z.object({
    id: shape.id,
    municipality: shape.municipality,
    municipality_code: municipalityCodeColumn,
    title: shape.title,
    short_title: shape.shortTitle,
    kind: shape.kind,
    period: shape.period,
    period_start: period.start,
    period_end: period.end,
    minimum_sample: shape.minimumSample,
    source_id: sourceIdColumn,
    url: shape.url,
  }),
  rows: (siteData) =>
    siteData.plans.map(({ shortTitle, minimumSample, source, ...one }) => {
      const days = readDateRange(one.period ?? '');
      return {
        ...one,
        municipality_code: getMunicipalityCode(siteData, one.municipality),
        short_title: shortTitle,
        period_start: days.start,
        period_end: days.end,
        minimum_sample: minimumSample,
        source_id: source,
      };
    }),
});
