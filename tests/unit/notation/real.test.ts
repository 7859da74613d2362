import { describe, expect, test } from 'vitest';
import { publishedNotations } from './real.ts';
import { expectNotation } from './said.ts';

describe('notations of real plans', () => {
  test.each(publishedNotations.map((row) => [row[0], row[1], row] as const))('%s %s', (_kind, _text, row) => {
    expectNotation(row);
  });

  test('are read in full but for those that need their context', () => {
    const open = publishedNotations.filter(([, , , left]) => left);
    expect(publishedNotations).toHaveLength(236);
    expect(open.filter(([, , , left]) => left?.warning === 'no-era')).toHaveLength(15);
    expect(open).toHaveLength(25);
  });
});
