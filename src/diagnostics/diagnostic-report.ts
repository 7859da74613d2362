import { MAX_REPORTED } from '../model/input-limits.ts';
import { foldCase } from '../model/japanese-text.ts';
import { messageCatalogue, type MessageCode, type MessageValues } from './catalogue/message-catalogue.ts';
import { extendIssue, createDiagnostic, createIssue, createLimitIssue, locateFile } from './diagnostic.ts';
import type { Diagnostic, Issue, IssueValues, Location } from './diagnostic.ts';

/** A record that other rows refer to by its id. */
export type TitledRecord = Readonly<{ id: string; title: string }>;

/** A shorter part occurs in too many titles. */
const MIN_TITLE_PART = 2;

/** Returns the record with a title, or else the only record whose title contains it; null if none or several match. */
export function findByTitle(title: string, records: readonly TitledRecord[]): TitledRecord | null {
  const wanted = foldCase(title);
  const same = records.filter((record) => foldCase(record.title) === wanted);
  const containing = records.filter(
    (record) => [...wanted].length >= MIN_TITLE_PART && foldCase(record.title).includes(wanted),
  );
  const [match, ...others] = same.length > 0 ? same : containing;
  return match && others.length === 0 ? match : null;
}

type ReferredTable = Readonly<{ table: string; records: readonly TitledRecord[] }>;

/** Adds to the issue of an invalid id its table, and the id of the record whose title is there instead. */
function suggestId(issue: Issue, referred: ReferredTable | undefined): Issue {
  if (issue.code !== 'bad-slug' || issue.values.near || !referred) return issue;
  const { table, records } = referred;
  const match = findByTitle(String(issue.values.value ?? ''), records);
  return extendIssue(issue, match ? { near: match.id, title: match.title } : { table });
}

/** What shows messages: the page /check/ advises nothing that needs a terminal. */
export type MessageView = 'terminal' | 'browser';

/** Collects diagnostics while files are checked, so that all of them are shown at once. */
export class DiagnosticReport {
  readonly diagnostics: Diagnostic[] = [];
  readonly #tablesByHeading = new Map<string, ReferredTable>();
  /** The cells in which a spreadsheet shows an error: that they have no value is no other mistake. */
  readonly #lostCells = new Set<string>();
  /** How many errors and how many warnings a file has: beyond the maximum, only that there are more is reported. */
  readonly #counts = new Map<string, number>();
  readonly #values: MessageValues;

  constructor(shownIn: MessageView = 'terminal') {
    this.#values = shownIn === 'browser' ? { inBrowser: 1 } : {};
  }

  /** Adds the issue of a code, with the values that its message quotes. */
  add<C extends MessageCode>(location: Location, code: C, ...values: IssueValues<C>): void {
    this.addIssue(location, createIssue(code, ...values));
  }

  addIssue(location: Location, issue: Issue): void {
    const { file, line, column } = location;
    const { level } = messageCatalogue[issue.code];
    const kind = level + file;
    const count = (this.#counts.get(kind) ?? 0) + 1;
    if (count > MAX_REPORTED + 1) return;
    const cell = `${file} ${line} ${column}`;
    if (this.#lostCells.has(cell)) return;
    if (issue.code === 'error-cell') this.#lostCells.add(cell);
    this.#counts.set(kind, count);
    const values = { ...this.#values, ...issue.values };
    // Too many warnings are no error.
    const added: Diagnostic =
      count > MAX_REPORTED
        ? { ...createDiagnostic(locateFile(file), createLimitIssue(level)), level }
        : createDiagnostic(location, { code: issue.code, values });
    this.diagnostics.push(added);
  }

  /** Registers the table to whose ids a column refers, so that a title instead of an id is recognised. */
  registerTitles(heading: string, table: string, records: readonly TitledRecord[]): void {
    this.#tablesByHeading.set(heading, { table, records });
  }

  /** Adds an issue in a cell of a column, with the id of the record whose title is in the cell. */
  addCell(location: Location, heading: string, issue: Issue): void {
    this.addIssue(location, suggestId(issue, this.#tablesByHeading.get(heading)));
  }
}
