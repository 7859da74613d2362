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

/** The existing records that new records can refer to or conflict with. */
export interface ExistingRecords {
  readonly folder: SiteFolder;
  readonly municipalities: ReadonlySet<string>;
  readonly sources: ReadonlySet<string>;
  /** In the order of their rows. */
  readonly themes: readonly string[];
  /** Returns true if any file of a plan exists. */
  readonly hasPlan: (id: string) => boolean;
  /** Returns the 出典ID of the plan; empty if its introduction can't be read. */
  readonly findPlanSource: (plan: string) => string;
  readonly listCodes: (plan: string) => ReadonlySet<string>;
  readonly listIndicators: (plan: string) => ReadonlySet<string>;
}

/** Reads the existing records. It ignores issues; unreadable records count as missing. */
export function readExistingRecords(folder: SiteFolder): ExistingRecords {
  const report = new DiagnosticReport();
  return {
    folder,
    municipalities: readTableFile(folder, municipalitiesTable, report).keys,
    sources: readTableFile(folder, sourcesTable, report).keys,
    themes: [...readTableFile(folder, themesTable, report).keys],
    hasPlan: (id) =>
      folder.files.some((file) => file.startsWith(`content/plans/${id}/`) || file.startsWith(`data/plans/${id}/`)),
    findPlanSource: (plan) => {
      const file = `content/plans/${plan}/index.mdx`;
      return folder.has(file) ? (readMdxDocument(folder, file, PlanFrontMatter, report)?.front.source ?? '') : '';
    },
    listCodes: (plan) => readTableFile(folder, treeTable, report, plan).keys,
    listIndicators: (plan) => readTableFile(folder, indicatorsTable, report, plan).keys,
  };
}
