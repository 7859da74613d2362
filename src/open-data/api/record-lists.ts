import type { z } from 'zod';
import { listRowObjects, type PublishedTable } from '../published-table.ts';
import { publishedTables } from '../tables/published-tables.ts';
import { Indicator } from '../../tables/indicators.ts';
import { Municipality } from '../../model/municipality.ts';
import { PlanItem } from '../../tables/tree.ts';
import { Observation } from '../../tables/observations.ts';
import { Plan } from '../../model/plan.ts';
import { Source } from '../../tables/sources.ts';
import { Term } from '../../tables/glossary.ts';
import { Theme } from '../../tables/themes.ts';
import { Zone } from '../../tables/zones.ts';
import type { SiteData } from '../../site-data/site-data.ts';

/** A list of records that `/api/v1/{name}.json` gives. */
export interface RecordList {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  /** What a record is called in the description of the API. */
  readonly called: string;
  readonly record: z.ZodType;
  readonly records: (siteData: SiteData) => readonly unknown[];
}

/** Ties a schema to what it describes, so that neither can change without the other. */
export function defineRecords<T>(record: z.ZodType<T>, of: (siteData: SiteData) => readonly T[]) {
  return { record, records: of };
}

/** Records that are nested where that reads better than the rows of their table. */
const nested: Readonly<Record<string, Pick<RecordList, 'record' | 'records'>>> = {
  municipalities: defineRecords(Municipality, (siteData) => siteData.municipalities),
  plans: defineRecords(Plan, (siteData) => siteData.plans),
  nodes: defineRecords(PlanItem, (siteData) => siteData.planItems),
  indicators: defineRecords(Indicator, (siteData) => siteData.indicators),
  observations: defineRecords(Observation, (siteData) => siteData.observations),
  themes: defineRecords(Theme, (siteData) => siteData.themes),
  glossary: defineRecords(Term, (siteData) => siteData.terms),
  sources: defineRecords(Source, (siteData) => siteData.sources),
  zones: defineRecords(Zone, (siteData) => siteData.zones),
};

/** What the records of a table are called where they are more than its rows. */
const CALLED: Readonly<Record<string, string>> = {
  municipalities: 'Municipality',
  plans: 'Plan',
  nodes: 'Node',
  'node-links': 'NodeLink',
  indicators: 'Indicator',
  observations: 'Observation',
  ratings: 'Rating',
  themes: 'Theme',
  glossary: 'Term',
  sources: 'Source',
  zones: 'Zone',
  'related-plans': 'RelatedPlan',
};

function ofTable(table: PublishedTable): RecordList {
  const { id: name, title, description, rowSchema } = table;
  const called = CALLED[name];
  if (called === undefined) throw new Error(`the records of ${name} have no name`);
  const rows = { record: rowSchema, records: (siteData: SiteData) => listRowObjects(table, siteData) };
  return { name, title, description, called, ...(nested[name] ?? rows) };
}

/** The lists of `/api/v1/` that are also tables: as many records as their table has rows. */
export const tableLists: readonly RecordList[] = publishedTables.map(ofTable);
