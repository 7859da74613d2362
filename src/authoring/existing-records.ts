import { indicatorsTable } from '../tables/indicators.ts';
import { municipalitiesTable } from '../tables/municipalities.ts';
import { sourcesTable } from '../tables/sources.ts';
import { themesTable } from '../tables/themes.ts';
import { DiagnosticReport } from '../diagnostics/diagnostic-report.ts';
import { readTableFile } from '../validation/parse-table.ts';
import { readMdxDocument } from '../validation/mdx-document.ts';
import { PlanFrontMatter } from '../model/plan.ts';
import type { SiteFolder } from '../input/site-folder.ts';

/**
 * Reads the existing records that new records can refer to or conflict with. It ignores issues; unreadable records count
 * as missing.
 */
export function readExistingRecords(folder: SiteFolder) {
  const report = new DiagnosticReport();
  return {
    folder,
    municipalities: readTableFile(folder, municipalitiesTable, report).keys,
    sources: readTableFile(folder, sourcesTable, report).keys,
    /** In the order of their rows. */
    themes: [...readTableFile(folder, themesTable, report).keys],
    /** Returns true if any file of a plan exists. */
    hasPlan: (id: string) =>
      folder.files.some((file) => file.startsWith(`content/plans/${id}/`) || file.startsWith(`data/plans/${id}/`)),
    /** Returns the 出典ID of the plan; empty if its introduction can't be read. */
    findPlanSource: (plan: string) => {
      const file = `content/plans/${plan}/index.mdx`;
      return folder.has(file) ? (readMdxDocument(folder, file, PlanFrontMatter, report)?.front.source ?? '') : '';
    },
    listIndicators: (plan: string) => readTableFile(folder, indicatorsTable, report, plan).keys,
  };
}

/** The existing records. */
export type ExistingRecords = Readonly<ReturnType<typeof readExistingRecords>>;
