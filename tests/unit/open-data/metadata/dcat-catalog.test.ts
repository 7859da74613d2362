import { describe, expect, test } from 'vitest';
import { codeLists } from '../../../../src/open-data/tables/published-code-lists.ts';
import { publishedTables } from '../../../../src/open-data/tables/published-tables.ts';
import { openSiteData } from '../../../../src/site-data/open-site-data.ts';
import { openSharedSite } from '../../../support/shared-sites.ts';
import { findCatalogFaults } from '../../../support/metadata/dcat-faults.ts';
import { replaceValue, createPublishedFiles } from '../../../support/metadata/published-files.ts';
import { EXAMPLE_SITE } from '../../../support/example-site.ts';
import { REPOSITORY_FOLDER } from '../../../support/source-modules.ts';
import { editFixtureFile, createFixtureSite } from '../../../support/fixture-site.ts';

const own = await createPublishedFiles(openSiteData({ root: REPOSITORY_FOLDER, base: '/plans/' }));
const document = own.document('catalog.jsonld');

interface Distribution {
  readonly 'dcat:downloadURL': { readonly '@id': string };
}
interface Catalog {
  readonly 'dcat:version': string;
  readonly 'dcat:dataset': readonly {
    readonly 'dct:identifier': string;
    readonly 'dct:temporal'?: readonly {
      readonly 'dcat:startDate': object;
      readonly 'dcat:endDate': object;
    }[];
    readonly 'dcat:contactPoint'?: { readonly '@id': string; readonly 'vcard:hasEmail'?: object };
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
    const mihon = await createPublishedFiles(openSharedSite(EXAMPLE_SITE));
    expect(await findCatalogFaults(mihon.document('catalog.jsonld'), mihon.known)).toEqual([]);
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
        ...['csv', 'json', 'xlsx', 'parquet'].map((ending) => `data/zones.${ending}`),
        'api/v1/zones.json',
        'api/v1/zones/kashiwa.geojson',
        'data/parquet/zones/prefecture=12/zones.parquet',
      ].map((path) => `https://keikaku.example/plans/${path}`),
    );
  });

  test('contains the first and last day of a table', () => {
    expect(named('indicators')?.['dct:temporal']).toEqual([
      {
        '@type': 'dct:PeriodOfTime',
        'dcat:startDate': { '@value': '2022-04-01', '@type': 'xsd:date' },
        'dcat:endDate': { '@value': '2029-03-31', '@type': 'xsd:date' },
      },
    ]);
  });

  test('contains the printed periods of plans, and no period for a table without one', () => {
    expect(named('plans')?.['dct:temporal']).toHaveLength(1);
    expect(named('themes')?.['dct:temporal']).toBeUndefined();
  });

  test('contains a contact only if the site has one', async () => {
    expect(named('plans')?.['dcat:contactPoint']).toBeUndefined();
    const root = createFixtureSite(
      editFixtureFile('site.config.json', '"contact": ""', '"contact": "mail@mihon.example"'),
    );
    const catalog = (await createPublishedFiles(openSiteData({ root }))).document('catalog.jsonld') as Catalog;
    expect(catalog['dcat:dataset'][0]?.['dcat:contactPoint']).toMatchObject({
      'vcard:hasEmail': { '@id': 'mailto:mail@mihon.example' },
    });
  });

  test('names rights at files and pages that exist', () => {
    const rights = JSON.stringify(document).matchAll(/"dct:rights":{"@id":"([^"#]+)#/g);
    const pages = ['', ...publishedTables.map(({ id }) => `${id}/`)];
    const existing = new Set([
      ...own.known.keys(),
      ...pages.map((path) => `https://keikaku.example/plans/data/${path}`),
    ]);
    const places = new Set([...rights].map(([, url = '']) => url));
    expect(places.size).toBeGreaterThan(5);
    expect([...places.difference(existing)]).toEqual([]);
  });

  test('contains the version of the data', () => {
    expect((document as Catalog)['dcat:version']).toBe(own.siteData.version);
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

  test('finds no faults', async () => {
    expect(await findCatalogFaults(few, own.known)).toEqual([]);
  });

  test.each([
    ['no title', ['dct:title'], undefined],
    ['no description', ['dct:description'], undefined],
    ['no publisher', ['dct:publisher'], undefined],
    ['a publisher without a name', ['dct:publisher', 'foaf:name'], undefined],
    ['a publisher that is a text', ['dct:publisher'], '計画ひろば'],
    ['a day that is none', ['dct:modified', '@value'], '2026年11月20日'],
    ['a day that is a text', ['dct:modified', '@type'], undefined],
    ['no language', ['dct:language'], undefined],
    ['no homepage', ['foaf:homepage'], undefined],
    ['no licence', ['dct:license'], undefined],
    ['no place', ['dct:spatial'], undefined],
    ['no version', ['dcat:version'], undefined],
    ['a dataset without a title', [...dataset, 'dct:title'], undefined],
    ['a dataset without a description', [...dataset, 'dct:description'], undefined],
    ['a dataset without keywords', [...dataset, 'dcat:keyword'], undefined],
    ['a dataset without a theme', [...dataset, 'dcat:theme'], undefined],
    ['a dataset without files', [...dataset, 'dcat:distribution'], undefined],
    ['a dataset that is none', [...dataset, '@type'], 'dcat:Resource'],
    ['a file without an address', [...file, 'dcat:accessURL'], undefined],
    ['a file without a media type', [...file, 'dcat:mediaType'], undefined],
    ['a file without a licence', [...file, 'dct:license'], undefined],
    ['a file that is not there', [...file, 'dcat:downloadURL', '@id'], 'https://keikaku.example/data/towns.csv'],
    ['a byte too few', [...file, 'dcat:byteSize', '@value'], '1'],
    ['bytes that are a text', [...file, 'dcat:byteSize', '@type'], undefined],
    ['no checksum', [...file, 'spdx:checksum'], undefined],
    ['a checksum without its kind', [...file, 'spdx:checksum', 'spdx:algorithm'], undefined],
    ['another checksum', [...file, 'spdx:checksum', 'spdx:checksumValue', '@value'], '0'.repeat(64)],
    ['no service', ['dcat:service'], undefined],
    ['a service without an address', ['dcat:service', 'dcat:endpointURL'], undefined],
    ['a service without a title', ['dcat:service', 'dct:title'], undefined],
    ['a service of nothing', ['dcat:service', 'dcat:servesDataset', 0, '@id'], 'https://keikaku.example/none'],
    ['a period without an end', ['dcat:dataset', 4, 'dct:temporal', 0, 'dcat:endDate'], undefined],
  ])('fails for %s', async (_what, way, value) => {
    expect(await findCatalogFaults(replaceValue(few, way, value), own.known)).not.toEqual([]);
  });
});
