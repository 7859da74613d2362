import { createHash } from 'node:crypto';
import { DiagnosticsError } from '../diagnostics/diagnostic.ts';
import type { ProductCache } from '../input/product-cache.ts';
import { openSiteFolder, type SiteFolder } from '../input/site-folder.ts';
import { RELEASES_FOLDER } from '../model/data-release.ts';
import { findLatestDay } from '../validation/read-releases.ts';
import { type SiteMemory, validateSite } from '../validation/validate-site.ts';
import { buildRecords } from './build-records.ts';
import { buildLookups, type SiteRecords, type SiteData, type SitePart } from './site-data.ts';
import { createSiteUrls } from './urls.ts';

function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const inner of Object.values(value)) deepFreeze(inner);
  return value;
}

/** The folder of a site's files, and values that override its `site.config.json`. */
export interface SiteOptions {
  readonly root: string;
  readonly base?: string | undefined;
  readonly site?: string | undefined;
  readonly part?: SitePart | undefined;
  readonly cache?: ProductCache | undefined;
  /** What earlier calls parsed. */
  readonly memory?: SiteMemory | undefined;
  /** The day of a release that is about to be made. */
  readonly day?: string | undefined;
}

/** Returns bytes with LF for CRLF: git writes either when it checks out a text. */
export const unifyLineEnds = (bytes: Uint8Array): Buffer =>
  Buffer.from(Buffer.from(bytes).toString('latin1').replaceAll('\r\n', '\n'), 'latin1');

/** Returns true for a file that is part of the data: neither documentation (.md) nor a release. */
const isData = (file: string) => !file.endsWith('.md') && !file.startsWith(`${RELEASES_FOLDER}/`);

/** Returns twelve hexadecimal digits of a SHA-256 over all files of a folder with data. Line ends do not change it. */
function computeVersion(folder: SiteFolder, memory?: SiteMemory['bytes']): string {
  const hash = createHash('sha256');
  for (const file of folder.files.filter(isData)) {
    const state = memory && folder.getFileState?.(file);
    const known = memory?.get(file);
    const bytes = known && known.state === state ? known.bytes : unifyLineEnds(folder.readBytes(file));
    if (state !== undefined) memory?.set(file, { state, bytes });
    hash.update(`${file}\0${bytes.length}\0`);
    hash.update(bytes);
  }
  return hash.digest('hex').slice(0, 12);
}

/** Combines records, lookups and facts about the whole site into deeply frozen site data. */
export function assembleSiteData(
  records: SiteRecords,
  facts: Omit<SiteData, 'updated' | keyof SiteRecords | keyof ReturnType<typeof buildLookups>>,
): SiteData {
  const updated = findLatestDay(records.changes, records.releases);
  return Object.freeze({ ...deepFreeze(facts), updated, ...deepFreeze(records), ...buildLookups(records) });
}

/** Reads and validates the files of a site. Throws a DiagnosticsError with all diagnostics if one is an error. */
export function openSiteData({ root, base, site: origin, part, cache, memory, day }: SiteOptions): SiteData {
  const folder = openSiteFolder(root);
  const { parsedSite, diagnostics } = validateSite(folder, memory, day);
  if (!parsedSite) throw new DiagnosticsError(diagnostics);
  const site = { ...parsedSite.site, base: base ?? parsedSite.site.base, site: origin ?? parsedSite.site.site };
  const urls = createSiteUrls(site.base, site.site);
  const records = buildRecords(parsedSite, urls);
  const version = computeVersion(folder, memory?.bytes);
  return assembleSiteData(records, { site, urls, version, warnings: diagnostics, part, cache });
}
