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

/** What the records of each table are called, and those that are nested where that reads better than the rows. */
const RECORDS: Readonly<Record<string, Pick<RecordList, 'called'> & Partial<RecordList>>> = {
  municipalities: { called: 'Municipality', ...defineRecords(Municipality, (siteData) => siteData.municipalities) },
  plans: { called: 'Plan', ...defineRecords(Plan, (siteData) => siteData.plans) },
  nodes: { called: 'Node', ...defineRecords(PlanItem, (siteData) => siteData.planItems) },
  'node-links': { called: 'NodeLink' },
  indicators: { called: 'Indicator', ...defineRecords(Indicator, (siteData) => siteData.indicators) },
  observations: { called: 'Observation', ...defineRecords(Observation, (siteData) => siteData.observations) },
  ratings: { called: 'Rating' },
  themes: { called: 'Theme', ...defineRecords(Theme, (siteData) => siteData.themes) },
  glossary: { called: 'Term', ...defineRecords(Term, (siteData) => siteData.terms) },
  sources: { called: 'Source', ...defineRecords(Source, (siteData) => siteData.sources) },
  zones: { called: 'Zone', ...defineRecords(Zone, (siteData) => siteData.zones) },
  'related-plans': { called: 'RelatedPlan' },
};

function ofTable(table: PublishedTable): RecordList {
  const { id: name, title, description, rowSchema: record } = table;
  const nested = RECORDS[name];
  if (!nested) throw new Error(`the records of ${name} have no name`);
  return { name, title, description, record, records: (siteData) => listRowObjects(table, siteData), ...nested };
}

/** The lists of `/api/v1/` that are also tables: as many records as their table has rows. */
export const tableLists: readonly RecordList[] = publishedTables.map(ofTable);
