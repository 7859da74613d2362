import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkCatalog } from '../../../../tools/standards/check-catalog.ts';
import { runStandardCheck, formatStandardCheck } from '../../../../tools/standards/standard-check.ts';
import { checkCsvw } from '../../../../tools/standards/check-csvw.ts';
import { checkDataPackage } from '../../../../tools/standards/check-data-package.ts';
import { openSchemaFolder, openBuiltFolder } from '../../../../tools/standards/open-folders.ts';
import { checkOpenApi } from '../../../../tools/standards/check-openapi.ts';
import { codeLists } from '../../../../src/open-data/tables/published-code-lists.ts';
import { buildOpenData } from '../../../../src/open-data/build-open-data.ts';
import { publishedTables } from '../../../../src/open-data/tables/published-tables.ts';
import { openSiteData } from '../../../../src/site-data/open-site-data.ts';
import { officialSchemas } from '../../../support/official-schemas.ts';
import {
  createEmptyFolder,
  writeFixture,
  createFixtureSite,
  type FixtureFiles,
} from '../../../support/fixture-site.ts';

/** How many tables and code lists there are. */
const COUNT = publishedTables.length + codeLists.length;

const files = await buildOpenData(openSiteData({ root: join(import.meta.dirname, '../../../fixtures/sites/sound') }));
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

describe('a site as it was published', () => {
  test('holds in every check', async () => {
    const checks = checksOf();
    const found = [checks.package(), await checks.catalog(), await checks.csvw(), await checks.api()];
    expect(found.flatMap(({ faults }) => faults)).toEqual([]);
    expect(found.map(({ summary }) => summary)).toEqual([
      expect.stringMatching(new RegExp(`^リソース ${COUNT}、列 \\d+、`)),
      expect.stringContaining(`Dataset ${COUNT}、`),
      expect.stringMatching(new RegExp(`^表 ${COUNT}、空でないセル [1-9]\\d+$`)),
      '道 1、ファイル 1',
    ]);
  }, 30_000);

  test('names the warnings that can’t be met, with their number and reason', async () => {
    expect((await checksOf().catalog()).notes).toEqual([
      `警告 ${COUNT}件 Dataset contactPoint：site.config.json の contact が空で、連絡先がまだありません。`,
    ]);
  });

  test('without a description of the API says that there was nothing to check', async () => {
    const api = await checksOf({ 'api/openapi.json': null }).api();
    expect([api.faults, api.summary]).toEqual([[], 'api/openapi.json はまだありません。確かめていません']);
  });
});

describe('a fault is found', () => {
  test('in a Data Package that does not fit its profile', () => {
    const found = checksOf(changed('data/datapackage.json', '"resources"', '"tables"')).package();
    expect(found.faults.join()).toContain('resources');
  });

  test('in bytes and hash that are not those of the file', () => {
    const found = checksOf({ 'data/themes.csv': `${read('data/themes.csv')}x` }).package();
    expect(found.faults).toHaveLength(2);
  });

  test('in a violation of the shapes', async () => {
    const catalog = await checksOf(
      changed(
        'data/catalog.jsonld',
        '"dct:title": {\n        "@value": "テーマ"',
        '"dct:x": {\n        "@value": "テーマ"',
      ),
    ).catalog();
    expect(catalog.faults.join()).toContain('Dataset title');
  });

  test('in a thing that is not what the shapes say it is', async () => {
    const catalog = await checksOf(changed('data/catalog.jsonld', '"dct:LicenseDocument"', '"dct:Standard"')).catalog();
    expect(catalog.faults.join()).toContain('Catalog license');
  });

  test('in a warning that is not among the named ones', async () => {
    const catalog = await checksOf({
      'data/catalog.jsonld': read('data/catalog.jsonld').replaceAll('"dcat:keyword"', '"dcat:word"'),
    }).catalog();
    expect(catalog.faults.join()).toContain(`Dataset keyword（${COUNT}件`);
  });

  test('in a cell that is read as something else', async () => {
    // A quoted cell that the parser trims is no longer the cell that was published.
    const csvw = await checksOf({
      ...changed('data/themes.csv-metadata.json', '"trim": false', '"trim": true'),
      ...changed('data/themes.csv', '\r\npublicity,', '\r\npublicity ,'),
    }).csvw();
    expect(csvw.faults).toEqual(['data/themes.csv 2行 id：「publicity 」が「publicity」と読めました']);
  });

  test('in a column that the metadata does not tell', async () => {
    const csvw = await checksOf(changed('data/themes.csv', '順序', '番号')).csvw();
    expect(csvw.faults).toContain('data/themes.csv：見出しが説明の titles とちがいます');
  });

  test('in a table that the group leaves out', async () => {
    const csvw = await checksOf({ 'data/themes.csv-metadata.json': null }).csvw();
    expect(csvw.faults).toEqual([`csv-metadata.json：表が ${COUNT}、CSVの説明は ${COUNT - 1}`]);
  });

  test('in a description of the API that is none', async () => {
    const api = await checksOf({ 'api/openapi.json': '{"openapi":"3.1.0","paths":{}}' }).api();
    expect(api.faults).not.toEqual([]);
  });

  test('in a file of the API that the description does not fit, or does not know', async () => {
    const api = await checksOf({
      'api/v1/plans/mihon-keikaku.json': '{"id":7}',
      'api/v1/news.json': '{}',
    }).api();
    expect(api.faults).toHaveLength(2);
  });
});

test('no document but the given contexts is ever loaded', async () => {
  const path = 'data/themes.csv-metadata.json';
  const csvw = await checksOf(changed(path, 'http://www.w3.org/ns/csvw', 'https://example.org/other')).csvw();
  expect(csvw.faults).toHaveLength(1);
  expect(csvw.faults[0]).toContain('https://example.org/other');
});

describe('a mistake of whoever calls it is told in words', () => {
  test('no folder of schemas', () => {
    expect(() => openSchemaFolder(undefined)).toThrow('--schemas に');
  });

  test('a folder that is not there', () => {
    expect(() => openSchemaFolder(join(createFixtureSite(), 'none'))).toThrow('というフォルダはありません');
  });

  test('a folder without the official files, each named', () => {
    const folder = createEmptyFolder();
    const { 'csvw/csvw.jsonld': _context, ...others } = officialSchemas;
    writeFixture(folder, others);
    expect(() => openSchemaFolder(folder)).toThrow(`「${folder}」に csvw/csvw.jsonld がありません`);
  });

  test('a folder that holds no built site', () => {
    expect(() => openBuiltFolder(createEmptyFolder())).toThrow('先に npm run build');
  });
});

test('a word of the catalogue that its context does not explain is told, not passed over', async () => {
  const checks = checksOf(changed('data/catalog.jsonld', '"dct:rights"', '"rights"'));
  const { faults } = await runStandardCheck('DCAT-AP', checks.catalog);
  expect(faults).toHaveLength(1);
});

test('a document that is no JSON is a fault of it', async () => {
  const { faults } = await runStandardCheck('Data Package', checksOf({ 'data/datapackage.json': '{' }).package);
  expect(faults).toHaveLength(1);
});

test('a check that fails shows at most twenty faults and says how many more', () => {
  const faults = Array.from({ length: 25 }, (_, at) => `${at + 1}番め`);
  const lines = formatStandardCheck({ title: 'CSVW', summary: '表 1', faults, notes: [] }).split('\n');
  expect([lines[0], lines[20], lines[21]]).toEqual(['✗ CSVW：表 1', '    まちがい：20番め', '    まちがい：ほか 5 件']);
});
