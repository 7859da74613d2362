import { describe, expect, test } from 'vitest';
import { PROJECT_FOLDER } from '../../../src/cli/site-options.ts';
import { readColumnMeanings } from '../../../src/site-data/project-files.ts';
import { planTables, siteTables, municipalityTables, sourceTables } from '../../../src/tables/source-tables.ts';
import { getFileName, type SourceTable } from '../../../src/tables/table-schema.ts';
import { createColumnMatcher } from '../../../src/validation/table-header.ts';
import { readSection, readTables } from '../../support/markdown-table.ts';
import { readFileText } from '../../support/source-modules.ts';

const tables: readonly [string, SourceTable][] = Object.entries(sourceTables);

/** Returns the rows of the first table below a heading in the documentation of all columns. */
const readDocumented = (heading: string) =>
  readTables(readSection(readFileText('data/README.md') ?? '', `## ${heading}`))[0] ?? [];

describe.each(tables)('the source table %s', (_name, table) => {
  const path = table.path
    .replace(/^data\//, '')
    .replace('{plan}', '（計画ID）')
    .replace('{municipality}', '（市区町村ID）');

  test('has the columns that data/README.md describes', () => {
    const documented = readDocumented(path).flatMap(([heading = '']) => heading.split('、'));
    const declared = Object.entries(table.columns).map(([name, { required }]) => (required ? `${name} ●` : name));
    expect(documented.toSorted(), 'the columns in data/README.md').toEqual(declared.toSorted());
  });

  test('has a meaning of each column, for templates', () => {
    const meanings = readColumnMeanings(PROJECT_FOLDER)[getFileName(table)] ?? {};
    expect(Object.keys(meanings).toSorted()).toEqual(Object.keys(table.columns).toSorted());
    for (const meaning of Object.values(meanings))
      expect(meaning).toMatch(/^(?!.*下の表)[^`|]*[ぁ-んァ-ン一-龠ID][^`|]*$/);
  });

  test('has the aliases that data/README.md lists, if no two columns share them', () => {
    const file = `\`${getFileName(table)}.csv\``;
    const findColumns = createColumnMatcher(table.columns);
    const documented = readDocumented('見出しのほかの書き方').flatMap(([name, heading, aliases]) =>
      name === file ? [`${heading ?? ''}: ${aliases ?? ''}`] : [],
    );
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
