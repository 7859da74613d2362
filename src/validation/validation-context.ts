import type { DiagnosticReport } from '../diagnostics/diagnostic-report.ts';
import type { SiteFolder } from '../input/site-folder.ts';
import { listMunicipalityFiles, listPlanFiles, listSiteFiles, type ParsedSite } from './parsed-site.ts';

/** The data that checks look at: the parsed site without its settings, the list of files, and the ids of all plans. */
export interface ValidationContext extends Omit<ParsedSite, 'site'> {
  readonly folder: SiteFolder;
  readonly planIds: ReadonlySet<string>;
}

/** A check compares the parsed files with one rule and reports each violation. */
export type SiteCheck = (context: ValidationContext, report: DiagnosticReport) => void;

/** The ids of a site, or of one table. */
export interface IdRegister {
  readonly keys: ReadonlySet<string>;
  /** True if a table could not be read: then ids are missing. */
  readonly lacksKeys: boolean;
}

/** Returns the ids of everything that a row of changes.csv may be about. */
export function collectIds(context: ValidationContext): IdRegister {
  const tables = [
    ...listSiteFiles(context).map((file) => ({ ...file, prefix: '' })),
    ...context.plans.flatMap((plan) => listPlanFiles(plan).map((file) => ({ ...file, prefix: `${plan.id}/` }))),
    ...context.folders.flatMap((folder) =>
      listMunicipalityFiles(folder).map((file) => ({ ...file, prefix: `${folder.municipality}/` })),
    ),
  ].filter(({ table }) => table.ids !== undefined);
  const ids = tables.flatMap(({ prefix, parsed }) => [...parsed.keys].map((key) => prefix + key));
  return { keys: new Set([...context.planIds, ...ids]), lacksKeys: tables.some(({ parsed }) => parsed.lacksKeys) };
}
