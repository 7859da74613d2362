import { describe, expect, test } from 'vitest';
import { ours, refused } from './ours.ts';
import { real } from './real.ts';
import { expectSaid, saidOf } from './said.ts';

describe('notations of our own', () => {
  test.each(ours.map((row) => [row[0], row[1], row] as const))('%s %s', (_kind, _text, row) => {
    expectSaid(row);
    const { reading } = saidOf(row[0], row[1]);
    // A warning that the table does not name would be a surprise.
    if (!row[3] && reading.ok) expect(reading.warnings.map(({ code }) => code)).toEqual([]);
  });

  test.each(refused)('%s %s is refused: %s', (kind, text, code) => {
    const { reading } = saidOf(kind, text);
    expect(reading.ok ? 'read' : reading.flaw.code).toBe(code);
  });

  test('repeat none of those that have a source', () => {
    const known = new Set(real.map(([kind, text]) => `${kind} ${text}`));
    expect(ours.filter(([kind, text]) => known.has(`${kind} ${text}`))).toEqual([]);
  });
});
