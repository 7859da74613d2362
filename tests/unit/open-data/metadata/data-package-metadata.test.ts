import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { codeLists } from '../../../../src/open-data/tables/published-code-lists.ts';
import { publishedTables } from '../../../../src/open-data/tables/published-tables.ts';
import { openSharedSite } from '../../../support/shared-sites.ts';
import { findDataPackageFaults } from '../../../support/metadata/data-package-faults.ts';
import { replaceValue, createPublishedFiles } from '../../../support/metadata/published-files.ts';
import { EXAMPLE_SITE } from '../../../support/example-site.ts';
import { REPOSITORY_FOLDER } from '../../../support/source-modules.ts';
import { FIXTURE_SITES } from '../../../support/fixture-site.ts';

const roots = [REPOSITORY_FOLDER, EXAMPLE_SITE, join(FIXTURE_SITES, 'sound'), join(FIXTURE_SITES, 'bare')];
const towns = await Promise.all(roots.map((root) => createPublishedFiles(openSharedSite(root))));
const [own] = towns;
if (!own) throw new Error('no town');
const document = own.document('datapackage.json');

interface Package {
  readonly version: string;
  readonly resources: readonly {
    readonly path: string;
    readonly schema: {
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

  test('contains the version of the data', () => {
    expect((document as Package).version).toBe(own.siteData.version);
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

  test('has only required columns in primary keys', () => {
    expect(schemaOf('observations.csv')?.primaryKey).toBeUndefined();
    expect(schemaOf('observations.csv')?.uniqueKeys).toEqual([['指標ID', '役割', '地域ID', '値の時点', '確度']]);
  });
});

describe('the check of the package fails for', () => {
  const first = ['resources', 0] as const;
  const fields = [...first, 'schema', 'fields'] as const;
  test.each([
    ['no profile', ['$schema'], undefined],
    ['no licence', ['licenses'], []],
    ['no version', ['version'], ''],
    ['a time that is no time', ['created'], '2026-11-20'],
    ['a path that leads out', [...first, 'path'], '../municipalities.csv'],
    ['a file that is not there', [...first, 'path'], 'towns.csv'],
    ['another file', [...first, 'path'], 'plans.csv'],
    ['a byte more', [...first, 'bytes'], 1],
    ['another hash', [...first, 'hash'], `sha256:${'0'.repeat(64)}`],
    ['a hash without its kind', [...first, 'hash'], '0'.repeat(64)],
    ['a field too few', [...fields, 3], undefined],
    ['a field of another name', [...fields, 0, 'name'], 'id'],
    ['a field without a meaning', [...fields, 0, 'description'], undefined],
    ['a field of another type', [...fields, 0, 'type'], 'number'],
    ['an unknown type', [...fields, 0, 'type'], 'text'],
    ['a list that its values are not from', [...fields, 0, 'constraints'], { required: true, enum: ['kashiwa'] }],
    ['a primary key that may be unknown', [...first, 'schema', 'primaryKey'], ['人口']],
    ['a key that does not tell rows apart', ['resources', 2, 'schema', 'primaryKey'], ['計画ID']],
    ['a key to another resource', ['resources', 1, 'schema', 'foreignKeys', 0, 'reference', 'resource'], 'towns'],
    ['a key to other values', ['resources', 1, 'schema', 'foreignKeys', 0, 'reference', 'fields'], ['名称']],
    ['two resources of one name', ['resources', 1, 'name'], 'municipalities'],
    ['no resources', ['resources'], []],
  ])('%s', (_what, way, value) => {
    expect(findDataPackageFaults(replaceValue(document, way, value), own.textOf)).not.toEqual([]);
  });
});
