import type { z } from 'zod';
import { listRowObjects, type PublishedTable } from '../published-table.ts';
import { publishedTables } from '../tables/published-tables.ts';
import { Indicator } from '../../tables/indicators.ts';
import { Municipality } from '../../model/municipality.ts';
import { PlanItem } from '../../tables/tree.ts';
import { Observation } from '../../tables/observations.ts';
import { Plan } from '../../model/plan.ts';
import { Source } from '../../tables/sources.ts';
import { Statistic, StatisticValue } from '../../tables/statistics.ts';
import { Target } from '../../tables/targets.ts';
import { Term } from '../../tables/words.ts';
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

/** The schema name of the records of each table; if they are no flat rows, also the nested objects of the site data. */
const recordKinds: Readonly<Record<string, readonly [string, Pick<RecordList, 'record' | 'records'>?]>> = {
  municipalities: ['Municipality', defineRecords(Municipality, (siteData) => siteData.municipalities)],
  plans: ['Plan', defineRecords(Plan, (siteData) => siteData.plans)],
  nodes: ['Node', defineRecords(PlanItem, (siteData) => siteData.planItems)],
  'node-links': ['NodeLink'],
  indicators: ['Indicator', defineRecords(Indicator, (siteData) => siteData.indicators)],
  observations: ['Observation', defineRecords(Observation, (siteData) => siteData.observations)],
  targets: ['Target', defineRecords(Target, (siteData) => siteData.targets)],
  ratings: ['Rating'],
  statistics: ['Statistic', defineRecords(Statistic, (siteData) => siteData.statistics)],
  'statistic-values': ['StatisticValue', defineRecords(StatisticValue, (siteData) => siteData.statisticValues)],
  themes: ['Theme', defineRecords(Theme, (siteData) => siteData.themes)],
  glossary: ['Term', defineRecords(Term, (siteData) => siteData.terms)],
  sources: ['Source', defineRecords(Source, (siteData) => siteData.sources)],
  zones: ['Zone', defineRecords(Zone, (siteData) => siteData.zones)],
  'related-plans': ['RelatedPlan'],
};

function createRecordList(table: PublishedTable): RecordList {
  const { id: name, title, description, rowSchema } = table;
  const kind = recordKinds[name];
  if (!kind) throw new Error(`the records of ${name} have no schema name`);
  const rows = { record: rowSchema, records: (siteData: SiteData) => listRowObjects(table, siteData) };
  const [schemaName, nested = rows] = kind;
  return { name, title, description, schemaName, ...nested };
}

/** The lists of `/api/v1/` with the records of tables: one record for each row. */
export const tableLists: readonly RecordList[] = publishedTables.map(createRecordList);
