import { describe, expect, test } from 'vitest';
import { readPeriod } from '../../../src/notation/period.ts';
import { readQuantity } from '../../../src/notation/quantity.ts';
import type { Reading } from '../../../src/notation/reading.ts';
import { readTarget, type ReadTarget } from '../../../src/notation/target.ts';
import { sameUnit } from '../../../src/notation/unit.ts';
import { real, type Expected, type Real } from './real.ts';

type Said = Record<keyof Expected, string | number | null>;

/** Everything that the three readers can say, in the keys of the table. */
function said([kind, text]: Real): { reading: Reading<unknown>; said: Said } {
  const nothing: Said = {
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
  const of = <T extends Partial<Pick<ReadTarget, 'period'>>>(reading: Reading<T>) => {
    if (!reading.ok) return { reading, said: nothing };
    const { period, ...rest } = reading.value;
    const known = Object.fromEntries(Object.entries(rest).filter(([key]) => key in nothing));
    return {
      reading,
      said: { ...nothing, ...known, start: period?.start ?? null, end: period?.end ?? null },
    };
  };
  if (kind === 'value') return of(readQuantity(text));
  if (kind === 'target') return of(readTarget(text));
  const reading = readPeriod(text);
  return {
    reading,
    said: reading.ok ? { ...nothing, start: reading.value.start, end: reading.value.end } : nothing,
  };
}

const keys = ['value', 'low', 'high', 'comparator', 'start', 'end', 'words', 'missing'] as const;

describe('notations of real plans', () => {
  test.each(real.map((row) => [row[0], row[1], row] as const))('%s %s', (_kind, text, row) => {
    const [, , expected, left] = row;
    const found = said(row);
    if (!found.reading.ok) expect.fail(`${text}: ${found.reading.flaw.code}`);
    for (const key of keys) {
      const open = left?.open.includes(key);
      expect(found.said[key], key).toBe(open ? null : (expected[key] ?? null));
    }
    const unit = left?.open.includes('unit') ? '' : (expected.unit ?? '');
    expect(sameUnit(String(found.said.unit), unit), `${String(found.said.unit)} for ${unit}`).toBe(true);
    if (left) expect(found.reading.warnings.map(({ code }) => code)).toContain(left.warning);
  });

  test('are read in full but for those that need their context', () => {
    const open = real.filter(([, , , left]) => left);
    expect(real).toHaveLength(236);
    expect(open.filter(([, , , left]) => left?.warning === 'no-era')).toHaveLength(15);
    expect(open).toHaveLength(25);
  });
});
