import type { Match } from './exact.ts';
import type { Start } from './start.ts';

/**
 * Documents, best first: where the words stand (all of the title, its beginning, in it, in the text), then by kind,
 * what is meant to be done before what only mentions it, then in the index's order.
 */
export function ranked({ kindOf }: Start, matches: readonly Match[]): number[] {
  return [...matches]
    .sort(
      (a, b) =>
        b.score - a.score || (kindOf[a.document] ?? 0) - (kindOf[b.document] ?? 0) || a.document - b.document,
    )
    .map(({ document }) => document);
}
