import { expect } from 'vitest';
import type { MessageCode } from '../../../src/diagnostics/catalogue/message-catalogue.ts';
import type { TargetComparator } from '../../../src/model/quantity-schema.ts';
import type { NotationResult } from '../../../src/notation/normalize.ts';
import { isSameUnit } from '../../../src/notation/number-and-unit.ts';
import { readPeriod } from '../../../src/notation/period.ts';
import { readQuantity } from '../../../src/notation/quantity.ts';
import { readTarget, type ParsedTarget } from '../../../src/notation/target.ts';
import type { MissingReason } from '../../../src/notation/value-expressions.ts';

/** The meaning of a notation for a careful reader. Days are those of the period in it. */
interface ExpectedReading {
  readonly value?: number;
  readonly unit?: string;
  readonly low?: number;
  readonly high?: number;
  readonly comparator?: TargetComparator;
  readonly start?: string;
  readonly end?: string;
  readonly words?: string;
  readonly missing?: MissingReason;
}

/** What remains open because the notation alone is not clear, and the warning about it. */
export interface OpenReading {
  readonly open: readonly (keyof ExpectedReading)[];
  readonly warning: MessageCode;
}

export type NotationCase = readonly [
  kind: 'value' | 'target' | 'period',
  text: string,
  expected: ExpectedReading,
  left?: OpenReading,
];

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

function saidBy<T extends Partial<Pick<ParsedTarget, 'period'>>>(reading: NotationResult<T>) {
  if (!reading.ok) return { reading, result: NOTHING };
  const { period, ...rest } = reading.value;
  const parts = Object.fromEntries(Object.entries(rest).filter(([key]) => key in NOTHING));
  return {
    reading,
    result: { ...NOTHING, ...parts, start: period?.start ?? null, end: period?.end ?? null },
  };
}

/** Returns the result of reading a text as a kind of cell, with the keys of the tables. */
export function readNotation(kind: NotationCase[0], text: string): { reading: NotationResult<unknown>; result: Said } {
  if (kind === 'value') return saidBy(readQuantity(text));
  if (kind === 'target') return saidBy(readTarget(text));
  const reading = readPeriod(text);
  const { start, end } = reading.ok ? reading.value : NOTHING;
  return { reading, result: { ...NOTHING, start, end } };
}

const KEYS = ['value', 'low', 'high', 'comparator', 'start', 'end', 'words', 'missing'] as const;

/** Compares a row of a table with the result of reading its text. */
export function expectNotation([kind, text, expected, left]: NotationCase): void {
  const { reading, result } = readNotation(kind, text);
  if (!reading.ok) expect.fail(`${text}: ${reading.issue.code}`);
  for (const key of KEYS) {
    const open = left?.open.includes(key);
    expect(result[key], key).toBe(open ? null : (expected[key] ?? null));
  }
  const unit = left?.open.includes('unit') ? '' : (expected.unit ?? '');
  expect(isSameUnit(String(result.unit), unit), `${String(result.unit)} for ${unit}`).toBe(true);
  if (left) expect(reading.warnings.map(({ code }) => code)).toContain(left.warning);
}

/** Formats one day, or the first and the last. */
function days({ start, end }: Said): string {
  if (start === null) return '';
  return start === end ? `${start}` : `${start} to ${end}`;
}

/** Formats the number, words or mark of a result. */
function content({ value, low, high, unit, comparator, words, missing }: Said, text: string): string {
  if (missing !== null) return `missing: ${missing} ${unit}`.trim();
  if (comparator !== 'within' && value === null)
    return words === null ? 'text only' : `${comparator ?? ''} 「${words === text ? '〃' : words}」`.trim();
  const number = comparator === 'within' ? `${low} to ${high}` : `${comparator ?? ''} ${value}`;
  return `${number} ${unit}`.trim() + (words === null ? '' : `, 「${words}」`);
}

/** True for an approximate value. */
function isAbout(reading: NotationResult<unknown>): boolean {
  if (!reading.ok || typeof reading.value !== 'object' || reading.value === null) return false;
  return 'approximate' in reading.value && reading.value.approximate === true;
}

/**
 * Formats the result of reading a text as in `docs/notation.md`: `>= 80 %, 2025-04-01 to 2026-03-31`, then the codes of
 * warnings, each in brackets.
 */
export function describeReading(kind: NotationCase[0], text: string): string {
  const { reading, result } = readNotation(kind, text);
  if (!reading.ok) return `refused: ${reading.issue.code}`;
  const about: Said = isAbout(reading) ? { ...result, comparator: 'about' } : result;
  const parts = kind === 'period' ? [days(result) || 'no days'] : [content(about, text), days(result)];
  const codes = [...new Set(reading.warnings.map(({ code }) => code))].map((code) => ` (${code})`);
  return parts.filter((part) => part !== '').join(', ') + codes.join('');
}
