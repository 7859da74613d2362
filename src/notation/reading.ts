import type { Flaw } from '../problems/problem.ts';

/** What came of reading a text: a value, perhaps with warnings, or the one flaw for which there is none. */
export type Reading<T> =
  | { readonly ok: true; readonly value: T; readonly warnings: readonly Flaw[] }
  | { readonly ok: false; readonly flaw: Flaw };

/** A reading that gave a value. */
export function read<T>(value: T, warnings: readonly Flaw[] = []): Reading<T> {
  return { ok: true, value, warnings };
}

/** A reading that gave none. */
export function unread(flaw: Flaw): { readonly ok: false; readonly flaw: Flaw } {
  return { ok: false, flaw };
}

/** The longest notation, in characters. What is longer is prose, and not worth the time that matching it may take. */
export const LONGEST = 200;
