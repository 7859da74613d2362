import { problem, type Flaw, type Place, type Problem } from '../problems/problem.ts';

/** Gathers problems while files are checked, so that all of them are told at once. */
export class Report {
  readonly problems: Problem[] = [];

  /** Notes a flaw at its place. */
  add(place: Place, found: Flaw): void {
    this.problems.push(problem(place, found));
  }
}
