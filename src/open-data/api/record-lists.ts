import type { z } from 'zod';
import { listRowObjects, type PublishedTable } from '../published-table.ts';
import { publishedTables } from '../tables/published-tables.ts';
import { Indicator } from '../../tables/indicators.ts';
import { Municipality } from '../../model/municipality.ts';
import { PlanItem } from '../../tables/tree.ts';
import { Observation } from '../../tables/observations.ts';
import { Plan } from '../../model/plan.ts';
import { Source } from '../../tables/sources.ts';
import { Statistic } from '../../tables/statistics.ts';
import { StatisticValue } from '../../tables/statistic-values.ts';
import { Target } from '../../tables/targets.ts';
import { Term } from '../../tables/glossary.ts';
import { Theme } from '../../tables/themes.ts';
import { Zone } from '../../tables/zones.ts';
import type { SiteData } from '../../site-data/site-data.ts';

/** A list of records at `/api/v1/{name}.json`. */
export interface RecordList {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  /** The name of a record's schema in the description of the API. */
  readonly schemaName: string;
  readonly record: z.ZodType;
  readonly records: (siteData: SiteData) => readonly unknown[];
}

/** Pairs a schema with its records: the compiler checks that they match. */
export function defineRecords<T>(record: z.ZodType<T>, records: (siteData: SiteData) => readonly T[]) {
  return { record, records };
}

/** The tables whose records are nested objects of the site data, not flat rows. */
const nestedRecords: Readonly<Record<string, Pick<RecordList, 'record' | 'records'>>> = {
  municipalities: defineRecords(Municipality, (siteData) => siteData.municipalities),
  plans: defineRecords(Plan, (siteData) => siteData.plans),
  nodes: defineRecords(PlanItem, (siteData) => siteData.planItems),
  indicators: defineRecords(Indicator, (siteData) => siteData.indicators),
  observations: defineRecords(Observation, (siteData) => siteData.observations),
  targets: defineRecords(Target, (siteData) => siteData.targets),
  statistics: defineRecords(Statistic, (siteData) => siteData.statistics),
  'statistic-values': defineRecords(StatisticValue, (siteData) => siteData.statisticValues),
  themes: defineRecords(Theme, (siteData) => siteData.themes),
  glossary: defineRecords(Term, (siteData) => siteData.terms),
  sources: defineRecords(Source, (siteData) => siteData.sources),
  zones: defineRecords(Zone, (siteData) => siteData.zones),
};

const schemaNames: Readonly<Record<string, string>> = {
  municipalities: 'Municipality',
  plans: 'Plan',
  nodes: 'Node',
  'node-links': 'NodeLink',
  indicators: 'Indicator',
  observations: 'Observation',
  targets: 'Target',
  ratings: 'Rating',
  statistics: 'Statistic',
  'statistic-values': 'StatisticValue',
  themes: 'Theme',
  glossary: 'Term',
  sources: 'Source',
  zones: 'Zone',
  'related-plans': 'RelatedPlan',
};

function createRecordList(table: PublishedTable): RecordList {
  const { id: name, title, description, rowSchema } = table;
  const schemaName = schemaNames[name];
  if (schemaName === undefined) throw new Error(`the records of ${name} have no schema name`);
  const rows = { record: rowSchema, records: (siteData: SiteData) => listRowObjects(table, siteData) };
  return { name, title, description, schemaName, ...(nestedRecords[name] ?? rows) };
}

/** The lists of `/api/v1/` with the records of tables: one record for each row. */
export const tableLists: readonly RecordList[] = publishedTables.map(createRecordList);
