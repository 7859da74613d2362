import { z } from 'zod';
import type { DiagnosticReport } from '../diagnostics/diagnostic-report.ts';
import { locateFile } from '../diagnostics/diagnostic.ts';
import { readJson } from '../input/json-reader.ts';
import type { SiteFolder } from '../input/site-folder.ts';
import { openArchive } from '../input/xlsx/zip-archive.ts';
import {
  type DataRelease,
  LATEST_RELEASE,
  ReleaseChange,
  releaseFiles,
  ReleaseManifest,
  RELEASES_FOLDER,
} from '../model/data-release.ts';
import { findForbiddenText, isFormulaForValue } from '../tables/cells/cell-issues.ts';
import { listFolders } from './group-files.ts';

const decodeBytes = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

/** Returns the value of a JSON file, or null if it does not have its shape. */
function readShape<T>(schema: z.ZodType<T>, bytes: Uint8Array): T | null {
  const read = readJson(decodeBytes(bytes));
  return read.ok ? (schema.safeParse(read.value).data ?? null) : null;
}

/** Returns the schema of what `npm run release` writes: changes of this release, whose texts were in cells. */
export const createChangesSchema = ({ version, date }: Pick<ReleaseManifest, 'version' | 'date'>) =>
  z
    .array(ReleaseChange)
    .refine((changes) =>
      changes.every(
        (change, index) =>
          change.release === version &&
          change.date === date &&
          change.id === `${version}-r${index + 1}` &&
          Object.values(change).every(
            (value) => typeof value !== 'string' || (findForbiddenText(value) === null && !isFormulaForValue(value)),
          ),
      ),
    );

type HashBytes = NonNullable<SiteFolder['hashBytes']>;

/** The files of the archive that the description of a release does not list. Early releases have only the texts. */
const UNLISTED: readonly string[] = ['README.txt', 'LICENSE.txt', 'csv-metadata.json', 'datapackage.json'];

/** Returns true for an archive that unpacks to the files of its description, besides notes and metadata. */
function hasListedFiles(bytes: Uint8Array, { tables }: ReleaseManifest, hashBytes: HashBytes): boolean {
  const sums = new Map(tables.flatMap(({ files }) => files.map(({ name, sha256 }) => [name, sha256])));
  try {
    const files = [...openArchive(bytes)].filter(([name]) => !UNLISTED.includes(name));
    return files.length === sums.size && files.every(([name, unpack]) => sums.get(name) === hashBytes(unpack()));
  } catch {
    return false;
  }
}

/** Returns the checksums in the format of `sha256sum -c`, by the name of their file. */
const readChecksums = (bytes: Uint8Array) =>
  new Map(
    [...decodeBytes(bytes).matchAll(/^([0-9a-f]{64}) {2}(\S+)$/gm)].map(([, sum = '', name = '']) => [name, sum]),
  );

/** Reads one release, and reports each file that is missing or not as it was released. */
function readRelease(folder: SiteFolder, version: string, hashBytes: HashBytes, report: DiagnosticReport) {
  const getPath = (name: string) => `${RELEASES_FOLDER}/${version}/${name}`;
  const readFile = (name: string) => folder.readBytes(getPath(name));
  const names = Object.values(releaseFiles);
  const missing = names.filter((name) => !folder.has(getPath(name)));
  for (const file of missing) report.add(locateFile(getPath(file)), 'released-file-missing', { version, file });
  if (missing.length > 0) return null;
  const checksums = readChecksums(readFile(releaseFiles.checksums));
  const files = names.map((name) => {
    const bytes = readFile(name);
    return { name, bytes: bytes.length, sha256: hashBytes(bytes) };
  });
  const manifest = readShape(ReleaseManifest, readFile(releaseFiles.manifest));
  const changes = manifest && readShape(createChangesSchema(manifest), readFile(releaseFiles.changes));
  const isChanged = (name: string, sha256: string) =>
    name === releaseFiles.checksums
      ? checksums.size !== names.length - 1
      : checksums.get(name) !== sha256 ||
        (name === releaseFiles.tables && manifest !== null && !hasListedFiles(readFile(name), manifest, hashBytes)) ||
        (name === releaseFiles.manifest && manifest === null) ||
        (name === releaseFiles.changes && changes === null);
  const changed = files.filter(({ name, sha256 }) => isChanged(name, sha256));
  for (const { name: file } of changed)
    report.add(locateFile(getPath(file)), 'released-file-changed', { version, file });
  const release = manifest && changes && changed.length === 0 ? { ...manifest, files, changes, readFile } : null;
  if (release === null || release.version === version) return release;
  report.add(locateFile(getPath(releaseFiles.manifest)), 'renamed-release-folder', { version, name: release.version });
  return null;
}

/** Reads the releases, the latest first. Reports files that are not as they were released, and forks of releases. */
export function readReleases(folder: SiteFolder, report: DiagnosticReport): DataRelease[] {
  const { hashBytes } = folder;
  if (!hashBytes) return [];
  const versions = listFolders(folder, RELEASES_FOLDER);
  const releases = versions.flatMap((version) => readRelease(folder, version, hashBytes, report) ?? []);
  const file = releaseFiles.checksums;
  const latestBytes = folder.has(LATEST_RELEASE) ? folder.readBytes(LATEST_RELEASE) : null;
  const sums = latestBytes ? [...readChecksums(latestBytes)] : [];
  if (latestBytes && decodeBytes(latestBytes).trim().split(/\r?\n/).length !== sums.length)
    report.add(locateFile(LATEST_RELEASE), 'released-file-changed', { version: versions.at(-1) ?? '', file });
  const witnesses = [
    ...sums.map(([path, sha256]) => ({ version: path.replace(`/${file}`, ''), sha256, latest: LATEST_RELEASE })),
    ...releases.flatMap(({ previous }) => (previous ? [{ ...previous, latest: '' }] : [])),
  ];
  for (const { version, sha256, latest } of witnesses) {
    const path = `${RELEASES_FOLDER}/${version}/${file}`;
    if (!versions.includes(version)) report.add(locateFile(path), 'released-file-missing', { version, file, latest });
    else if (folder.has(path) && hashBytes(folder.readBytes(path)) !== sha256)
      report.add(locateFile(path), 'released-file-changed', { version, file });
  }
  releases.sort((a, b) => (a.date > b.date ? -1 : 1));
  const { version = '' } = releases[0] ?? {};
  if (releases.length === versions.length && version !== '' && !witnesses.some((one) => one.version === version))
    report.add(locateFile(LATEST_RELEASE), 'unlisted-release', { version });
  for (const [at, { version, previous }] of releases.entries()) {
    const before = releases.length === versions.length ? releases[at + 1]?.version : undefined;
    const path = `${RELEASES_FOLDER}/${version}/${releaseFiles.manifest}`;
    if (before !== undefined && previous?.version !== before)
      report.add(locateFile(path), 'forked-release', { version, before, latest: LATEST_RELEASE });
  }
  return releases;
}

/**
 * Returns the latest day of changes and releases; null if there is none. The data of a release differ from those before
 * it, even if no row of changes.csv says so.
 */
export const findLatestDay = (...dated: readonly (readonly { readonly date: string }[])[]): string | null =>
  dated
    .flat()
    .map(({ date }) => date)
    .sort()
    .at(-1) ?? null;
