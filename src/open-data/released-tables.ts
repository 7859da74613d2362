import { z } from 'zod';
import { unpackArchive } from '../input/xlsx/zip-archive.ts';
import { releaseFiles, type DataRelease } from '../model/data-release.ts';
import { foldValueText } from '../progress/target-change.ts';
import { memoizeBySite, type SiteData } from '../site-data/site-data.ts';
import { listRowObjects } from './published-table.ts';
import { publishedIndicators, publishedObservations, publishedTargets } from './tables/published-indicators.ts';
import { publishedPlanItems, publishedPlans } from './tables/published-plan-tables.ts';
import { publishedZones } from './tables/published-record-tables.ts';
import { publishedStatistics, publishedStatisticValues } from './tables/published-statistics.ts';
import { publishedTables } from './tables/published-tables.ts';

/* The columns by which releases are compared. Columns only ever grow, so older releases have them too. */
const record = { id: true, municipality: true, title: true } as const;
const figure = { value: true, text: true, period: true, start: true, end: true } as const;
const definition = { unit: true, direction: true, aggregation: true, state: true } as const;
const baseline = { baseline_value: true, baseline_text: true, baseline_period: true, baseline_end: true } as const;
const limits = { target_value: true, target_comparator: true, target_low: true, target_high: true } as const;
const currentTarget = {
  ...limits,
  target_text: true,
  target_period: true,
  target_start: true,
  target_end: true,
} as const;
const indicator = { ...record, ...definition, ...baseline, ...currentTarget, plan: true } as const;
const observation = { ...figure, indicator: true, role: true, zone: true, unit: true, certainty: true } as const;
const target = { ...figure, indicator: true, kind: true, comparator: true, low: true, high: true, set: true } as const;
const statisticValue = { ...figure, statistic: true, municipality: true, unit: true, state: true } as const;

/** The rows of a release, or of the present data, that releases are compared by. */
const ReleasedTables = z.object({
  plans: z.array(publishedPlans.rowSchema.pick({ ...record, state: true })),
  nodes: z.array(publishedPlanItems.rowSchema.pick({ ...record, plan: true, number: true, summary: true })),
  zones: z.array(publishedZones.rowSchema.pick({ ...record, description: true })),
  indicators: z.array(publishedIndicators.rowSchema.pick(indicator)),
  observations: z.array(publishedObservations.rowSchema.pick(observation)),
  /** Releases before this table was published do not have it: what is unknown is not compared. */
  targets: z.array(publishedTargets.rowSchema.pick(target)).nullable(),
  statistics: z.array(publishedStatistics.rowSchema.pick({ id: true, title: true })),
  'statistic-values': z.array(publishedStatisticValues.rowSchema.pick(statisticValue)),
});
export type ReleasedTables = z.infer<typeof ReleasedTables>;
export type ReleasedIndicator = ReleasedTables['indicators'][number];
export type ReleasedObservation = ReleasedTables['observations'][number];
export type ReleasedTarget = NonNullable<ReleasedTables['targets']>[number];
export type ReleasedStatisticValue = ReleasedTables['statistic-values'][number];

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
