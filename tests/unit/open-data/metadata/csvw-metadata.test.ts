import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { codeLists } from '../../../../src/open-data/tables/published-code-lists.ts';
import { publishedTables } from '../../../../src/open-data/tables/published-tables.ts';
import { EXAMPLE_SITE } from '../../../support/example-site.ts';
import { FIXTURE_SITES } from '../../../support/fixture-site.ts';
import { findCsvwFaults, findCsvwGroupFaults } from '../../../support/metadata/csvw-faults.ts';
import { replaceValue, createPublishedFiles } from '../../../support/metadata/published-files.ts';
import { openSharedSite } from '../../../support/shared-sites.ts';
import { REPOSITORY_FOLDER } from '../../../support/source-modules.ts';

const { plans } = openSharedSite(REPOSITORY_FOLDER);
const plan = plans[0]?.id ?? 'none';
const towns = [REPOSITORY_FOLDER, EXAMPLE_SITE, join(FIXTURE_SITES, 'sound'), join(FIXTURE_SITES, 'bare')].map((root) =>
  createPublishedFiles(openSharedSite(root)),
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

test('a description names terms, a page and a title only if its table has them', () => {
  const [values, nodes, kinds] = ['statistic-values', 'nodes', 'codes/kinds'].map((id) =>
    own.document(`${id}.csv-metadata.json`),
  );
  expect(values).toMatchObject({
    'dc:license': { '@id': 'https://keikaku.example/data/statistic-values/#licence' },
    'dc:rights': expect.stringContaining('資料') as string,
  });
  expect(values).not.toHaveProperty('tableSchema.rowTitles');
  expect(nodes).toMatchObject({ tableSchema: { rowTitles: ['title'] } });
  for (const key of ['dc:rights', 'dcat:landingPage']) expect(kinds).not.toHaveProperty([key]);
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
      key('title_origin', 'codes/origins.csv', 'code'),
    ]);
  });
});

describe('the check of a description reports', () => {
  const single = own.document('plans.csv-metadata.json');
  const text = own.textOf('plans.csv') ?? '';
  const columns = ['tableSchema', 'columns'] as const;
  test.each([
    ['@context: Invalid input: expected tuple', ['@context'], undefined],
    ['@context.0: Invalid input', ['@context', 0], 'https://example.org/'],
    ['url: Invalid input', ['url'], undefined],
    ['dc:title: Too small', ['dc:title'], ''],
    ['dc:license: Invalid input', ['dc:license'], undefined],
    ['schema:version: Invalid input', ['schema:version'], undefined],
    ['headings 計画ID,全国地方公共団体コード', [...columns, 1], undefined],
    ['headings 番号,市区町村ID', [...columns, 0, 'titles', 'ja'], '番号'],
    ['tableSchema.columns.0.name: Invalid string', [...columns, 0, 'name'], '番号'],
    [`計画ID, row 1: ${plan} is no integer`, [...columns, 0, 'datatype'], 'integer'],
    ['正式名, row 1: empty', [...columns, 7, 'required'], true],
    ['twice: ', ['tableSchema', 'primaryKey'], ['minimum_sample']],
    ['no column number', ['tableSchema', 'primaryKey'], ['number']],
    ['dialect.trim: Invalid input', ['dialect', 'trim'], true],
    [
      'tableSchema.foreignKeys: Invalid input',
      ['tableSchema'],
      { ...(single as { tableSchema: object }).tableSchema, foreignKeys: [] },
    ],
  ])('“%s”', (fault, way, value) => {
    expect(findCsvwFaults(replaceValue(single, way, value), text)[0]).toContain(fault);
  });

  test('an empty row', () => {
    expect(findCsvwFaults(single, text.replace(/\r\n(?=[^\r]*\r\n$)/, '\r\n,,,,,,,,,\r\n'))).toContain(
      `計画ID, row ${plans.length}: empty`,
    );
  });
});

describe('the check of the group reports', () => {
  const group = own.document('csv-metadata.json');
  const nodes = ['tables', 2, 'tableSchema', 'foreignKeys', 0] as const;
  test.each([
    ['nodes.csv: no table towns.csv', [...nodes, 'reference', 'resource'], 'towns.csv'],
    [`nodes.csv: lost: ${plan}`, [...nodes, 'reference', 'columnReference'], 'title'],
    ['nodes.csv: no table plans.csv', ['tables', 1], undefined],
  ])('“%s”', (fault, way, value) => {
    expect(findCsvwGroupFaults(replaceValue(group, way, value), own.textOf)[0]).toContain(fault);
  });
});
