import { PlanFrontMatter } from '../model/plan.ts';
import { TextFrontMatter } from '../model/chapter.ts';
import { compareLocations, createIssue, hasErrors, type Diagnostic } from '../diagnostics/diagnostic.ts';
import type { SiteFolder } from '../input/site-folder.ts';
import type { ParsedSite, ParsedPlan, ParsedText } from './parsed-site.ts';
import { groupFilesByFolder, type FilesByFolder } from './group-files.ts';
import { changesSchema } from '../tables/changes.ts';
import { departmentsSchema } from '../tables/departments.ts';
import { glossarySchema } from '../tables/glossary.ts';
import { indicatorsSchema } from '../tables/indicators.ts';
import { municipalitiesSchema } from '../tables/municipalities.ts';
import { observationsSchema } from '../tables/observations.ts';
import { ratingBandsSchema } from '../tables/rating-bands.ts';
import { relatedPlansSchema } from '../tables/related-plans.ts';
import { sourcesSchema } from '../tables/sources.ts';
import { targetsSchema } from '../tables/targets.ts';
import { themesSchema } from '../tables/themes.ts';
import { topicsSchema } from '../tables/topics.ts';
import { treeSchema } from '../tables/tree.ts';
import { wordsSchema } from '../tables/words.ts';
import { zonesSchema } from '../tables/zones.ts';
import { readZoneOutlines } from './read-zone-outlines.ts';
import { DiagnosticReport, type TitledRecord } from '../diagnostics/diagnostic-report.ts';
import { siteChecks } from './checks/site-checks.ts';
import { readSiteConfig } from './read-site-config.ts';
import { readTableFile, createUnreadableTable, type ParsedTable } from './parse-table.ts';
import { readMdxDocument } from './mdx-document.ts';

/** What came of checking a project. The draft is there only if nothing forbids using it. */
export interface SiteValidation {
  readonly parsedSite: ParsedSite | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** The names of the folders right below a path. */
function foldersIn(folder: SiteFolder, path: string): string[] {
  const names = folder.files
    .filter((file) => file.startsWith(`${path}/`))
    .map((file) => file.slice(path.length + 1).split('/'))
    .flatMap(([name, ...rest]) => (name && rest.length > 0 ? [name] : []));
  return [...new Set(names)].sort();
}

/** Reads the texts among files of one folder. */
function readTexts(
  folder: SiteFolder,
  report: DiagnosticReport,
  files: readonly string[] = [],
): ParsedText[] {
  return files.flatMap((file) => {
    const slug = /([^/]+)\.mdx$/.exec(file)?.[1];
    if (slug === undefined) return [];
    const text = readMdxDocument(folder, file, TextFrontMatter, report);
    return text ? [{ ...text, slug, id: file.replace(/^content\//, '').replace(/\.mdx$/, '') }] : [];
  });
}

function readPlan(
  folder: SiteFolder,
  files: FilesByFolder,
  id: string,
  report: DiagnosticReport,
): ParsedPlan | null {
  const content = `content/plans/${id}`;
  const data = `data/plans/${id}`;
  const besideIndex = files.get(content)?.filter((file) => file !== `${content}/index.mdx`);
  for (const file of [`${content}/index.mdx`, `${data}/tree.csv`])
    if (!folder.has(file))
      report.add(
        { file, line: 1, column: 1, field: '' },
        createIssue('missing-file', { file, why: '計画には必ず要ります。' }),
      );
  const index = folder.has(`${content}/index.mdx`)
    ? readMdxDocument(folder, `${content}/index.mdx`, PlanFrontMatter, report)
    : null;
  const measured = readTableFile(folder, `${data}/indicators.csv`, indicatorsSchema, report);
  report.registerTitles('指標ID', titled(measured));
  const rows = {
    tree: folder.has(`${data}/tree.csv`)
      ? readTableFile(folder, `${data}/tree.csv`, treeSchema, report)
      : createUnreadableTable(`${data}/tree.csv`),
    indicators: measured,
    observations: readTableFile(folder, `${data}/observations.csv`, observationsSchema, report),
    targets: readTableFile(folder, `${data}/targets.csv`, targetsSchema, report),
    bands: readTableFile(folder, `${data}/rating.csv`, ratingBandsSchema, report),
    relatedPlans: readTableFile(folder, `${data}/related-plans.csv`, relatedPlansSchema, report),
    bodies: readTexts(folder, report, besideIndex),
    texts: readTexts(folder, report, files.get(`${content}/text`)),
  };
  return index && { id, index, ...rows };
}

const titled = ({ rows }: ParsedTable<TitledRecord>) =>
  rows.map(({ fields: { id, title } }) => ({ id, title }));

/** Reads the lists whose ids other files mention, before those, so that their titles are known there. */
function readRegisters(folder: SiteFolder, report: DiagnosticReport) {
  const read = {
    sources: readTableFile(folder, 'data/sources.csv', sourcesSchema, report),
    municipalities: readTableFile(folder, 'data/municipalities.csv', municipalitiesSchema, report),
    themes: readTableFile(folder, 'data/themes.csv', themesSchema, report),
    departments: readTableFile(folder, 'data/departments.csv', departmentsSchema, report),
  };
  report.registerTitles('出典ID', titled(read.sources));
  report.registerTitles('市区町村ID', titled(read.municipalities));
  report.registerTitles('テーマ', titled(read.themes));
  report.registerTitles('担当', titled(read.departments));
  return read;
}

/**
 * Reads and checks every source file of a project. All problems are found at once and come back sorted; where one of
 * them is an error, there is no draft.
 */
export function validateSite(folder: SiteFolder): SiteValidation {
  const report = new DiagnosticReport();
  const files = groupFilesByFolder(folder);
  const site = readSiteConfig(folder, report);
  const planIds = new Set([...foldersIn(folder, 'content/plans'), ...foldersIn(folder, 'data/plans')]);
  const registers = readRegisters(folder, report);
  const plans = [...planIds].sort().map((id) => readPlan(folder, files, id, report));
  const rest = {
    ...registers,
    terms: readTableFile(folder, 'data/glossary.csv', glossarySchema, report),
    changes: readTableFile(folder, 'data/changes.csv', changesSchema, report),
    topics: readTableFile(folder, 'data/topics.csv', topicsSchema, report),
    words: readTableFile(folder, 'data/words.csv', wordsSchema, report),
    zones: foldersIn(folder, 'data/municipalities').map((municipality) => ({
      municipality,
      zones: readTableFile(folder, `data/municipalities/${municipality}/zones.csv`, zonesSchema, report),
      outlines: readZoneOutlines(folder, municipality, report),
    })),
    guides: readTexts(folder, report, files.get('content/guides')),
  };
  const sound = plans.filter((plan) => plan !== null);
  const known = { folder, planIds, ...rest, plans: sound };
  for (const rule of siteChecks) rule(known, report);
  const problems = report.diagnostics.sort(compareLocations);
  return {
    parsedSite: site && !hasErrors(problems) ? { site, ...rest, plans: sound } : null,
    diagnostics: problems,
  };
}
