import { createDiagnostic, createIssue, type Diagnostic, type Issue, type Location } from './diagnostic.ts';

/** A thing that other rows name by its id. */
export interface TitledRecord {
  readonly id: string;
  readonly title: string;
}

/** Shorter pieces of a title may mean anything. */
const SHORTEST = 2;

const folded = (text: string) => text.normalize('NFKC').replace(/\s/g, '').toLowerCase();

/** The one thing that has a title, or else the one whose title holds it; null where there are several, or none. */
export function findByTitle(title: string, things: readonly TitledRecord[]): TitledRecord | null {
  const wanted = folded(title);
  const same = things.filter((one) => folded(one.title) === wanted);
  const holding = things.filter(
    (one) => [...wanted].length >= SHORTEST && folded(one.title).includes(wanted),
  );
  const [found, ...others] = same.length > 0 ? same : holding;
  return found && others.length === 0 ? found : null;
}

/** The same flaw, and with it the id of what a person named by its title, where one is meant. */
export function suggestId(found: Issue, things: readonly TitledRecord[]): Issue {
  if (found.code !== 'bad-slug' || found.values.near) return found;
  const meant = findByTitle(String(found.values.value ?? ''), things);
  return meant ? createIssue(found.code, { ...found.values, near: meant.id, title: meant.title }) : found;
}

/** Gathers problems while files are checked, so that all of them are told at once. */
export class DiagnosticReport {
  readonly diagnostics: Diagnostic[] = [];
  readonly #named = new Map<string, readonly TitledRecord[]>();

  /** Notes a flaw at its place. */
  add(place: Location, found: Issue): void {
    this.diagnostics.push(createDiagnostic(place, found));
  }

  /** Says what the ids of a column, by its heading, may stand for, so that a title typed in it can be told from a slip. */
  registerTitles(heading: string, things: readonly TitledRecord[]): void {
    this.#named.set(heading, things);
  }

  /** Notes a flaw in a cell of a column, with the id of what is meant where its title was typed. */
  addCell(place: Location, heading: string, found: Issue): void {
    this.add(place, suggestId(found, this.#named.get(heading) ?? []));
  }
}
