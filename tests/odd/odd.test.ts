import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { validateSite } from '../../src/check/check.ts';
import type { ParsedSite } from '../../src/check/draft.ts';
import type { ParsedTable } from '../../src/check/table.ts';
import { readFixtureFiles } from '../support/laid.ts';
import { createMemoryFolder } from '../support/town.ts';

/*
 * A folder for every input that is odd and right. It holds the files that differ from the sound town, `without.txt` with
 * the paths that are taken away, `about.txt` with the reason why it is right, and `expected.json`: the rows that must be
 * read, each by what counts of it, and the codes of the warnings that come with them.
 */

const HERE = import.meta.dirname;
const cases = readdirSync(HERE, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

const Expected = z.strictObject({
  warnings: z.array(z.string()).default([]),
  rows: z.record(z.string(), z.array(z.record(z.string(), z.json()))).default({}),
});

function expectedOf(name: string): z.infer<typeof Expected> {
  const file = join(HERE, name, 'expected.json');
  return Expected.parse(existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {});
}

function isTable(one: unknown): one is ParsedTable<unknown> {
  return typeof one === 'object' && one !== null && 'rows' in one && 'file' in one;
}

/** The rows that were read of a file. */
function rowsOf({ plans, zones, ...draft }: ParsedSite, file: string): readonly unknown[] {
  const tables: readonly unknown[] = [
    ...Object.values(draft),
    ...plans.flatMap((plan): unknown[] => Object.values(plan)),
    ...zones.map((one) => one.zones),
  ];
  const found = tables.filter(isTable).find((one) => one.file === file);
  if (!found) throw new Error(`no table is read of ${file}`);
  return found.rows.map(({ fields }) => fields);
}

describe.each(cases)('%s', (name) => {
  const expected = expectedOf(name);
  const { parsedSite, diagnostics } = validateSite(
    createMemoryFolder(readFixtureFiles(join(HERE, name), ['about.txt', 'expected.json'])),
  );

  test('passes', () => {
    expect(diagnostics.filter(({ level }) => level === 'error')).toEqual([]);
  });

  test('comes with the warnings that it should, and no others', () => {
    expect(diagnostics.map(({ code }) => code)).toEqual(expected.warnings);
  });

  test('is read as it was meant', () => {
    if (!parsedSite) expect.fail('nothing was read');
    for (const [file, rows] of Object.entries(expected.rows)) {
      const read = rowsOf(parsedSite, file);
      for (const row of rows) {
        // The first of the values names the row, so that what is told of a failure is about that row alone.
        const [key = ''] = Object.keys(row);
        const same = read.filter((one) => (one as typeof row)[key] === row[key]);
        expect(same, `${file}: ${JSON.stringify(row[key])}`).toContainEqual(partly(row));
      }
    }
  });

  test('says why it is right', () => {
    expect(readFileSync(join(HERE, name, 'about.txt'), 'utf8')).toMatch(/^[^\n]{20,}\n$/);
  });
});

/** Matches whatever has these values, however deep, and others besides. */
function partly(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const parts = Object.entries(value).map(([key, one]) => [key, partly(one)] as const);
  return expect.objectContaining(Object.fromEntries(parts));
}

test('there are many', () => {
  expect(cases.length).toBeGreaterThanOrEqual(40);
});
