import type { SiteFolder } from '../read/folder.ts';
import type { ParsedSite } from './draft.ts';
import type { DiagnosticReport } from './report.ts';

/** What rules look at: the draft without the site's own settings, the files there are, and the ids of all plans. */
export interface ValidationContext extends Omit<ParsedSite, 'site'> {
  readonly folder: SiteFolder;
  readonly planIds: ReadonlySet<string>;
}

/** One rule: holds what was read against what must be true, and reports what is not. */
export type SiteCheck = (known: ValidationContext, report: DiagnosticReport) => void;
