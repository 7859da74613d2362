import { expect } from 'vitest';
import { readPeriod } from '../../../src/notation/period.ts';
import { readQuantity } from '../../../src/notation/quantity.ts';
import type { Reading } from '../../../src/notation/reading.ts';
import { readTarget, type ReadTarget } from '../../../src/notation/target.ts';
import { sameUnit } from '../../../src/notation/unit.ts';
import type { Expected, Real } from './real.ts';

type Said = Record<keyof Expected, string | number | null>;

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

function saidBy<T extends Partial<Pick<ReadTarget, 'period'>>>(reading: Reading<T>) {
  if (!reading.ok) return { reading, said: NOTHING };
  const { period, ...rest } = reading.value;
  const known = Object.fromEntries(Object.entries(rest).filter(([key]) => key in NOTHING));
  return { reading, said: { ...NOTHING, ...known, start: period?.start ?? null, end: period?.end ?? null } };
}

/** Everything that the reader of a kind of cell says of a text, in the keys of the tables. */
export function saidOf(kind: Real[0], text: string): { reading: Reading<unknown>; said: Said } {
  if (kind === 'value') return saidBy(readQuantity(text));
  if (kind === 'target') return saidBy(readTarget(text));
  const reading = readPeriod(text);
  const { start, end } = reading.ok ? reading.value : NOTHING;
  return { reading, said: { ...NOTHING, start, end } };
}

const KEYS = ['value', 'low', 'high', 'comparator', 'start', 'end', 'words', 'missing'] as const;

/** Holds a row of a table against what is read of its text. */
export function expectSaid([kind, text, expected, left]: Real): void {
  const { reading, said } = saidOf(kind, text);
  if (!reading.ok) expect.fail(`${text}: ${reading.flaw.code}`);
  for (const key of KEYS) {
    const open = left?.open.includes(key);
    expect(said[key], key).toBe(open ? null : (expected[key] ?? null));
  }
  const unit = left?.open.includes('unit') ? '' : (expected.unit ?? '');
  expect(sameUnit(String(said.unit), unit), `${String(said.unit)} for ${unit}`).toBe(true);
  if (left) expect(reading.warnings.map(({ code }) => code)).toContain(left.warning);
}
