import { z } from 'zod';
import { Indicator } from '../../tables/indicators.ts';
import { Observation } from '../../tables/observations.ts';
import { definePublishedTable } from '../published-table.ts';
import {
  createIndicatorRows,
  municipalityCodeColumn,
  createPeriodColumns,
  sourceColumns,
} from './published-columns.ts';

export const publishedObservations = definePublishedTable({
  id: 'observations',
  title: '指標の値',
  description: '1行が、ある指標のある時点の値です。計画の現状値（baseline）と、その後の実績（result）があります。',
  planColumn: 'indicator',
  key: ['indicator', 'role', 'zone', 'period', 'certainty'],
  mainColumns: ['indicator', 'role', 'zone', 'text', 'period', 'certainty', 'note'],
  row: z.object({
    indicator: Observation.shape.indicator,
    municipality_code: municipalityCodeColumn,
    ...Observation.pick({ role: true, zone: true }).shape,
    value: Observation.shape.value.meta({ unitColumn: 'unit' }),
    unit: Indicator.shape.unit,
    text: Observation.shape.text,
    ...createPeriodColumns('値'),
    ...Observation.pick({ certainty: true, sample: true, rating: true, note: true }).shape,
    ...sourceColumns,
  }),
  rows: (siteData) => createIndicatorRows(siteData, siteData.observations),
});
