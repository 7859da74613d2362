import type { z } from 'zod';
import { objects, type Table } from '../table.ts';
import { tables } from '../tables/index.ts';
import { Indicator } from '../../model/indicator.ts';
import { Municipality } from '../../model/municipality.ts';
import { Node } from '../../model/node.ts';
import { Observation } from '../../model/observation.ts';
import { Plan } from '../../model/plan.ts';
import { Source } from '../../model/source.ts';
import { Term } from '../../model/term.ts';
import { Theme } from '../../model/theme.ts';
import { Zone } from '../../model/zone.ts';
import type { Portal } from '../../portal/portal.ts';

/** A list of records that `/api/v1/{name}.json` gives. */
export interface List {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  /** What a record is called in the description of the API. */
  readonly called: string;
  readonly record: z.ZodType;
  readonly records: (portal: Portal) => readonly unknown[];
}

/** Ties a schema to what it describes, so that neither can change without the other. */
export function records<T>(record: z.ZodType<T>, of: (portal: Portal) => readonly T[]) {
  return { record, records: of };
}

/** Records that are nested where that reads better than the rows of their table. */
const nested: Readonly<Record<string, Pick<List, 'record' | 'records'>>> = {
  municipalities: records(Municipality, (portal) => portal.municipalities),
  plans: records(Plan, (portal) => portal.plans),
  nodes: records(Node, (portal) => portal.nodes),
  indicators: records(Indicator, (portal) => portal.indicators),
  observations: records(Observation, (portal) => portal.observations),
  themes: records(Theme, (portal) => portal.themes),
  glossary: records(Term, (portal) => portal.terms),
  sources: records(Source, (portal) => portal.sources),
  zones: records(Zone, (portal) => portal.zones),
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

function ofTable(table: Table): List {
  const { id: name, title, description, row } = table;
  const called = CALLED[name];
  if (called === undefined) throw new Error(`the records of ${name} have no name`);
  const rows = { record: row, records: (portal: Portal) => objects(table, portal) };
  return { name, title, description, called, ...(nested[name] ?? rows) };
}

/** The lists of `/api/v1/` that are also tables: as many records as their table has rows. */
export const tableLists: readonly List[] = tables.map(ofTable);
