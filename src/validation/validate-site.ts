import { DiagnosticReport } from '../diagnostics/diagnostic-report.ts';
import { compareLocations, hasErrors, locateFile } from '../diagnostics/diagnostic.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { SiteFolder } from '../input/site-folder.ts';
import { TextFrontMatter } from '../model/chapter.ts';
import { MAX_FILES } from '../model/input-limits.ts';
import { PlanFrontMatter } from '../model/plan.ts';
import { municipalityTables, planTables, siteTables, type SourceTables } from '../tables/source-tables.ts';
import { getTableFile } from '../tables/table-schema.ts';
import { siteChecks } from './checks/site-checks.ts';
import { groupFilesByFolder, listFolders, type FilesByFolder } from './group-files.ts';
import { readMdxDocument } from './mdx-document.ts';
import { readTableFile, createUnreadableTable } from './parse-table.ts';
import { registerTitles, parseTables } from './parsed-site.ts';
import type { ParsedMunicipality, ParsedPlan, ParsedSite, ParsedTables, ParsedText } from './parsed-site.ts';
import { readOutlines } from './read-outlines.ts';
import { findLatestDay, readReleases } from './read-releases.ts';
import { readSiteConfig } from './read-site-config.ts';

/** Keeps the parsed content of groups of files, so that only changed groups are parsed again. */
class ParsedGroups<T> {
  readonly #groups = new Map<string, { readonly state: string; readonly parsed: T }>();

  /** Returns a parsed group of files. It is parsed again if a file changed, or if it had issues. */
  take(id: string, files: readonly string[], folder: SiteFolder, report: DiagnosticReport, parse: () => T): T {
    // Read before the group is parsed, so that a change meanwhile is noticed the next time.
    const state = files.map((file) => `${file} ${folder.getFileState?.(file) ?? ''}`).join('\n');
    const known = this.#groups.get(id);
    if (known?.state === state) return known.parsed;
    this.#groups.delete(id);
    const issues = report.diagnostics.length;
    const parsed = parse();
    if (folder.getFileState && report.diagnostics.length === issues) this.#groups.set(id, { state, parsed });
    return parsed;
  }
}

/** What was read of the files of a site, for a process that validates it again and again. */
export interface SiteMemory {
  readonly plans: ParsedGroups<ParsedPlan | null>;
  readonly municipalities: ParsedGroups<ParsedMunicipality>;
  /** The bytes of files with unified line ends, and the state of each file before it was read. */
  readonly bytes: Map<string, { readonly state: string; readonly bytes: Uint8Array }>;
}

/** Returns a memory of no files. */
export const createSiteMemory = (): SiteMemory => ({
  plans: new ParsedGroups(),
  municipalities: new ParsedGroups(),
  bytes: new Map(),
});

export interface SiteValidation {
  /** Null if a diagnostic is an error. */
  readonly parsedSite: ParsedSite | null;
  readonly diagnostics: readonly Diagnostic[];
}

const readTextFiles = (folder: SiteFolder, report: DiagnosticReport, files: readonly string[] = []): ParsedText[] =>
  files.flatMap((file) => {
    const slug = /([^/]+)\.mdx$/.exec(file)?.[1];
    if (slug === undefined) return [];
    const text = readMdxDocument(folder, file, TextFrontMatter, report);
    return text ? [{ ...text, slug, id: file.replace(/^content\//, '').replace(/\.mdx$/, '') }] : [];
  });

/** Reads each of these tables; the titles of their rows help to explain wrong ids in tables that are read later. */
const readTables = <T extends SourceTables>(
  tables: T,
  folder: SiteFolder,
  report: DiagnosticReport,
  id?: string,
): ParsedTables<T> =>
  parseTables(tables, (table, name) => {
    const file = getTableFile(table, id);
    if (table.required && !folder.has(file)) return createUnreadableTable(file);
    const parsed = readTableFile(folder, table, id, report);
    registerTitles(report, name, { table, parsed });
    return parsed;
  });

function readPlan(
  folder: SiteFolder,
  files: FilesByFolder,
  id: string,
  folders: readonly ParsedMunicipality[],
  report: DiagnosticReport,
): ParsedPlan | null {
  const content = `content/plans/${id}`;
  const indexFile = `${content}/index.mdx`;
  const index = folder.has(indexFile) ? readMdxDocument(folder, indexFile, PlanFrontMatter, report) : null;
  // The zones of two municipalities may have the same name.
  const zones = folders.find(({ municipality }) => municipality === index?.front.municipality)?.zones;
  registerTitles(report, 'zones', { table: municipalityTables.zones, parsed: zones ?? createUnreadableTable('') });
  const besideIndex = files.get(content)?.filter((file) => file !== indexFile);
  const parsed = {
    ...readTables(planTables, folder, report, id),
    bodies: readTextFiles(folder, report, besideIndex),
    texts: readTextFiles(folder, report, files.get(`${content}/text`)),
  };
  return index && { id, index, ...parsed };
}

const readMunicipality = (folder: SiteFolder, municipality: string, report: DiagnosticReport): ParsedMunicipality => ({
  municipality,
  ...readTables(municipalityTables, folder, report, municipality),
  outlines: readOutlines(folder, municipality, 'zones', report),
  outline: readOutlines(folder, municipality, 'outline', report),
});

/**
 * Reads and validates every source file of a site. It finds all issues at once and sorts them by location.
 * @param day the day of a release that is about to be made
 */
export function validateSite(
  folder: SiteFolder,
  memory: SiteMemory = createSiteMemory(),
  day?: string,
): SiteValidation {
  const report = new DiagnosticReport();
  if (folder.files.length > MAX_FILES) {
    report.add(locateFile(folder.files[MAX_FILES] ?? ''), 'over-limit', {
      what: 'ファイルの数',
      limit: `${MAX_FILES / 10_000}万`,
      advice: 'data/ と content/ から、サイトに要らないファイルを出してください。',
    });
    return { parsedSite: null, diagnostics: report.diagnostics };
  }
  const files = groupFilesByFolder(folder);
  const planIds = new Set([...listFolders(folder, 'content/plans'), ...listFolders(folder, 'data/plans')].sort());
  const tables = readTables(siteTables, folder, report);
  const releases = readReleases(folder, report);
  const changes = tables.changes.rows.map(({ fields }) => fields);
  const today = findLatestDay(changes, releases, day === undefined ? [] : [{ date: day }]) ?? '';
  const guides = readTextFiles(folder, report, files.get('content/guides'));
  const site = readSiteConfig(folder, report, { ...tables, guides, today });
  const listFiles = (paths: readonly string[]) => paths.flatMap((path) => files.get(path) ?? []);
  const folders = listFolders(folder, 'data/municipalities').map((id) => {
    const own = listFiles([`data/municipalities/${id}`]);
    return memory.municipalities.take(id, own, folder, report, () => readMunicipality(folder, id, report));
  });
  const plans = [...planIds].flatMap((id) => {
    const own = listFiles([`content/plans/${id}`, `content/plans/${id}/text`, `data/plans/${id}`]);
    return memory.plans.take(id, own, folder, report, () => readPlan(folder, files, id, folders, report)) ?? [];
  });
  const contents = { ...tables, plans, folders, guides, releases, today };
  for (const check of siteChecks) check({ folder, planIds, ...contents }, report);
  const diagnostics = report.diagnostics.sort(compareLocations);
  return { parsedSite: site && !hasErrors(diagnostics) ? { site, ...contents } : null, diagnostics };
}
