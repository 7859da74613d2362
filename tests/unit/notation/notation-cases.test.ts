import { describe, expect, test } from 'vitest';
import { expectNotation, readNotation } from './expect-notation.ts';
import { inventedNotations, refusedNotations } from './invented-notations.ts';
import { publishedNotations } from './published-notations.ts';

describe('notations of real plans', () => {
  test.each(publishedNotations.map((row) => [row[0], row[1], row] as const))('%s %s', (_kind, _text, row) => {
    expectNotation(row);
  });

  test('are read completely, except those that need their context', () => {
    const open = publishedNotations.filter(([, , , left]) => left);
    expect(publishedNotations).toHaveLength(236);
    expect(open.filter(([, , , left]) => left?.warning === 'no-era')).toHaveLength(15);
    expect(open).toHaveLength(25);
  });
});

describe('invented notations', () => {
  test.each(inventedNotations.map((row) => [row[0], row[1], row] as const))('%s %s', (_kind, _text, row) => {
    expectNotation(row);
    const { reading } = readNotation(row[0], row[1]);
    // The table must name all warnings.
    if (!row[3] && reading.ok) expect(reading.warnings.map(({ code }) => code)).toEqual([]);
  });

  test.each(refusedNotations)('%s %s is refused: %s', (kind, text, code) => {
    const { reading } = readNotation(kind, text);
    expect(reading.ok ? 'read' : reading.issue.code).toBe(code);
  });

  test('do not repeat published ones', () => {
    const published = new Set(publishedNotations.map(([kind, text]) => `${kind} ${text}`));
    expect(inventedNotations.filter(([kind, text]) => published.has(`${kind} ${text}`))).toEqual([]);
  });
});
