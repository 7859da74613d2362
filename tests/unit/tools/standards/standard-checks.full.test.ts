import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { buildOpenData } from '../../../../src/open-data/build-open-data.ts';
import { codeLists } from '../../../../src/open-data/tables/published-code-lists.ts';
import { publishedTables } from '../../../../src/open-data/tables/published-tables.ts';
import { openSiteData } from '../../../../src/site-data/open-site-data.ts';
import { checkCatalog } from '../../../../tools/standards/check-catalog.ts';
import { checkCsvw } from '../../../../tools/standards/check-csvw.ts';
import { checkDataPackage } from '../../../../tools/standards/check-data-package.ts';
import { checkOpenApi } from '../../../../tools/standards/check-openapi.ts';
import {
  runStandardCheck,
  formatStandardCheck,
  openSchemaFolder,
  openBuiltFolder,
} from '../../../../tools/standards/standard-check.ts';
import {
  createEmptyFolder,
  writeFixture,
  createFixtureSite,
  FIXTURE_SITES,
  type FixtureFiles,
} from '../../../support/fixture-site.ts';
import { officialSchemas } from '../../../support/official-schemas.ts';

/** The number of tables and code lists. */
const COUNT = publishedTables.length + codeLists.length;

const files = buildOpenData(openSiteData({ root: join(FIXTURE_SITES, 'sound') }));
const published = Object.fromEntries(files.map(({ path, body }) => [`data/${path}`, body]));
const read = (path: string) => String(published[path]);

const API: FixtureFiles = {
  'api/openapi.json': JSON.stringify({
    openapi: '3.1.0',
    info: { title: 'API', version: '1' },
    paths: {
      '/api/v1/plans/{plan}.json': {
        get: {
          parameters: [{ name: 'plan', in: 'path', required: true, schema: { type: 'string' } }],
          responses: {
            200: {
              description: '計画',
              content: { 'application/json': { schema: { $ref: '#/components/schemas/Plan' } } },
            },
          },
        },
      },
    },
    components: {
      schemas: { Plan: { type: 'object', required: ['id'], properties: { id: { type: 'string' } } } },
    },
  }),
  'api/v1/plans/mihon-keikaku.json': '{"id":"mihon-keikaku"}',
};

/** The checks of a built site on disk, with some of its files changed. */
function checksOf(change: FixtureFiles = {}) {
  const [dist, folder] = [createEmptyFolder(), createEmptyFolder()];
  for (const layer of [published, API, change]) writeFixture(dist, layer);
  writeFixture(folder, officialSchemas);
  const [site, official] = [openBuiltFolder(dist), openSchemaFolder(folder)];
  return {
    package: () => checkDataPackage(dist, site, official),
    catalog: () => checkCatalog(site, official),
    csvw: () => checkCsvw(dist, site, official),
    api: () => checkOpenApi(dist, site),
  };
}

const changed = (path: string, from: string, to: string): FixtureFiles => {
  if (!read(path).includes(from)) throw new Error(`no ${from} in ${path}`);
  return { [path]: read(path).replace(from, () => to) };
};

describe('a built site', () => {
  test('passes every check', async () => {
    const checks = checksOf();
    const found = [checks.package(), await checks.catalog(), await checks.csvw(), await checks.api()];
    expect(found.flatMap(({ faults }) => faults)).toEqual([]);
    expect(found.map(({ summary }) => summary)).toEqual([
      expect.stringMatching(new RegExp(`^リソース ${COUNT}、列 \\d+、`)),
      expect.stringContaining(`Dataset ${COUNT}、`),
      expect.stringMatching(new RegExp(`^表 ${COUNT}、空でないセル [1-9]\\d+$`)),
      '道 1、ファイル 1',
    ]);
  });

  test('has remarks on the known warnings, with their number and reason', async () => {
    expect((await checksOf().catalog()).remarks).toEqual([
      `警告 ${COUNT}件 Dataset contactPoint：site.config.json の contact が空で、連絡先がまだありません。`,
    ]);
  });

  test('without a description of the API has nothing to check', async () => {
    const api = await checksOf({ 'api/openapi.json': null }).api();
    expect([api.faults, api.summary]).toEqual([[], 'api/openapi.json はまだありません。確かめていません']);
  });
});

