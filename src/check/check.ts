import { PlanFront } from '../model/plan.ts';
import { TextFront } from '../model/chapter.ts';
import { byPlace, flaw, hasErrors, type Problem } from '../problems/problem.ts';
import type { Folder } from '../read/folder.ts';
import type { Draft, PlanDraft, TextDraft } from './draft.ts';
import { filesByPath, type FilesByPath } from './files-by.ts';
import { changes } from './files/changes.ts';
import { departments } from './files/departments.ts';
import { glossary } from './files/glossary.ts';
import { indicators } from './files/indicators.ts';
import { municipalities } from './files/municipalities.ts';
import { observations } from './files/observations.ts';
import { rating } from './files/rating.ts';
import { relatedPlans } from './files/related-plans.ts';
import { sources } from './files/sources.ts';
import { targets } from './files/targets.ts';
import { themes } from './files/themes.ts';
import { topics } from './files/topics.ts';
import { tree } from './files/tree.ts';
import { words } from './files/words.ts';
import { zones } from './files/zones.ts';
import { readOutlines } from './outlines.ts';
import { Report } from './report.ts';
import { rules } from './rules/index.ts';
import { readSite } from './site.ts';
import { readTable, unreadTable, type Table } from './table.ts';
import { readText } from './texts.ts';
import type { Titled } from './titles.ts';

/** What came of checking a project. The draft is there only if nothing forbids using it. */
export interface Checked {
  readonly draft: Draft | null;
  readonly problems: readonly Problem[];
}

/** The names of the folders right below a path. */
function foldersIn(folder: Folder, path: string): string[] {
  const names = folder.files
    .filter((file) => file.startsWith(`${path}/`))
    .map((file) => file.slice(path.length + 1).split('/'))
    .flatMap(([name, ...rest]) => (name && rest.length > 0 ? [name] : []));
  return [...new Set(names)].sort();
}

/** Reads the texts among files of one folder. */
function readTexts(folder: Folder, report: Report, files: readonly string[] = []): TextDraft[] {
  return files.flatMap((file) => {
    const slug = /([^/]+)\.mdx$/.exec(file)?.[1];
    if (slug === undefined) return [];
    const text = readText(folder, file, TextFront, report);
    return text ? [{ ...text, slug, id: file.replace(/^content\//, '').replace(/\.mdx$/, '') }] : [];
  });
}

function readPlan(folder: Folder, files: FilesByPath, id: string, report: Report): PlanDraft | null {
  const content = `content/plans/${id}`;
  const data = `data/plans/${id}`;
  const besideIndex = files.get(content)?.filter((file) => file !== `${content}/index.mdx`);
  for (const file of [`${content}/index.mdx`, `${data}/tree.csv`])
    if (!folder.has(file))
      report.add(
        { file, line: 1, column: 1, field: '' },
        flaw('missing-file', { file, why: '計画には必ず要ります。' }),
      );
  const index = folder.has(`${content}/index.mdx`)
    ? readText(folder, `${content}/index.mdx`, PlanFront, report)
    : null;
  const measured = readTable(folder, `${data}/indicators.csv`, indicators, report);
  report.names('指標ID', titled(measured));
  const rows = {
    tree: folder.has(`${data}/tree.csv`)
      ? readTable(folder, `${data}/tree.csv`, tree, report)
      : unreadTable(`${data}/tree.csv`),
    indicators: measured,
    observations: readTable(folder, `${data}/observations.csv`, observations, report),
    targets: readTable(folder, `${data}/targets.csv`, targets, report),
    bands: readTable(folder, `${data}/rating.csv`, rating, report),
    relatedPlans: readTable(folder, `${data}/related-plans.csv`, relatedPlans, report),
    bodies: readTexts(folder, report, besideIndex),
    texts: readTexts(folder, report, files.get(`${content}/text`)),
  };
  return index && { id, index, ...rows };
}

const titled = ({ rows }: Table<Titled>) => rows.map(({ value: { id, title } }) => ({ id, title }));

/** Reads the lists whose ids other files mention, before those, so that their titles are known there. */
function readRegisters(folder: Folder, report: Report) {
  const read = {
    sources: readTable(folder, 'data/sources.csv', sources, report),
    municipalities: readTable(folder, 'data/municipalities.csv', municipalities, report),
    themes: readTable(folder, 'data/themes.csv', themes, report),
    departments: readTable(folder, 'data/departments.csv', departments, report),
  };
  report.names('出典ID', titled(read.sources));
  report.names('市区町村ID', titled(read.municipalities));
  report.names('テーマ', titled(read.themes));
  report.names('担当', titled(read.departments));
  return read;
}

/**
 * Reads and checks every source file of a project. All problems are found at once and come back sorted; where one of
 * them is an error, there is no draft.
 */
export function check(folder: Folder): Checked {
  const report = new Report();
  const files = filesByPath(folder);
  const site = readSite(folder, report);
  const planIds = new Set([...foldersIn(folder, 'content/plans'), ...foldersIn(folder, 'data/plans')]);
  const registers = readRegisters(folder, report);
  const plans = [...planIds].sort().map((id) => readPlan(folder, files, id, report));
  const rest = {
    ...registers,
    terms: readTable(folder, 'data/glossary.csv', glossary, report),
    changes: readTable(folder, 'data/changes.csv', changes, report),
    topics: readTable(folder, 'data/topics.csv', topics, report),
    words: readTable(folder, 'data/words.csv', words, report),
    zones: foldersIn(folder, 'data/municipalities').map((municipality) => ({
      municipality,
      zones: readTable(folder, `data/municipalities/${municipality}/zones.csv`, zones, report),
      outlines: readOutlines(folder, municipality, report),
    })),
    guides: readTexts(folder, report, files.get('content/guides')),
  };
  const sound = plans.filter((plan) => plan !== null);
  const known = { folder, planIds, ...rest, plans: sound };
  for (const rule of rules) rule(known, report);
  const problems = report.problems.sort(byPlace);
  return { draft: site && !hasErrors(problems) ? { site, ...rest, plans: sound } : null, problems };
}
