import type { SiteFolder } from '../input/site-folder.ts';
import type { DiagnosticReport } from '../diagnostics/diagnostic-report.ts';
import type { ParsedMunicipality, ParsedPlan } from './parsed-site.ts';

/** Keeps what groups of files were parsed to, so that only changed groups are parsed again. */
class ParsedGroups<T> {
  readonly #groups = new Map<string, { readonly state: string; readonly parsed: T }>();

  /**
   * Returns what a group of files was parsed to, or parses it if one of them changed. A group with an issue is parsed each
   * time, because its messages can depend on other files.
   */
  take(id: string, files: readonly string[], folder: SiteFolder, report: DiagnosticReport, parse: () => T): T {
    // Read before the group is parsed, so that a change meanwhile is noticed the next time.
    const state = files.map((file) => `${file} ${folder.getFileState?.(file) ?? ''}`).join('\n');
    const known = this.#groups.get(id);
    if (known?.state === state) return known.parsed;
    this.#groups.delete(id);
    const issues = report.diagnostics.length;
    const parsed = parse();
    if (folder.getFileState && report.diagnostics.length === issues) this.#groups.set(id, { state, parsed });
    return parsed;
  }
}

/** What was read of the files of a site, for a process that validates it again and again. */
export interface SiteMemory {
  readonly plans: ParsedGroups<ParsedPlan | null>;
  readonly municipalities: ParsedGroups<ParsedMunicipality>;
  /** The bytes of files with unified line ends, and the state of each file before it was read. */
  readonly bytes: Map<string, { readonly state: string; readonly bytes: Uint8Array }>;
}

/** Returns a memory of no files. */
export const createSiteMemory = (): SiteMemory => ({
  plans: new ParsedGroups(),
  municipalities: new ParsedGroups(),
  bytes: new Map(),
});
