import { describe, expect, test } from 'vitest';
import { real } from './real.ts';
import { expectSaid } from './said.ts';

describe('notations of real plans', () => {
  test.each(real.map((row) => [row[0], row[1], row] as const))('%s %s', (_kind, _text, row) => {
    expectSaid(row);
  });

  test('are read in full but for those that need their context', () => {
    const open = real.filter(([, , , left]) => left);
    expect(real).toHaveLength(236);
    expect(open.filter(([, , , left]) => left?.warning === 'no-era')).toHaveLength(15);
    expect(open).toHaveLength(25);
  });
});
