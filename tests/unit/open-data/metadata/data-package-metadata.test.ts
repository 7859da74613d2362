import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { codeLists } from '../../../../src/open-data/tables/published-code-lists.ts';
import { publishedTables } from '../../../../src/open-data/tables/published-tables.ts';
import { EXAMPLE_SITE } from '../../../support/example-site.ts';
import { FIXTURE_SITES } from '../../../support/fixture-site.ts';
import { findDataPackageFaults } from '../../../support/metadata/data-package-faults.ts';
import { replaceValue, createPublishedFiles } from '../../../support/metadata/published-files.ts';
import { openSharedSite } from '../../../support/shared-sites.ts';
import { REPOSITORY_FOLDER } from '../../../support/source-modules.ts';

const { municipalities, plans } = openSharedSite(REPOSITORY_FOLDER);
const [city, plan] = [municipalities[0]?.id ?? 'none', plans[0]?.id ?? 'none'];
const roots = [REPOSITORY_FOLDER, EXAMPLE_SITE, join(FIXTURE_SITES, 'sound'), join(FIXTURE_SITES, 'bare')];
const towns = roots.map((root) => createPublishedFiles(openSharedSite(root)));
const [own] = towns;
if (!own) throw new Error('no town');
const document = own.document('datapackage.json');

interface Package {
  readonly resources: readonly {
    readonly path: string;
    readonly licenses?: readonly { readonly name?: string }[];
    readonly schema: {
      readonly fields: readonly { readonly name: string; readonly example: string }[];
      readonly primaryKey?: string[];
      readonly uniqueKeys?: string[][];
      readonly foreignKeys?: unknown[];
    };
  }[];
}
const schemaOf = (path: string) => (document as Package).resources.find((one) => one.path === path)?.schema;

describe('datapackage.json', () => {
  test('is valid and matches the files', () => {
    expect(towns.flatMap((town) => findDataPackageFaults(town.document('datapackage.json'), town.textOf))).toEqual([]);
  });

  test('contains every table and code list', () => {
    expect((document as Package).resources.map(({ path }) => path)).toEqual([
      ...publishedTables.map(({ id }) => `${id}.csv`),
      ...codeLists.map(({ id }) => `codes/${id}.csv`),
    ]);
  });

  test('uses headings in foreign keys, and no resource in a key to the same table', () => {
    expect(schemaOf('nodes.csv')?.primaryKey).toEqual(['ID']);
    expect(schemaOf('nodes.csv')?.foreignKeys).toContainEqual({
      fields: ['親ID'],
      reference: { fields: ['ID'] },
    });
    expect(schemaOf('nodes.csv')?.foreignKeys).toContainEqual({
      fields: ['種別'],
      reference: { resource: 'codes-kinds', fields: ['コード'] },
    });
  });

  test('has an example of a page that exists', () => {
    const example = schemaOf('plans.csv')?.fields.find(({ name }) => name === 'ページ')?.example;
    expect(plans.map(({ url }) => url)).toContain(example);
  });

  test('has only required columns in primary keys', () => {
    expect(schemaOf('observations.csv')?.primaryKey).toBeUndefined();
    expect(schemaOf('observations.csv')?.uniqueKeys).toEqual([['指標ID', '役割', '地域ID', '値の時点', '確度']]);
  });
});

test.each([
  ['municipalities.csv', ['CC-BY-4.0', undefined]],
  ['statistic-values.csv', [undefined]],
  ['nodes.csv', []],
])('%s has licences of the names %j; terms of sources have no name', (path, names) => {
  const licences = (document as Package).resources.find((one) => one.path === path)?.licenses ?? [];
  expect([...new Set(licences.map(({ name }) => name))]).toEqual(names);
});

describe('the check of the package reports', () => {
  const first = ['resources', 0] as const;
  const fields = [...first, 'schema', 'fields'] as const;
  const plansKey = ['resources', 1, 'schema', 'foreignKeys', 0, 'reference'] as const;
  const enumOf = (...values: string[]) => ({ required: true, enum: values });
  test.each([
    ['$schema: Invalid input', ['$schema'], undefined],
    ['licenses: Too small', ['licenses'], []],
    ['version: Too small', ['version'], ''],
    ['created: Invalid ISO datetime', ['created'], '2026-11-20'],
    ['resources.0.path: Invalid string', [...first, 'path'], '../municipalities.csv'],
    ['no file towns.csv', [...first, 'path'], 'towns.csv'],
    ['municipalities: bytes 1', [...first, 'bytes'], 1],
    ['municipalities: hash sha256:000', [...first, 'hash'], `sha256:${'0'.repeat(64)}`],
    ['resources.0.hash: Invalid string', [...first, 'hash'], '0'.repeat(64)],
    ['municipalities: headings 市区町村ID,全国地方公共団体コード,名称,英語名', [...fields, 3], undefined],
    ['municipalities: headings id,', [...fields, 0, 'name'], 'id'],
    ['resources.0.schema.fields.0.description: Invalid input', [...fields, 0, 'description'], undefined],
    [`municipalities: 市区町村ID, row 1: ${city} is no number`, [...fields, 0, 'type'], 'number'],
    ['resources.0.schema.fields.0.type: Invalid option', [...fields, 0, 'type'], 'text'],
    [`municipalities: 市区町村ID, row 1: ${city} is none of none`, [...fields, 0, 'constraints'], enumOf('none')],
    ['municipalities: key 人口 may be unknown', [...first, 'schema', 'primaryKey'], ['人口']],
    [`nodes: twice: ${plan}`, ['resources', 2, 'schema', 'primaryKey'], ['計画ID']],
    ['plans: no resource towns', [...plansKey, 'resource'], 'towns'],
    [`plans: lost: ${city}`, [...plansKey, 'fields'], ['名称']],
    ['twice: municipalities', ['resources', 1, 'name'], 'municipalities'],
    ['resources: Too small', ['resources'], []],
  ])('“%s”', (fault, way, value) => {
    expect(findDataPackageFaults(replaceValue(document, way, value), own.textOf)[0]).toContain(fault);
  });
});
