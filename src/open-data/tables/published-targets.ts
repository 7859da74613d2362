import { z } from 'zod';
import { TargetValue } from '../../model/quantity-schema.ts';
import { Indicator } from '../../tables/indicators.ts';
import { Target } from '../../tables/targets.ts';
import { definePublishedTable } from '../published-table.ts';
import {
  createIndicatorRows,
  municipalityCodeColumn,
  createPeriodColumns,
  sourceColumns,
} from './published-columns.ts';

export const publishedTargets = definePublishedTable({
  id: 'targets',
  title: '指標の目標値',
  description:
    '1行が、ある指標の1つの目標値です。中間の目標（interim）と、見直す前の目標もあります。今の最終の目標（final）は、指標の表にもあります。',
  planColumn: 'indicator',
  key: ['indicator', 'kind', 'period', 'set', 'text'],
  mainColumns: ['indicator', 'kind', 'text', 'period', 'set'],
  row: z.object({
    indicator: Target.shape.indicator,
    municipality_code: municipalityCodeColumn,
    kind: Target.shape.kind,
    value: TargetValue.shape.value.meta({
      title: '目標値',
      description: '目標の値（単位の列の単位で）。幅や言葉の目標では空',
      unitColumn: 'unit',
      examples: [7000],
    }),
    comparator: TargetValue.shape.comparator,
    low: TargetValue.shape.low.meta({ unitColumn: 'unit' }),
    high: TargetValue.shape.high.meta({ unitColumn: 'unit' }),
    unit: Indicator.shape.unit,
    text: TargetValue.shape.text.meta({
      title: '目標値（表記）',
      description: '資料に書かれているとおりの目標値',
      examples: ['7,000人'],
    }),
    ...createPeriodColumns('目標値', { text: '令和10年度', start: '2028-04-01', end: '2029-03-31' }),
    set: Target.shape.set,
    ...sourceColumns,
  }),
  rows: (siteData) => createIndicatorRows(siteData, siteData.targets),
});
