import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { planTables, siteTables, municipalityTables, sourceTables } from '../../../src/tables/source-tables.ts';
import { getFileName, type SourceTable } from '../../../src/tables/table-schema.ts';
import { createColumnMatcher } from '../../../src/validation/table-header.ts';
import { REPOSITORY_FOLDER } from '../../support/source-modules.ts';

const tables: readonly [string, SourceTable][] = Object.entries(sourceTables);

/** The documentation of all columns, split at the headings of its sections. */
const documentation = readFileSync(join(REPOSITORY_FOLDER, 'data/README.md'), 'utf8').split(/^## /m);

/** The rows of the first Markdown table in a section, without the headings. */
function listTableRows(section: string): string[][] {
  const lines = section.split('\n');
  const start = lines.findIndex((line) => line.startsWith('|---'));
  const rows = lines.slice(start + 1);
  const end = rows.findIndex((line) => !line.startsWith('|'));
  return rows.slice(0, end < 0 ? rows.length : end).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

describe.each(tables)('the source table %s', (_name, table) => {
  const path = table.path
    .replace(/^data\//, '')
    .replace('{plan}', '（計画ID）')
    .replace('{municipality}', '（市区町村ID）');
  const section = documentation.find((text) => text.startsWith(`${path}\n`)) ?? '';

  test('has the documented columns', () => {
    const documented = listTableRows(section).flatMap(([heading = '']) => heading.split('、'));
    const declared = Object.entries(table.columns).map(([name, { required }]) => (required ? `${name} ●` : name));
    expect(documented.toSorted()).toEqual(declared.toSorted());
  });

  test('has the documented aliases, except those that two columns share', () => {
    const file = `\`${getFileName(table)}.csv\``;
    const findColumns = createColumnMatcher(table.columns);
    const documented = listTableRows(
      documentation.find((text) => text.startsWith('見出しのほかの書き方')) ?? '',
    ).flatMap(([name, heading, aliases]) => (name === file ? [`${heading ?? ''}: ${aliases ?? ''}`] : []));
    const declared = Object.entries(table.columns).flatMap(([heading, { aliases = [] }]) => {
      const clear = aliases.filter((alias) => findColumns(alias).length === 1);
      return clear.length > 0 ? [`${heading}: ${clear.join('、')}`] : [];
    });
    expect(documented).toEqual(declared);
  });

  test('refers to tables that exist', () => {
    const targets = Object.values(table.columns).flatMap(({ references }) => references ?? []);
    expect([...Object.keys(sourceTables), 'any']).toEqual(expect.arrayContaining(targets));
  });

  test('has a key column if its ids can be mentioned', () => {
    const keys = Object.values(table.columns).filter(({ key }) => key);
    expect(keys).toHaveLength(table.ids || table.mustBeUsed ? 1 : keys.length);
  });
});

test('the path of a table contains the folder of its group', () => {
  const folders = (group: Readonly<Record<string, SourceTable>>) =>
    new Set(Object.values(group).map(({ path }) => path.slice(0, path.lastIndexOf('/'))));
  expect([siteTables, municipalityTables, planTables].map(folders)).toEqual([
    new Set(['data']),
    new Set(['data/municipalities/{municipality}']),
    new Set(['data/plans/{plan}']),
  ]);
});
