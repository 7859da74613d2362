import { z } from 'zod';
import { unpackArchive } from '../input/xlsx/zip-archive.ts';
import { releaseFiles, type DataRelease } from '../model/data-release.ts';
import { TargetComparator } from '../model/quantity-schema.ts';
import {
  AggregationKind,
  CertaintyLevel,
  IndicatorState,
  PlanState,
  PreferredDirection,
  StatisticValueState,
  TargetKind,
} from '../model/value-lists.ts';
import { foldValueText } from '../progress/target-change.ts';
import { memoizeBySite, type SiteData } from '../site-data/site-data.ts';
import { listRowObjects } from './published-table.ts';
import { publishedTables } from './tables/published-tables.ts';

const value = z.number().nullable();
const day = z.string().nullable();
const record = z.object({ id: z.string(), municipality: z.string(), title: z.string() });

/** The columns by which releases are compared. Columns only ever grow, so older releases have them too. */
const rowSchemas = {
  plans: record.extend({ state: PlanState }),
  nodes: record.extend({ plan: z.string(), number: z.string(), summary: z.string() }),
  zones: record.extend({ description: z.string() }),
  indicators: record.extend({
    plan: z.string(),
    unit: z.string(),
    direction: PreferredDirection.nullable(),
    aggregation: AggregationKind.nullable(),
    state: IndicatorState,
    baseline_value: value,
    baseline_text: z.string(),
    baseline_period: z.string(),
    baseline_end: day,
    target_value: value,
    target_comparator: TargetComparator.nullable(),
    target_low: value,
    target_high: value,
    target_text: z.string(),
    target_period: z.string(),
    target_start: day,
    target_end: day,
  }),
  observations: z.object({
    indicator: z.string(),
    role: z.enum(['baseline', 'result']),
    zone: z.string().nullable(),
    value,
    unit: z.string(),
    text: z.string(),
    period: z.string(),
    start: day,
    end: day,
    certainty: CertaintyLevel,
  }),
  targets: z.object({
    indicator: z.string(),
    kind: TargetKind,
    value,
    comparator: TargetComparator.nullable(),
    low: value,
    high: value,
    text: z.string(),
    period: z.string(),
    start: day,
    end: day,
    set: day,
  }),
  statistics: z.object({ id: z.string(), title: z.string() }),
  'statistic-values': z.object({
    statistic: z.string(),
    municipality: z.string(),
    value,
    unit: z.string(),
    text: z.string().nullable(),
    state: StatisticValueState,
    period: z.string(),
    start: day,
    end: day,
  }),
};

/** The rows of a release, or of the present data, that releases are compared by. */
const ReleasedTables = z.object({
  plans: z.array(rowSchemas.plans),
  nodes: z.array(rowSchemas.nodes),
  zones: z.array(rowSchemas.zones),
  indicators: z.array(rowSchemas.indicators),
  observations: z.array(rowSchemas.observations),
  /** Releases before this table was published do not have it: what is unknown is not compared. */
  targets: z.array(rowSchemas.targets).nullable(),
  statistics: z.array(rowSchemas.statistics),
  'statistic-values': z.array(rowSchemas['statistic-values']),
});
export type ReleasedTables = z.infer<typeof ReleasedTables>;
export type ReleasedIndicator = z.infer<typeof rowSchemas.indicators>;
export type ReleasedObservation = z.infer<typeof rowSchemas.observations>;
export type ReleasedTarget = z.infer<typeof rowSchemas.targets>;
export type ReleasedStatisticValue = z.infer<(typeof rowSchemas)['statistic-values']>;

/** Returns a key of the time of a value: its days, or its words if they are unknown. */
export const createTimeKey = ({ start, end, period }: Pick<ReleasedObservation, 'start' | 'end' | 'period'>): string =>
  start === null && end === null ? foldValueText(period) : `${start}/${end}`;

const tableNames = Object.keys(ReleasedTables.shape);

/** Returns the rows of a release, from its archive. */
export function readReleasedTables({ readFile }: Pick<DataRelease, 'readFile'>): ReleasedTables {
  const files = unpackArchive(readFile(releaseFiles.tables), (path) =>
    tableNames.includes(path.replace(/\.json$/, '')),
  );
  const decode = (name: string): unknown => {
    const bytes = files.get(`${name}.json`);
    return bytes === undefined ? null : JSON.parse(new TextDecoder().decode(bytes));
  };
  return ReleasedTables.parse(Object.fromEntries(tableNames.map((name) => [name, decode(name)])));
}

/** Returns the same rows of the present data. */
export const listPresentRows = memoizeBySite((siteData: SiteData): ReleasedTables => {
  const tables = publishedTables.filter(({ id }) => tableNames.includes(id));
  return ReleasedTables.parse(Object.fromEntries(tables.map((table) => [table.id, listRowObjects(table, siteData)])));
});
