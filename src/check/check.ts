import { PlanFront } from '../model/plan.ts';
import { TextFront } from '../model/chapter.ts';
import { byPlace, flaw, hasErrors, type Problem } from '../problems/problem.ts';
import type { Folder } from '../read/folder.ts';
import type { Draft, PlanDraft, TextDraft } from './draft.ts';
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
import { zones } from './files/zones.ts';
import { readOutlines } from './outlines.ts';
import { Report } from './report.ts';
import { rules } from './rules/index.ts';
import { readSite } from './site.ts';
import { readTable, unreadTable } from './table.ts';
import { readText } from './texts.ts';

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

function readTexts(folder: Folder, pattern: RegExp, report: Report): TextDraft[] {
  return folder.files.flatMap((file) => {
    const slug = pattern.exec(file)?.[1];
    if (slug === undefined) return [];
    const text = readText(folder, file, TextFront, report);
    return text ? [{ ...text, slug, id: file.replace(/^content\//, '').replace(/\.mdx$/, '') }] : [];
  });
}

function readPlan(folder: Folder, id: string, report: Report): PlanDraft | null {
  const content = `content/plans/${id}`;
  const data = `data/plans/${id}`;
  for (const file of [`${content}/index.mdx`, `${data}/tree.csv`])
    if (!folder.has(file))
      report.add(
        { file, line: 1, column: 1, field: '' },
        flaw('missing-file', { file, why: '計画には必ず要ります。' }),
      );
  const index = folder.has(`${content}/index.mdx`)
    ? readText(folder, `${content}/index.mdx`, PlanFront, report)
    : null;
  const rows = {
    tree: folder.has(`${data}/tree.csv`)
      ? readTable(folder, `${data}/tree.csv`, tree, report)
      : unreadTable(`${data}/tree.csv`),
    indicators: readTable(folder, `${data}/indicators.csv`, indicators, report),
    observations: readTable(folder, `${data}/observations.csv`, observations, report),
    targets: readTable(folder, `${data}/targets.csv`, targets, report),
    bands: readTable(folder, `${data}/rating.csv`, rating, report),
    relatedPlans: readTable(folder, `${data}/related-plans.csv`, relatedPlans, report),
    bodies: readTexts(
      folder,
      new RegExp(`^${RegExp.escape(content)}/(?!index\\.mdx$)([^/]+)\\.mdx$`),
      report,
    ),
    texts: readTexts(folder, new RegExp(`^${RegExp.escape(content)}/text/([^/]+)\\.mdx$`), report),
  };
  return index && { id, index, ...rows };
}

/**
 * Reads and checks every source file of a project. All problems are found at once and come back sorted; where one of
 * them is an error, there is no draft.
 */
export function check(folder: Folder): Checked {
  const report = new Report();
  const site = readSite(folder, report);
  const planIds = new Set([...foldersIn(folder, 'content/plans'), ...foldersIn(folder, 'data/plans')]);
  const plans = [...planIds].sort().map((id) => readPlan(folder, id, report));
  const rest = {
    municipalities: readTable(folder, 'data/municipalities.csv', municipalities, report),
    themes: readTable(folder, 'data/themes.csv', themes, report),
    terms: readTable(folder, 'data/glossary.csv', glossary, report),
    departments: readTable(folder, 'data/departments.csv', departments, report),
    sources: readTable(folder, 'data/sources.csv', sources, report),
    changes: readTable(folder, 'data/changes.csv', changes, report),
    topics: readTable(folder, 'data/topics.csv', topics, report),
    zones: foldersIn(folder, 'data/municipalities').map((municipality) => ({
      municipality,
      zones: readTable(folder, `data/municipalities/${municipality}/zones.csv`, zones, report),
      outlines: readOutlines(folder, municipality, report),
    })),
    guides: readTexts(folder, /^content\/guides\/([^/]+)\.mdx$/, report),
  };
  const sound = plans.filter((plan) => plan !== null);
  const known = { folder, planIds, ...rest, plans: sound };
  for (const rule of rules) rule(known, report);
  const problems = report.problems.sort(byPlace);
  return { draft: site && !hasErrors(problems) ? { site, ...rest, plans: sound } : null, problems };
}
