import { suggestChoice } from '../diagnostics/suggest-choice.ts';
import type { SiteFolder } from '../input/site-folder.ts';
import { PlanFrontMatter } from '../model/plan.ts';
import { indicatorsTable } from '../tables/indicators.ts';
import { municipalitiesTable } from '../tables/municipalities.ts';
import { sourcesTable } from '../tables/sources.ts';
import { themesTable } from '../tables/themes.ts';
import { findPlanEntryFiles } from '../validation/group-files.ts';
import { readMdxDocument } from '../validation/mdx-document.ts';
import { readTableFile } from '../validation/parse-table.ts';

/** Reads the records that new ones can refer to or conflict with. It ignores issues; unreadable records are missing. */
export function readExistingRecords(folder: SiteFolder) {
  const municipalities = readTableFile(folder, municipalitiesTable);
  return {
    municipalities: municipalities.keys,
    /** The ids of municipalities by 団体コード. */
    municipalitiesByCode: new Map(municipalities.rows.map(({ fields: { code, id } }) => [code, id])),
    municipalityTitles: new Map(municipalities.rows.map(({ fields: { id, title } }) => [id, title])),
    sources: readTableFile(folder, sourcesTable).keys,
    /** In the order of their rows. */
    themes: [...readTableFile(folder, themesTable).keys],
    /** The ids of plans that have any file. */
    plans: new Set(findPlanEntryFiles(folder).keys()),
    /** Returns the 出典ID, the 市区町村ID and the levels of the plan; empty if its introduction can't be read. */
    findPlanIds: (plan: string) => {
      const file = `content/plans/${plan}/index.mdx`;
      const document = folder.has(file) ? readMdxDocument(folder, file, PlanFrontMatter) : null;
      const { source = '', municipality = '', levels = [] } = document?.front ?? {};
      return { source, municipality, levels };
    },
    listIndicators: (plan: string) => readTableFile(folder, indicatorsTable, plan).keys,
  };
}

export type ExistingRecords = Readonly<ReturnType<typeof readExistingRecords>>;

/** Returns a question with the id that is probably meant, or else other advice. */
export function adviseId(id: string, ids: Iterable<string>, otherwise: string): string {
  const near = suggestChoice(id, ids);
  return near ? `「${near}」ではありませんか。` : otherwise;
}
