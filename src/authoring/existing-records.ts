import { indicatorsTable } from '../tables/indicators.ts';
import { municipalitiesTable } from '../tables/municipalities.ts';
import { sourcesTable } from '../tables/sources.ts';
import { themesTable } from '../tables/themes.ts';
import { treeTable } from '../tables/tree.ts';
import { DiagnosticReport } from '../diagnostics/diagnostic-report.ts';
import { readTableFile } from '../validation/parse-table.ts';
import { readMdxDocument } from '../validation/mdx-document.ts';
import { PlanFrontMatter } from '../model/plan.ts';
import type { SiteFolder } from '../input/site-folder.ts';

/** What is there already, as far as one who adds to it has to know. */
export interface ExistingRecords {
  readonly folder: SiteFolder;
  readonly municipalities: ReadonlySet<string>;
  readonly sources: ReadonlySet<string>;
  /** In the order of their rows. */
  readonly themes: readonly string[];
  /** Whether anything of a plan is there. */
  readonly hasPlan: (id: string) => boolean;
  /** The 出典ID of the plan itself; empty where its introduction can't be read. */
  readonly findPlanSource: (plan: string) => string;
  readonly listCodes: (plan: string) => ReadonlySet<string>;
  readonly listIndicators: (plan: string) => ReadonlySet<string>;
}

/** Reads what is there. Problems are not its matter: what it can't read counts as not there. */
export function readExistingRecords(folder: SiteFolder): ExistingRecords {
  const report = new DiagnosticReport();
  return {
    folder,
    municipalities: readTableFile(folder, municipalitiesTable, report).keys,
    sources: readTableFile(folder, sourcesTable, report).keys,
    themes: [...readTableFile(folder, themesTable, report).keys],
    hasPlan: (id) =>
      folder.files.some(
        (file) => file.startsWith(`content/plans/${id}/`) || file.startsWith(`data/plans/${id}/`),
      ),
    findPlanSource: (plan) => {
      const file = `content/plans/${plan}/index.mdx`;
      return folder.has(file)
        ? (readMdxDocument(folder, file, PlanFrontMatter, report)?.front.source ?? '')
        : '';
    },
    listCodes: (plan) => readTableFile(folder, treeTable, report, plan).keys,
    listIndicators: (plan) => readTableFile(folder, indicatorsTable, report, plan).keys,
  };
}
