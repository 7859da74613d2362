import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { codeLists } from '../../../../src/open-data/tables/published-code-lists.ts';
import { publishedTables } from '../../../../src/open-data/tables/published-tables.ts';
import { openSharedSite } from '../../../support/shared-sites.ts';
import { findCsvwFaults, findCsvwGroupFaults } from '../../../support/metadata/csvw-faults.ts';
import { replaceValue, createPublishedFiles } from '../../../support/metadata/published-files.ts';
import { EXAMPLE_SITE } from '../../../support/example-site.ts';
import { REPOSITORY_FOLDER } from '../../../support/source-modules.ts';
import { FIXTURE_SITES } from '../../../support/fixture-site.ts';

const towns = await Promise.all(
  [REPOSITORY_FOLDER, EXAMPLE_SITE, join(FIXTURE_SITES, 'sound'), join(FIXTURE_SITES, 'bare')].map((root) =>
    createPublishedFiles(openSharedSite(root)),
  ),
);
const [own] = towns;
if (!own) throw new Error('no town');
const paths = [...publishedTables.map(({ id }) => `${id}.csv`), ...codeLists.map(({ id }) => `codes/${id}.csv`)];

describe.each(paths)('%s-metadata.json', (path) => {
  test('is valid and matches its CSV', () => {
    const faults = towns.flatMap(({ document, textOf }) =>
      findCsvwFaults(document(`${path}-metadata.json`), textOf(path) ?? ''),
    );
    expect(faults).toEqual([]);
  });
});

describe('csv-metadata.json', () => {
  test('is valid, and its foreign keys lead to existing rows', () => {
    const faults = towns.flatMap(({ document, textOf }) => findCsvwGroupFaults(document('csv-metadata.json'), textOf));
    expect(faults).toEqual([]);
  });

  test('contains the description beside each CSV, and foreign keys', () => {
    const group = own.document('csv-metadata.json') as {
      tables: { url: string; tableSchema: { columns: object } }[];
    };
    expect(group.tables.map(({ url }) => url)).toEqual(paths);
    for (const { url, tableSchema } of group.tables) {
      const single = own.document(`${url}-metadata.json`) as { tableSchema: { columns: object } };
      expect(tableSchema.columns).toEqual(single.tableSchema.columns);
    }
  });

  test('has foreign keys to tables and code lists', () => {
    const { tables: all } = own.document('csv-metadata.json') as {
      tables: { url: string; tableSchema: { foreignKeys?: object[] } }[];
    };
    const keys = all.find(({ url }) => url === 'nodes.csv')?.tableSchema.foreignKeys;
    const key = (columnReference: string, resource: string, to: string) => ({
      columnReference,
      reference: { resource, columnReference: to },
    });
    expect(keys).toEqual([
      key('plan', 'plans.csv', 'id'),
      key('municipality', 'municipalities.csv', 'id'),
      key('municipality_code', 'municipalities.csv', 'municipality_code'),
      key('kind', 'codes/kinds.csv', 'code'),
      key('parent', 'nodes.csv', 'id'),
      key('plan_state', 'codes/plan-states.csv', 'code'),
      key('source_id', 'sources.csv', 'id'),
    ]);
  });
});

describe('the check of a description fails for', () => {
  const single = own.document('plans.csv-metadata.json');
  const text = own.textOf('plans.csv') ?? '';
  const columns = ['tableSchema', 'columns'] as const;
  test.each([
    ['no context', ['@context'], undefined],
    ['another context', ['@context', 0], 'https://example.org/'],
    ['no address of the CSV', ['url'], undefined],
    ['no title', ['dc:title'], ''],
    ['no licence', ['dc:license'], undefined],
    ['no version', ['schema:version'], undefined],
    ['a column left out', [...columns, 1], undefined],
    ['a heading that the CSV has not', [...columns, 0, 'titles', 'ja'], '番号'],
    ['a Japanese name', [...columns, 0, 'name'], '番号'],
    ['a type that the values are not of', [...columns, 0, 'datatype'], 'integer'],
    ['a column said to be filled that is not', [...columns, 7, 'required'], true],
    ['a key that does not tell rows apart', ['tableSchema', 'primaryKey'], ['minimum_sample']],
    ['a key of no column', ['tableSchema', 'primaryKey'], ['number']],
    ['cells that are trimmed', ['dialect', 'trim'], true],
    [
      'keys to tables outside of it',
      ['tableSchema'],
      { ...(single as { tableSchema: object }).tableSchema, foreignKeys: [] },
    ],
  ])('%s', (_what, way, value) => {
    expect(findCsvwFaults(replaceValue(single, way, value), text)).not.toEqual([]);
  });

  test('a row that does not match the description', () => {
    expect(findCsvwFaults(single, text.replace(/\r\n(?=[^\r]*\r\n$)/, '\r\n,,,,,,,,,\r\n'))).not.toEqual([]);
  });
});

describe('the check of the group fails for', () => {
  const group = own.document('csv-metadata.json');
  const nodes = ['tables', 2, 'tableSchema', 'foreignKeys', 0] as const;
  test.each([
    ['a key to a table that is not in it', [...nodes, 'reference', 'resource'], 'towns.csv'],
    ['a key to a column that is not there', [...nodes, 'reference', 'columnReference'], 'slug'],
    ['a key to values that are others', [...nodes, 'reference', 'columnReference'], 'title'],
    ['a table that is not there', ['tables', 1], undefined],
  ])('%s', (_what, way, value) => {
    expect(findCsvwGroupFaults(replaceValue(group, way, value), own.textOf)).not.toEqual([]);
  });
});
