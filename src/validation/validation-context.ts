import type { SiteFolder } from '../input/site-folder.ts';
import type { ParsedSite } from './parsed-site.ts';
import type { DiagnosticReport } from '../diagnostics/diagnostic-report.ts';

/** What rules look at: the draft without the site's own settings, the files there are, and the ids of all plans. */
export interface ValidationContext extends Omit<ParsedSite, 'site'> {
  readonly folder: SiteFolder;
  readonly planIds: ReadonlySet<string>;
}

/** One rule: holds what was read against what must be true, and reports what is not. */
export type SiteCheck = (known: ValidationContext, report: DiagnosticReport) => void;

interface Everything {
  readonly keys: ReadonlySet<string>;
  /** True where a list could not be read, so that ids are missing. */
  readonly unread: boolean;
}

/** Ids of everything that a change may be about. */
export function collectIds(known: ValidationContext): Everything {
  const ids = new Set([...known.municipalities.keys, ...known.planIds]);
  for (const table of [known.themes, known.terms, known.departments, known.sources])
    for (const id of table.keys) ids.add(id);
  for (const { id, tree, indicators } of known.plans) {
    for (const code of tree.keys) ids.add(`${id}/${code}`);
    for (const slug of indicators.keys) ids.add(`${id}/${slug}`);
  }
  for (const { municipality, zones } of known.zones)
    for (const slug of zones.keys) ids.add(`${municipality}/${slug}`);
  const tables = [
    ...[known.municipalities, known.themes, known.terms, known.departments, known.sources],
    ...known.plans.flatMap(({ tree, indicators }) => [tree, indicators]),
    ...known.zones.map(({ zones }) => zones),
  ];
  return { keys: ids, unread: tables.some(({ unread }) => unread) };
}
