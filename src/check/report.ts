import { problem, type Flaw, type Place, type Problem } from '../problems/problem.ts';
import { offering, type Titled } from './titles.ts';

/** Gathers problems while files are checked, so that all of them are told at once. */
export class Report {
  readonly problems: Problem[] = [];
  readonly #named = new Map<string, readonly Titled[]>();

  /** Notes a flaw at its place. */
  add(place: Place, found: Flaw): void {
    this.problems.push(problem(place, found));
  }

  /** Says what the ids of a column, by its heading, may stand for, so that a title typed in it can be told from a slip. */
  names(heading: string, things: readonly Titled[]): void {
    this.#named.set(heading, things);
  }

  /** Notes a flaw in a cell of a column, with the id of what is meant where its title was typed. */
  addCell(place: Place, heading: string, found: Flaw): void {
    this.add(place, offering(found, this.#named.get(heading) ?? []));
  }
}
