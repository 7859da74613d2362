import { expect } from 'vitest';
import { readPeriod } from '../../../src/notation/period.ts';
import { readQuantity } from '../../../src/notation/quantity.ts';
import type { NotationReading } from '../../../src/notation/normalize.ts';
import { readTarget, type ParsedTarget } from '../../../src/notation/target.ts';
import { isSameUnit } from '../../../src/notation/number-and-unit.ts';
import type { ExpectedReading, NotationCase } from './published-notations.ts';

type Said = Record<keyof ExpectedReading, string | number | null>;

const NOTHING: Said = {
  value: null,
  unit: '',
  low: null,
  high: null,
  comparator: null,
  start: null,
  end: null,
  words: null,
  missing: null,
};

function saidBy<T extends Partial<Pick<ParsedTarget, 'period'>>>(reading: NotationReading<T>) {
  if (!reading.ok) return { reading, said: NOTHING };
  const { period, ...rest } = reading.value;
  const known = Object.fromEntries(Object.entries(rest).filter(([key]) => key in NOTHING));
  return { reading, said: { ...NOTHING, ...known, start: period?.start ?? null, end: period?.end ?? null } };
}

/** Everything that the reader of a kind of cell says of a text, in the keys of the tables. */
export function readNotation(
  kind: NotationCase[0],
  text: string,
): { reading: NotationReading<unknown>; said: Said } {
  if (kind === 'value') return saidBy(readQuantity(text));
  if (kind === 'target') return saidBy(readTarget(text));
  const reading = readPeriod(text);
  const { start, end } = reading.ok ? reading.value : NOTHING;
  return { reading, said: { ...NOTHING, start, end } };
}

const KEYS = ['value', 'low', 'high', 'comparator', 'start', 'end', 'words', 'missing'] as const;

/** Holds a row of a table against what is read of its text. */
export function expectNotation([kind, text, expected, left]: NotationCase): void {
  const { reading, said } = readNotation(kind, text);
  if (!reading.ok) expect.fail(`${text}: ${reading.issue.code}`);
  for (const key of KEYS) {
    const open = left?.open.includes(key);
    expect(said[key], key).toBe(open ? null : (expected[key] ?? null));
  }
  const unit = left?.open.includes('unit') ? '' : (expected.unit ?? '');
  expect(isSameUnit(String(said.unit), unit), `${String(said.unit)} for ${unit}`).toBe(true);
  if (left) expect(reading.warnings.map(({ code }) => code)).toContain(left.warning);
}

/** One day, or the first and the last. */
function days({ start, end }: Said): string {
  if (start === null) return '';
  return start === end ? `${start}` : `${start} to ${end}`;
}

/** The number, words or mark of a reading, in few words. */
function content({ value, low, high, unit, comparator, words, missing }: Said, text: string): string {
  if (missing !== null) return `missing: ${missing} ${unit}`.trim();
  if (comparator !== 'within' && value === null)
    return words === null ? 'text only' : `${comparator ?? ''} 「${words === text ? '〃' : words}」`.trim();
  const number = comparator === 'within' ? `${low} to ${high}` : `${comparator ?? ''} ${value}`;
  return `${number} ${unit}`.trim() + (words === null ? '' : `, 「${words}」`);
}

/** True for a value that a reading calls approximate. */
function isAbout(reading: NotationReading<unknown>): boolean {
  if (!reading.ok || typeof reading.value !== 'object' || reading.value === null) return false;
  return 'approximate' in reading.value && reading.value.approximate === true;
}

/**
 * What a reader says of a text, as `docs/notation.md` puts it: `>= 80 %, 2025-04-01 to 2026-03-31`, then the codes of
 * warnings, each in brackets.
 */
export function describeReading(kind: NotationCase[0], text: string): string {
  const { reading, said } = readNotation(kind, text);
  if (!reading.ok) return `refused: ${reading.issue.code}`;
  const about: Said = isAbout(reading) ? { ...said, comparator: 'about' } : said;
  const parts = kind === 'period' ? [days(said) || 'no days'] : [content(about, text), days(said)];
  const codes = [...new Set(reading.warnings.map(({ code }) => code))].map((code) => ` (${code})`);
  return parts.filter((part) => part !== '').join(', ') + codes.join('');
}