describe('the checks report', () => {
  test('a Data Package that does not match its profile', () => {
    const found = checksOf(changed('data/datapackage.json', '"resources"', '"tables"')).package();
    expect(found.faults.join()).toContain('resources');
  });

  test('a size and a hash that do not match the file', () => {
    const found = checksOf({ 'data/themes.csv': `${read('data/themes.csv')}x` }).package();
    expect(found.faults).toEqual([
      expect.stringMatching(/^themes\.csv：bytes が \d+、ファイルは \d+$/),
      'themes.csv：hash がファイルとちがいます',
    ]);
  });

  test('a violation of the shapes', async () => {
    const catalog = await checksOf(
      changed(
        'data/catalog.jsonld',
        '"dct:title": {\n        "@value": "テーマ"',
        '"dct:x": {\n        "@value": "テーマ"',
      ),
    ).catalog();
    expect(catalog.faults.join()).toContain('Dataset title');
  });

  test('a value outside its range', async () => {
    const catalog = await checksOf(changed('data/catalog.jsonld', '"dct:LicenseDocument"', '"dct:Standard"')).catalog();
    expect(catalog.faults.join()).toContain('Catalog license');
  });

  test('an unknown warning', async () => {
    const catalog = await checksOf({
      'data/catalog.jsonld': read('data/catalog.jsonld').replaceAll('"dcat:keyword"', '"dcat:word"'),
    }).catalog();
    expect(catalog.faults.join()).toContain(`Dataset keyword（${COUNT}件`);
  });

  test('a cell with another value', async () => {
    // A quoted cell that the parser trims is no longer the cell that was published.
    const csvw = await checksOf({
      ...changed('data/themes.csv-metadata.json', '"trim": false', '"trim": true'),
      ...changed('data/themes.csv', '\r\npublicity,', '\r\npublicity ,'),
    }).csvw();
    expect(csvw.faults).toEqual(['data/themes.csv 2行 id：「publicity 」が「publicity」と読めました']);
  });

  test('a column that is not in the metadata', async () => {
    const csvw = await checksOf(changed('data/themes.csv', '順序', '番号')).csvw();
    expect(csvw.faults).toContain('data/themes.csv：見出しが説明の titles とちがいます');
  });

  test('a table that is not in the group', async () => {
    const csvw = await checksOf({ 'data/themes.csv-metadata.json': null }).csvw();
    expect(csvw.faults).toEqual([`csv-metadata.json：表が ${COUNT}、CSVの説明は ${COUNT - 1}`]);
  });

  test('an invalid description of the API', async () => {
    const api = await checksOf({ 'api/openapi.json': '{"openapi":"3.1.0","paths":{}}' }).api();
    expect(api.faults).toEqual([expect.stringContaining("must have required property 'info'")]);
  });

  test('a file of the API that does not match the description, or is not in it', async () => {
    const api = await checksOf({
      'api/v1/plans/mihon-keikaku.json': '{"id":7}',
      'api/v1/news.json': '{}',
    }).api();
    expect(api.faults).toEqual([
      'api/v1/news.json：openapi.json に、このファイルの道がありません',
      'api/v1/plans/mihon-keikaku.json /id：must be string（/api/v1/plans/{plan}.json）',
    ]);
  });
});

test('only the given contexts are loaded', async () => {
  const path = 'data/themes.csv-metadata.json';
  const csvw = await checksOf(changed(path, 'http://www.w3.org/ns/csvw', 'https://example.org/other')).csvw();
  expect(csvw.faults).toEqual([expect.stringContaining('URL: "https://example.org/other"')]);
});

describe('a usage error reports', () => {
  test('no folder of schemas', () => {
    expect(() => openSchemaFolder(undefined)).toThrow('--schemas に');
  });

  test('a folder that does not exist', () => {
    expect(() => openSchemaFolder(join(createFixtureSite(), 'none'))).toThrow('というフォルダはありません');
  });

  test('each missing official file', () => {
    const folder = createEmptyFolder();
    const { 'csvw/csvw.jsonld': _context, ...others } = officialSchemas;
    writeFixture(folder, others);
    expect(() => openSchemaFolder(folder)).toThrow(`「${folder}」に csvw/csvw.jsonld がありません`);
  });

  test('a folder without a built site', () => {
    expect(() => openBuiltFolder(createEmptyFolder())).toThrow('先に npm run build');
  });
});

test('a term without a definition is an error', async () => {
  const checks = checksOf(changed('data/catalog.jsonld', '"dct:rights"', '"rights"'));
  const { faults } = await runStandardCheck('DCAT-AP', checks.catalog);
  expect(faults).toEqual(['Safe mode validation error.']);
});

test('invalid JSON is a fault', async () => {
  const { faults } = await runStandardCheck('Data Package', checksOf({ 'data/datapackage.json': '{' }).package);
  expect(faults).toEqual([expect.stringMatching(/ in JSON at position 1 /)]);
});

test('a failed check prints at most twenty faults and the number of others', () => {
  const faults = Array.from({ length: 25 }, (_, at) => `${at + 1}番め`);
  const lines = formatStandardCheck({ title: 'CSVW', summary: '表 1', faults, remarks: [] }).split('\n');
  expect([lines[0], lines[20], lines[21]]).toEqual(['✗ CSVW：表 1', '    まちがい：20番め', '    まちがい：ほか 5 件']);
});
