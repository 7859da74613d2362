import { describe, expect, test } from 'vitest';
import { createDcatCatalog } from '../../../../src/open-data/metadata/dcat-catalog.ts';
import { createDatasetMarkup } from '../../../../src/open-data/metadata/schema-org-metadata.ts';
import { tableFormats } from '../../../../src/open-data/table-formats.ts';
import { codeLists } from '../../../../src/open-data/tables/published-code-lists.ts';
import { publishedTables } from '../../../../src/open-data/tables/published-tables.ts';
import { openSiteData } from '../../../../src/site-data/open-site-data.ts';
import { EXAMPLE_SITE } from '../../../support/example-site.ts';
import { findCatalogFaults } from '../../../support/metadata/dcat-faults.ts';
import { replaceValue, createPublishedFiles } from '../../../support/metadata/published-files.ts';
import { openSharedSite } from '../../../support/shared-sites.ts';
import { REPOSITORY_FOLDER } from '../../../support/source-modules.ts';

const own = createPublishedFiles(openSiteData({ root: REPOSITORY_FOLDER, base: '/plans/' }));
const document = own.document('catalog.jsonld');

interface Distribution {
  readonly 'dct:issued'?: object;
  readonly 'dct:title': object;
  readonly 'dcat:downloadURL': { readonly '@id': string };
}
interface Catalog {
  readonly 'dcat:dataset': readonly {
    readonly 'dct:identifier': string;
    readonly 'dct:title': object;
    readonly 'dct:issued'?: object;
    readonly 'dct:temporal'?: readonly object[];
    readonly 'dcat:contactPoint'?: object;
    readonly 'dcat:distribution': readonly Distribution[];
  }[];
}
const datasets = (document as Catalog)['dcat:dataset'];
const named = (id: string) => datasets.find((one) => one['dct:identifier'] === id);

