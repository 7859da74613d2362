import type { Folder } from '../read/folder.ts';
import type { Draft } from './draft.ts';
import type { Report } from './report.ts';

/** What rules look at: the draft without the site's own settings, the files there are, and the ids of all plans. */
export interface Known extends Omit<Draft, 'site'> {
  readonly folder: Folder;
  readonly planIds: ReadonlySet<string>;
}

/** One rule: holds what was read against what must be true, and reports what is not. */
export type Rule = (known: Known, report: Report) => void;
