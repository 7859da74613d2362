import { memoizeByObject, memoizeByValue } from '../model/collections.ts';
import { type DataRelease, type ReleaseChange, releaseFiles, type ReleaseManifest } from '../model/data-release.ts';
import { foldText } from '../model/japanese-text.ts';
import type { ReleaseChangeKind } from '../model/value-lists.ts';
import { ERA_PATTERN } from '../notation/calendar.ts';
import { addPrintedUnit } from '../notation/printed-unit.ts';
import { readTarget } from '../notation/target.ts';
import { foldValueText } from '../progress/target-change.ts';
import { getReasonItem, getReasonSubject } from '../site-data/release-queries.ts';
import type { SiteData } from '../site-data/site-data.ts';
import { type Change, PLAN_REPLACEMENT_ITEM } from '../tables/changes.ts';
import { createChangesSchema } from '../validation/read-releases.ts';
import { CODE_LISTS_LINE, createArchive } from './data-archive.ts';
import { type ChangeDraft, draftChange, type NamedRecord } from './figure-changes.ts';
import { createPackageFiles } from './metadata/metadata-files.ts';
import { formatChecksums, getDigest, type PublishedFile } from './published-file.ts';
import { compareReleases } from './release-changes.ts';
import { createArchiveError, listPresentRows, readReleasedTables } from './released-tables.ts';
import { serializeCsv, serializeJson } from './table-formats.ts';
import { describedTables } from './tables/published-code-lists.ts';

/** The kinds of changes whose reason a release must say. */
const EXPLAINED_KINDS: readonly ReleaseChangeKind[] = [
  'target-lowered',
  'interim-target-lowered',
  'interim-target-removed',
  'rating-changed',
  'rating-bands-changed',
  'result-corrected',
  'result-removed',
  'statistic-corrected',
  'statistic-removed',
  'threshold-changed',
];

/** A record that no release names. */
const UNNAMED: NamedRecord = { id: '-', title: '-', municipality: '-' };

/** Returns the pattern of a number with zeros at the end of its decimals, which the text, % or the unit ends. */
const createZeroPattern = memoizeByValue((unit: string): RegExp => {
  const ends = ['$', '%', ...(unit === '' ? [] : [RegExp.escape(foldValueText(unit))])].join('|');
  const number = `(?<![\\d.%]|${ERA_PATTERN})(?!(?:19|20)\\d\\d\\.|\\d+\\.\\d{3}(?!\\d))\\d+`;
  return new RegExp(`(${number})(?:\\.0+|(\\.\\d*[1-9])0+)(?![\\d.])(?=${ends})`, 'g');
});

/**
 * Returns a printed value without differences of spelling and without zeros at the end of decimals: Excel saves 74.5% of
 * a CSV file as 74.50%, and 4.0 as 4. It keeps months (R7.10, 2026.10) and 1.000, which may be a thousand.
 */
const foldDecimals = (text: string, unit: string): string =>
  foldValueText(text).replace(createZeroPattern(unit), '$1$2');

/** True for a target given up (80% → －, 非公表, 廃止), or whose numbers stay while its time or comparator changes. */
function isGivenUpOrMoved({ before, after, beforeValue, afterValue }: ChangeDraft): boolean {
  const [old, now] = [readTarget(before), readTarget(after)];
  if (old.ok && old.value.missing !== null) return false;
  if (now.ok && now.value.missing !== null) return true;
  // If the target was in words, 廃止 may be what the plan aims at.
  if (beforeValue !== null && afterValue === null && /廃止|削除|取り?やめ/.test(after)) return true;
  if (beforeValue !== null || !old.ok || !now.ok) return beforeValue !== null && afterValue === beforeValue;
  const { low, high } = old.value;
  return low !== null && low === now.value.low && high === now.value.high;
}

