import type { Issue } from '../problems/problem.ts';

/** What came of reading a text: a value, perhaps with warnings, or the one flaw for which there is none. */
export type NotationReading<T> =
  | { readonly ok: true; readonly value: T; readonly warnings: readonly Issue[] }
  | { readonly ok: false; readonly issue: Issue };

/** A reading that gave a value. */
export function acceptNotation<T>(value: T, warnings: readonly Issue[] = []): NotationReading<T> {
  return { ok: true, value, warnings };
}

/** A reading that gave none. */
export function rejectNotation(issue: Issue): { readonly ok: false; readonly issue: Issue } {
  return { ok: false, issue };
}

/** The longest notation, in characters. What is longer is prose, and not worth the time that matching it may take. */
export const MAX_NOTATION_LENGTH = 200;
