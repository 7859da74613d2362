import type { ExactMatch } from './exact.ts';
import type { IndexHeader } from './start.ts';

/**
 * Documents, best first: where the words stand (all of the title, its beginning, in it, in the text), then by kind,
 * what is meant to be done before what only mentions it, then in the index's order.
 */
export function rankMatches({ kindIndexes }: IndexHeader, matches: readonly ExactMatch[]): number[] {
  return [...matches]
    .sort(
      (a, b) =>
        b.score - a.score ||
        (kindIndexes[a.document] ?? 0) - (kindIndexes[b.document] ?? 0) ||
        a.document - b.document,
    )
    .map(({ document }) => document);
}
