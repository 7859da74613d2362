import { z } from 'zod';
import { createDiagnostic, createIssue, DiagnosticsError, locateFile } from '../diagnostics/diagnostic.ts';
import { openArchive } from '../input/xlsx/zip-archive.ts';
import { releaseFiles, RELEASES_FOLDER, type DataRelease } from '../model/data-release.ts';
import { OwnMethodReason, ProgressStatus } from '../model/progress-status.ts';
import { getTimeKey, NullableNumber, TargetValue } from '../model/quantity-schema.ts';
import { aggregationKinds, bandScales, indicatorStates, PlanState, preferredDirections } from '../model/value-lists.ts';
import { foldValueText } from '../progress/target-change.ts';
import { memoizeBySite } from '../site-data/site-data.ts';
import { computeSha256 } from './published-file.ts';
import { listRowObjects, type PublishedTable } from './published-table.ts';
import { serializeJson } from './table-formats.ts';
import { describedTables } from './tables/published-code-lists.ts';
import { publishedTables } from './tables/published-tables.ts';

/*
 * The columns by which releases are compared, and only what the comparison needs of them: older releases stay readable
 * if the rules for ids, names or days become stricter. A column that older releases do not have is optional here.
 */
const text = z.string();
const optional = text.nullable();
const number = NullableNumber;
const comparator = TargetValue.shape.comparator;
const record = { id: text, municipality: text, title: text };
const area = { id: text, municipality_code: text, title: text, abolished: text.nullish() };
// Many plans print no period.
const duration = { period: optional.transform((words) => words ?? ''), period_start: optional, period_end: optional };
const figure = { value: number, text, period: text, start: optional, end: optional };
// A release may be older than the column of ratings.
const judged = { certainty: text, rating: text.default('') };
const baseline = { baseline_value: number, baseline_text: text, baseline_period: text, baseline_end: optional };
const limits = { target_value: number, target_comparator: comparator, target_low: number, target_high: number };
const target = { ...limits, target_text: text, target_period: text, target_start: optional, target_end: optional };
const outcome = { method: text, status: ProgressStatus.nullable(), reason: OwnMethodReason.nullable() };
const result = { latest_value: number, latest_end: optional };
const band = { symbol: optional, scale: bandScales.schema.nullable(), low: number, high: number, margin: number };
const included = { low_included: z.boolean().nullable(), high_included: z.boolean().nullable() };
const definition = {
  unit: text,
  direction: preferredDirections.schema.nullable(),
  aggregation: aggregationKinds.schema.nullable(),
  state: indicatorStates.schema,
};

/** The rows of a release, or of the present data, that releases are compared by. */
const ReleasedTables = z.object({
  municipalities: z.array(z.object(area).transform((one) => ({ ...one, municipality: one.id }))),
  plans: z.array(z.object({ ...record, ...duration, state: PlanState })),
  nodes: z.array(z.object({ ...record, plan: text, parent: optional, summary: text })),
  zones: z.array(z.object({ ...record, description: text })),
  indicators: z.array(z.object({ ...record, ...definition, ...baseline, ...target, plan: text, node: optional })),
  observations: z.array(z.object({ ...figure, ...judged, indicator: text, role: text, zone: optional, unit: text })),
  /** Releases before a table was published do not have it: what is unknown is not compared. */
  targets: z
    .array(z.object({ ...figure, indicator: text, kind: text, comparator, low: number, high: number, set: optional }))
    .nullable(),
  ratings: z.array(z.object({ indicator: text, ...outcome, ...band, ...included, ...result })).nullable(),
  'rating-bands': z.array(z.object({ plan: text, ...band, ...included, period: text })).nullable(),
  statistics: z.array(z.object({ id: text, title: text, unit: text, definition: text, threshold_value: number })),
  'statistic-values': z.array(
    z.object({ ...figure, text: optional, statistic: text, municipality: text, unit: text, state: text }),
  ),
});
export type ReleasedTables = z.infer<typeof ReleasedTables>;
export type ReleasedIndicator = ReleasedTables['indicators'][number];
export type ReleasedObservation = ReleasedTables['observations'][number];
export type ReleasedTarget = NonNullable<ReleasedTables['targets']>[number];
export type ReleasedRating = NonNullable<ReleasedTables['ratings']>[number];
export type ReleasedBand = NonNullable<ReleasedTables['rating-bands']>[number];
export type ReleasedStatistic = ReleasedTables['statistics'][number];
export type ReleasedStatisticValue = ReleasedTables['statistic-values'][number];

/** Returns the key of the time of a value. Spaces and the width of letters make no other time. */
export const getReleasedTime = ({ start, end, period }: Pick<ReleasedObservation, 'start' | 'end' | 'period'>) =>
  getTimeKey({ start, end, text: foldValueText(period) });

const comparedTables = describedTables.filter(({ id }) => Object.hasOwn(ReleasedTables.shape, id));

/** Returns the error of a release whose archive `npm run release` has not made, though its checksum is right. */
export function createArchiveError({ version }: Pick<DataRelease, 'version'>, cause: unknown): DiagnosticsError {
  const file = releaseFiles.tables;
  const issue = createIssue('released-file-changed', { version, file });
  return new DiagnosticsError([createDiagnostic(locateFile(`${RELEASES_FOLDER}/${version}/${file}`), issue)], {
    cause,
  });
}

function unpackTables(release: Pick<DataRelease, 'version'>, bytes: Uint8Array): Readonly<Record<string, unknown>> {
  try {
    const archive = openArchive(bytes);
    const decode = (path: string): unknown =>
      JSON.parse(new TextDecoder().decode(archive.get(`${path}.json`)?.()) || 'null');
    return Object.fromEntries(comparedTables.map(({ id, path }) => [id, decode(path)]));
  } catch (cause) {
    throw createArchiveError(release, cause);
  }
}

/** Returns the rows of a release, from its archive. Throws a DiagnosticsError if its tables have another shape. */
export function readReleasedTables(release: Pick<DataRelease, 'readFile' | 'version'>): ReleasedTables {
  const { data, error } = ReleasedTables.safeParse(unpackTables(release, release.readFile(releaseFiles.tables)));
  if (error) throw createArchiveError(release, error);
  return data;
}

/** Returns the same rows of the present data. */
export const listPresentRows = memoizeBySite((siteData): ReleasedTables =>
  ReleasedTables.parse(Object.fromEntries(comparedTables.map((one) => [one.id, listRowObjects(siteData, one)]))),
);

/**
 * Returns the release that has the present data, or null: then nothing immutable can be cited yet. Another version of
 * this program can compute other values from the same source files. Tables with URLs are left out: hosts differ.
 */
export const findPresentRelease = memoizeBySite((siteData): DataRelease | null => {
  const [latest] = siteData.releases;
  if (latest?.data !== siteData.version) return null;
  const tables = publishedTables.filter(({ columns }) => columns.every(({ name }) => name !== 'url'));
  const sums = new Map(latest.tables.flatMap(({ files }) => files.map(({ name, sha256 }) => [name, sha256])));
  const isSame = (table: PublishedTable) =>
    sums.get(`${table.path}.json`) === computeSha256(serializeJson(siteData, table));
  return tables.every(isSame) ? latest : null;
});