/** Returns the rows of changes.csv about a change: about its record, with its values, since the release before it. */
export function findReasonRows(
  siteData: Pick<SiteData, 'changes' | 'statistics'>,
  change: ChangeDraft,
  previous: Pick<DataRelease, 'date'> | undefined,
): Change[] {
  const { kind, before, after, unit } = change;
  const isQuoted = (text: string, quoted: string) =>
    [text, addPrintedUnit(text, unit, 'target')].some((one) => foldDecimals(one, unit) === foldDecimals(quoted, unit));
  const subject = getReasonSubject(siteData, change);
  return siteData.changes.filter(
    (row) =>
      row.subjects.includes(subject) &&
      (kind === 'replaced'
        ? row.item === PLAN_REPLACEMENT_ITEM
        : isQuoted(row.before, before) && isQuoted(row.after, after)) &&
      (previous === undefined || row.date >= previous.date),
  );
}

/**
 * Returns the changes since the last release with their reasons, those that lack a reason (with a new row that has other
 * values: a spreadsheet may make 50% of 50.4%), those that lack any row for it, and the new ids that removed records
 * probably have. The reason for a removed record also counts for all values that leave with it, and that for another
 * scale for the ratings that only the scale changes.
 * @throws DiagnosticsError for a last release whose texts were not in cells
 */
export function draftReleaseChanges(siteData: SiteData, version: string, date: string) {
  const [[previous], municipalities] = [siteData.releases, siteData.municipalities];
  if (!previous) return { changes: [], unexplained: [], unasked: [], newIds: new Map<string, string | undefined>() };
  const drafts = compareReleases(readReleasedTables(previous), listPresentRows(siteData), siteData.changes);
  const removals = new Map(drafts.filter(({ kind }) => kind === 'removed').map((draft) => [draft.record, draft]));
  const scales = new Map(drafts.filter(({ kind }) => kind === 'rating-bands-changed').map((one) => [one.record, one]));
  const isRemeasured = ({ kind }: ChangeDraft) => kind === 'baseline-changed' || kind === 'redefined';
  const remeasured = new Set(drafts.filter(isRemeasured).map(({ record }) => record));
  const findScale = ({ kind, plan, record }: ChangeDraft) =>
    kind === 'rating-changed' && !remeasured.has(record) ? scales.get(plan ?? '') : undefined;
  const getReasonedDraft = (one: ChangeDraft) =>
    removals.get(one.record) ?? removals.get(one.zone ?? '') ?? findScale(one) ?? one;
  // Two cities, zones or years can have the same values: the row that asks about one of them is not that of another.
  const items = new Set(drafts.map((one) => getReasonItem(siteData, one)));
  const listRows = memoizeByObject((one: ChangeDraft) => {
    const own = getReasonItem(siteData, one);
    return findReasonRows(siteData, one, previous).filter(({ item }) => item === own || !items.has(item));
  });
  const reasonedChanges = drafts.map((draft, index) => {
    const { reason = '', sources = [] } =
      [...new Set([draft, getReasonedDraft(draft)])].flatMap(listRows).find((row) => row.reason !== '') ?? {};
    return { ...draft, id: `${version}-r${index + 1}`, release: version, date, reason, sources };
  });
  // The keys of the file are in the order of the schema.
  const schema = createChangesSchema({ version, date });
  const { data: changes, error } = schema.safeParse(reasonedChanges);
  if (!changes) {
    // An error in what is not of the last release is a fault of the program.
    schema.parse(
      reasonedChanges.map((one) => {
        const { kind, after, afterValue } = one;
        return { ...one, ...draftChange(kind, UNNAMED, { after, afterValue }) };
      }),
    );
    throw createArchiveError(previous, error);
  }
  // A record that left while another of the same name was added probably has another id now.
  const getNameKey = ({ title, municipality, plan }: ChangeDraft) => `${municipality} ${plan} ${foldText(title)}`;
  const added = new Map(drafts.filter(({ kind }) => kind === 'added').map((one) => [getNameKey(one), one.record]));
  const newIds = new Map([...removals].map(([id, draft]) => [id, added.get(getNameKey(draft))]));
  const getFormer = (one: ChangeDraft) => ({ ...one, title: one.before });
  const formerNames = new Set(drafts.map((one) => getNameKey(getFormer(one))));
  const isExplained = (one: ChangeDraft) =>
    EXPLAINED_KINDS.includes(one.kind) ||
    Boolean(newIds.get(one.record)) ||
    // Another record had or has the name: the ids are probably shifted, and old URLs show something else.
    (one.kind === 'renamed' && (formerNames.has(getNameKey(one)) || added.has(getNameKey(getFormer(one))))) ||
    (one.kind.endsWith('target-changed') && !removals.has(one.record) && isGivenUpOrMoved(one)) ||
    // The results of a plan leave with it. No row can name a municipality that left, too.
    (one.kind === 'removed' && !one.record.includes('/') && municipalities.some(({ id }) => id === one.municipality));
  const reasoned = new Set<unknown>(drafts.filter(isExplained).map(getReasonedDraft));
  const unexplained = changes.filter(({ reason }, index) => reason === '' && reasoned.has(drafts[index]));
  const answered = new Set(drafts.flatMap(listRows));
  const strays = siteData.changes.filter((row) => row.date > previous.date && !answered.has(row));
  const asked = unexplained.map((one) => {
    const [subject, item] = [getReasonSubject(siteData, one), getReasonItem(siteData, one)];
    return { ...one, stray: strays.find((row) => row.item === item && row.subjects.includes(subject)) };
  });
  const unasked = asked.filter((one) => !one.stray && listRows(one).length === 0);
  return { changes, unexplained: asked, unasked, newIds };
}

