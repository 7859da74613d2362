import type { Issue } from '../problems/problem.ts';
import type { ParsedQuantity } from './quantity.ts';
import { acceptNotation, type NotationReading } from './reading.ts';

/** A bare number, or one with a unit that can't be taken for anything else. */
const PLAIN =
  /^(\d{1,3}(?:,\d{3}){1,2}|\d{1,9})(\.\d{1,6})?(%|人|件|回|円|千円|世帯|団体|か所|箇所|冊|校|台|社|名)?$/;

/** One list for all, because there may be a million of them. */
const NONE: readonly Issue[] = [];

/**
 * Reads what most values are, and at once; null for whatever needs a closer look. What it reads, `readQuantity` reads
 * the same way: it is there for files with a million rows.
 * @example readPlainQuantity('5,587人') // → value 5587, unit 人
 */
export function readPlainQuantity(text: string): NotationReading<ParsedQuantity> | null {
  const found = PLAIN.exec(text);
  if (!found) return null;
  const [, whole = '', behind = '', unit = ''] = found;
  const value = Number(whole.replaceAll(',', '') + behind);
  return acceptNotation({ text, value, unit, period: null, missing: null, approximate: false }, NONE);
}