describe('catalog.jsonld', () => {
  test('meets DCAT-AP and matches the files', async () => {
    expect(await findCatalogFaults(document, own.known)).toEqual([]);
  });

  test('does so for the fictional town', async () => {
    const mihon = createPublishedFiles(openSharedSite(EXAMPLE_SITE));
    expect(await findCatalogFaults(mihon.document('catalog.jsonld'), mihon.known)).toEqual([]);
  });

  test('has the day of the first release with each table, and none for a table that no release has', () => {
    const catalog = createPublishedFiles(openSharedSite(EXAMPLE_SITE)).document('catalog.jsonld') as Catalog;
    const [plans, bands] = ['plans', 'rating-bands'].map((id) =>
      catalog['dcat:dataset'].find((one) => one['dct:identifier'] === id),
    );
    const day = { '@value': '2024-10-01', '@type': 'xsd:date' };
    expect([plans?.['dct:issued'], plans?.['dcat:distribution'][0]?.['dct:issued']]).toEqual([day, day]);
    expect(bands?.['dcat:distribution']).toHaveLength(2);
    expect(JSON.stringify(bands)).not.toContain('dct:issued');
    expect(JSON.stringify(datasets)).not.toContain('dct:issued');
  });

  test('has a dataset for every table and code list', () => {
    expect(datasets.map((one) => one['dct:identifier'])).toEqual(
      [...publishedTables, ...codeLists].map(({ id }) => id),
    );
  });

  test('has a distribution for every file of a table, in the API and by prefecture too', () => {
    const urls = named('zones')?.['dcat:distribution'].map((one) => one['dcat:downloadURL']['@id']);
    expect(urls).toEqual(
      [
        ...Object.keys(tableFormats).map((ending) => `data/zones.${ending}`),
        'api/v1/zones.json',
        'api/v1/zones/kashiwa.geojson',
        'data/parquet/zones/prefecture=12/zones.parquet',
      ].map((path) => `https://keikaku.example/plans/${path}`),
    );
  });

  const SITE = 'https://keikaku.example/plans';
  const CC_BY = 'https://creativecommons.org/licenses/by/4.0/';
  const TERMS = `${SITE}/data/#source-ksj-n03-municipalities`;
  test.each([
    ['kinds', 'kinds.csv', '種別（CSV）', CC_BY, `${SITE}/data/#rights`],
    [
      'municipalities',
      'api/v1/municipalities/warabi.geojson',
      '市区町村（API の GEOJSON、蕨市）',
      TERMS,
      `${TERMS}-rights`,
    ],
    [
      'statistic-values',
      'prefecture=11/statistic-values.parquet',
      '統計の値（PARQUET、都道府県コード 11）',
      `${SITE}/data/statistic-values/#licence`,
      `${SITE}/data/statistic-values/#rights`,
    ],
  ])('names the licence and the rights of the file of %s at %s', (id, path, title, licence, rights) => {
    const files = named(id)?.['dcat:distribution'];
    expect(files?.find((one) => one['dcat:downloadURL']['@id'].endsWith(`/${path}`))).toMatchObject({
      'dct:title': { '@value': title },
      'dct:license': { '@id': licence },
      'dct:rights': { '@id': rights },
    });
  });

  test('gives each dataset and each file its own title', () => {
    const titles = [...datasets, ...datasets.flatMap((one) => one['dcat:distribution'])].map((one) =>
      JSON.stringify(one['dct:title']),
    );
    expect(titles.filter((title, at) => titles.indexOf(title) !== at)).toEqual([]);
  });

  test('names prefectures instead of municipalities if there are very many', () => {
    const [town = expect.fail()] = own.siteData.municipalities;
    const municipalities = Array.from({ length: 201 }, (_, at) => ({ ...town, code: `${town.code}${at}` }));
    const entries = publishedTables.slice(0, 1).map((table) => ({ table, files: [], partitions: [] }));
    expect(createDcatCatalog({ ...own.siteData, municipalities }, entries)).toMatchObject({
      'dct:spatial': [{ '@id': `${SITE}/plans/#prefecture-11`, 'skos:prefLabel': { '@value': '埼玉県' } }],
    });
  });

  test('names no prefecture without rows in a table, and neither does the markup for search engines', () => {
    const [town = expect.fail()] = own.siteData.municipalities;
    const towns = Array.from({ length: 201 }, (_, at) => ({ ...town, code: `11${1000 + at}` }));
    const siteData = { ...own.siteData, municipalities: [...towns, { ...town, code: '241000', prefecture: '三重県' }] };
    const zones = publishedTables.find(({ id }) => id === 'zones') ?? expect.fail();
    const columns = zones.columns.filter(({ name }) => name === 'municipality_code');
    const entry = {
      table: { ...zones, columns, planColumn: null, rows: () => towns.map(({ code }) => [code]) },
      files: [],
      partitions: [],
    };
    const prefecture = expect.objectContaining({ '@id': `${SITE}/plans/#prefecture-11` }) as unknown;
    expect(createDcatCatalog(siteData, [entry])).toMatchObject({ 'dcat:dataset': [{ 'dct:spatial': [prefecture] }] });
    expect(createDatasetMarkup(siteData, entry)).toMatchObject({
      spatialCoverage: [{ '@type': 'Place', name: '埼玉県' }],
    });
  });

  test('names code lists as such, at the page of all data; the API does not serve them', () => {
    expect(named('kinds')).toMatchObject({
      '@id': `${SITE}/data/#codes-kinds`,
      'dct:type': { '@id': expect.stringMatching(/CODE_LIST$/) as string },
      'dcat:landingPage': { '@id': `${SITE}/data/` },
    });
    const served = publishedTables.map(({ id }) => ({ '@id': `${SITE}/data/${id}/#dataset` }));
    expect(document).toMatchObject({ 'dcat:service': { 'dcat:servesDataset': served } });
  });

  test('contains the printed periods of plans, and no period for a table without one', () => {
    expect(named('plans')?.['dct:temporal']).toHaveLength(1);
    expect(named('themes')?.['dct:temporal']).toBeUndefined();
  });

  test('contains no contact if the site has none', () => {
    expect(named('plans')?.['dcat:contactPoint']).toBeUndefined();
  });

  test('names rights at files and pages that exist', () => {
    const rights = JSON.stringify(document).matchAll(/"dct:rights":{"@id":"([^"#]+)#/g);
    const pages = ['', ...publishedTables.map(({ id }) => `${id}/`)];
    const existing = new Set([
      ...own.known.keys(),
      ...pages.map((path) => `https://keikaku.example/plans/data/${path}`),
    ]);
    const urls = new Set([...rights].map(([, url = '']) => url));
    expect(urls.size).toBe(4);
    expect([...urls.difference(existing)]).toEqual([]);
  });
});

describe('the check of a catalogue of few datasets', () => {
  const catalog = document as Catalog & {
    readonly 'dcat:service': { readonly 'dcat:servesDataset': readonly { readonly '@id': string }[] };
  };
  const service = catalog['dcat:service'];
  const few = {
    ...catalog,
    'dcat:dataset': datasets
      .slice(0, 5)
      .map((one) => ({ ...one, 'dcat:distribution': one['dcat:distribution'].slice(0, 2) })),
    'dcat:service': { ...service, 'dcat:servesDataset': service['dcat:servesDataset'].slice(0, 5) },
  };

  const dataset = ['dcat:dataset', 0] as const;
  const file = [...dataset, 'dcat:distribution', 0] as const;
  const url = (path: string) => `https://keikaku.example/plans/data/${path}`;

  test('finds no faults', async () => {
    expect(await findCatalogFaults(few, own.known)).toEqual([]);
  });

  test.each([
    ['dcat:Catalog dct:title: 0 times', ['dct:title'], undefined],
    ['dcat:Catalog dct:publisher: 0 times', ['dct:publisher'], undefined],
    ['no foaf:Agent', ['dct:publisher'], undefined],
    ['foaf:Agent foaf:name: 0 times', ['dct:publisher', 'foaf:name'], undefined],
    ['dcat:Catalog dct:publisher: not node: 計画ひろば', ['dct:publisher'], '計画ひろば'],
    ['dcat:Catalog dct:modified: not date: 2026年11月20日', ['dct:modified', '@value'], '2026年11月20日'],
    ['dcat:Catalog dct:issued: not date: 2026-11-20', ['dct:issued'], '2026-11-20'],
    ['dcat:Dataset dct:title: 0 times', [...dataset, 'dct:title'], undefined],
    ['dcat:Dataset dcat:distribution: 0 times', [...dataset, 'dcat:distribution'], undefined],
    [`${url('municipalities/#dataset')} is not described`, [...dataset, '@type'], 'dcat:Resource'],
    ['dcat:Distribution dcat:accessURL: 0 times', [...file, 'dcat:accessURL'], undefined],
    [`no file ${url('towns.csv')}`, [...file, 'dcat:downloadURL', '@id'], url('towns.csv')],
    [`${url('municipalities.csv')} has not 1 bytes`, [...file, 'dcat:byteSize', '@value'], '1'],
    ['dcat:Distribution dcat:byteSize: not bytes: 1', [...file, 'dcat:byteSize'], '1'],
    ['dcat:Distribution spdx:checksum: 0 times', [...file, 'spdx:checksum'], undefined],
    ['spdx:Checksum spdx:algorithm: 0 times', [...file, 'spdx:checksum', 'spdx:algorithm'], undefined],
    [
      `${url('municipalities.csv')} has another checksum`,
      [...file, 'spdx:checksum', 'spdx:checksumValue', '@value'],
      '0'.repeat(64),
    ],
    ['no dcat:DataService', ['dcat:service'], undefined],
    ['dcat:DataService dcat:endpointURL: 0 times', ['dcat:service', 'dcat:endpointURL'], undefined],
    [`${url('none')} is not described`, ['dcat:service', 'dcat:servesDataset', 0, '@id'], url('none')],
    ['dct:PeriodOfTime dcat:endDate: 0 times', ['dcat:dataset', 4, 'dct:temporal', 0, 'dcat:endDate'], undefined],
  ])('reports “%s”', async (fault, way, value) => {
    const faults = await findCatalogFaults(replaceValue(few, way, value), own.known);
    expect(faults.map((one) => one.replace(/ of \S+: /, ': '))).toContain(fault);
  });
});
