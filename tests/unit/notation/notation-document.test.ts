import { describe, expect, test } from 'vitest';
import { readQuantity } from '../../../src/notation/quantity.ts';
import { readTarget } from '../../../src/notation/target.ts';
import { missingReasons } from '../../../src/notation/value-expressions.ts';
import { readFileText } from '../../support/source-modules.ts';
import { describeReading } from './expect-notation.ts';
import { publishedNotations } from './published-notations.ts';

const lines = (readFileText('docs/notation.md') ?? '').split('\n');

/** The rows of all tables with this heading, each as its cells. */
function rowsOf(heading: string): string[][] {
  return lines.flatMap((line, at) => {
    if (line !== heading) return [];
    const rest = lines.slice(at + 2);
    const end = rest.findIndex((one) => !one.startsWith('|'));
    return rest.slice(0, end).map((row) => row.slice(2, -2).split(' | '));
  });
}

const unquoted = (cell = '') => cell.slice(1, -1);

describe('docs/notation.md', () => {
  test.each(rowsOf('| value | read as |'))('shows how the value %s is read', (text, expected) => {
    expect(describeReading('value', unquoted(text))).toBe(expected);
  });

  test.each(rowsOf('| target | read as |'))('shows how the target %s is read', (text, expected) => {
    expect(describeReading('target', unquoted(text))).toBe(expected);
  });

  test.each(rowsOf('| period | read as |'))('shows how the period %s is read', (text, expected) => {
    expect(describeReading('period', unquoted(text))).toBe(expected);
  });

  test('has many examples', () => {
    const all = ['value', 'target', 'period'].flatMap((kind) => rowsOf(`| ${kind} | read as |`));
    expect(all.length).toBeGreaterThan(200);
  });

  test('lists every reason for a missing value, with its meaning and its marks', () => {
    const rows = rowsOf('| read as | meaning | how it is written |');
    expect(rows.map(([missing, meaning]) => [missing, meaning])).toEqual(Object.entries(missingReasons));
    for (const [missing, , marks = ''] of rows)
      for (const mark of marks.split('、').map(unquoted).filter(Boolean)) {
        const read = missing === 'not-set' ? readTarget(mark) : readQuantity(mark);
        expect(read, mark).toMatchObject({ value: { value: null, missing }, warnings: [] });
      }
  });

  test('lists every published notation that is left open', () => {
    const open = publishedNotations.flatMap(([kind, text, , left]) => (left ? [[kind, text, left.warning]] : []));
    const rows = rowsOf('| kind | printed | left open | why |');
    expect(rows.map(([kind, text, left]) => [kind, unquoted(text), /\((.*)\)/.exec(left ?? '')?.[1]])).toEqual(open);
  });
});
