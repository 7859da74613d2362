import { createDiagnostic, type Issue, type Location, type Diagnostic } from '../problems/problem.ts';
import { suggestId, type TitledRecord } from './titles.ts';

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
