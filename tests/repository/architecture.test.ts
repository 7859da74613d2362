import { existsSync, globSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findSharedBasenames, formatMeasures, measureStructure } from '../../tools/measure-structure.ts';
import { readSourceFiles } from '../../tools/source-files.ts';
import { readSection, readTables } from '../support/markdown-table.ts';
import { readFileText, REPOSITORY_FOLDER } from '../support/source-modules.ts';

/** The English documents. */
const documents = globSync('{*.md,docs/**/*.md}', { cwd: REPOSITORY_FOLDER })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => !path.endsWith('.ja.md'))
  .sort();
const architecture = readFileText('docs/architecture.md') ?? '';

const readTable = (heading: string) => readTables(readSection(architecture, `## ${heading}`)).flat();

describe('the glossary', () => {
  const rows = readTable('Glossary');
  const exported = new Set(readSourceFiles('src').flatMap(({ exports }) => exports));

  test.each(rows)('%s names an export or a folder: %s', (_term, code = '') => {
    const name = code.replaceAll('`', '');
    expect(exported.has(name) || (name.endsWith('/') && existsSync(join(REPOSITORY_FOLDER, name)))).toBe(true);
  });

  test('has each term and each name once', () => {
    for (const column of [0, 1]) {
      const cells = rows.map((row) => row[column]);
      expect(new Set(cells).size).toBe(cells.length);
    }
  });
});

test('the table “Where do I change…” has at most 25 rows', () => {
  expect(readTable('Where do I change…').length).toBeLessThanOrEqual(25);
});

describe.each(documents)('%s', (document) => {
  const text = (readFileText(document) ?? '').replace(/^```.*?^```/gms, '');
  test('has no line over 100 characters outside tables, code and pictures', () => {
    expect(text.split('\n').filter((line) => line.length > 100 && !/^(?:\||!\[| *<img )/.test(line))).toEqual([]);
  });
});

test('every folder of src/ is in the table of folders', () => {
  const cells = readTable('What each folder does').map(([folder]) => folder);
  const folders = new Set(readSourceFiles('src').flatMap(({ path }) => /^src\/[^/]+\//.exec(path)?.[0] ?? []));
  expect([...folders].filter((folder) => !cells.join().includes(`\`${folder}\``))).toEqual([]);
});

test('no two files of tests, tools and src/ have the same name', () => {
  const paths = globSync('{src,tools,tests}/**/*.{ts,mjs,css}', { cwd: REPOSITORY_FOLDER });
  expect(findSharedBasenames(paths.map((path) => path.replaceAll('\\', '/')))).toEqual([]);
});

test('src/ and tools/ keep the limits of their structure', () => {
  const broken = measureStructure(readSourceFiles('src', 'tools')).filter(({ value, limit }) => value > limit);
  expect(formatMeasures(broken)).toBe('');
});