/** Returns the files of a new release: its tables and code lists as CSV and JSON, its changes, and their checksums. */
export function createReleaseFiles(
  siteData: SiteData,
  version: string,
  date: string,
  changes: readonly ReleaseChange[],
): PublishedFile[] {
  const { site, version: data, releases, urls } = siteData;
  const tables = describedTables.map((table) => ({
    table,
    files: [
      { path: `${table.path}.csv`, body: serializeCsv(siteData, table) },
      { path: `${table.path}.json`, body: serializeJson(siteData, table) },
    ],
  }));
  const tableFiles = tables.flatMap(({ files }) => files);
  const page = urls.absolute(urls.release(version));
  const archive = createArchive(siteData, [...tableFiles, ...createPackageFiles(siteData, tableFiles, page)], {
    path: releaseFiles.tables,
    page,
    contents: [
      `${site.name} 保存版 ${version}（${date}、データの版 ${data}）`,
      '',
      '*.csv、*.json：表。どちらの形式にも同じ行と値が入っています。',
      CODE_LISTS_LINE,
      'csv-metadata.json（CSV on the Web）、datapackage.json（Data Package）：すべての CSV の列と、表どうしのつながりの説明。',
      'LICENSE.txt：利用条件。',
      '',
    ],
  });
  const [last] = releases;
  const checksums = last?.files.find(({ name }) => name === releaseFiles.checksums);
  const manifest: ReleaseManifest = {
    version,
    date,
    data,
    site: site.name,
    licence: site.licence.id,
    fictional: site.fictional,
    previous: last && checksums ? { version: last.version, sha256: checksums.sha256 } : null,
    tables: tables.map(({ table, files }) => ({
      name: table.path,
      title: table.title,
      rows: table.rows(siteData).length,
      files: files.map((file) => ({ name: file.path, ...getDigest(file) })),
    })),
  };
  const print = (value: unknown) => `${JSON.stringify(value, null, 1)}\n`;
  const files: PublishedFile[] = [
    archive,
    { path: releaseFiles.changes, body: print(changes) },
    { path: releaseFiles.manifest, body: print(manifest) },
  ];
  return [...files, { path: releaseFiles.checksums, body: formatChecksums(files) }];
}

/** Returns the files of all releases, byte for byte, with their paths below `/data/`. */
export const listReleaseFiles = ({ releases }: SiteData): PublishedFile[] =>
  releases.flatMap(({ version, files, readFile }) =>
    files.map(({ name }) => ({ path: `versions/${version}/${name}`, body: readFile(name) })),
  );
