import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { buildOpenData } from '../../../../src/open-data/build-open-data.ts';
import { listCatalogEntries } from '../../../../src/open-data/metadata/metadata-files.ts';
import { createCatalogMarkup, createDatasetMarkup } from '../../../../src/open-data/metadata/schema-org-metadata.ts';
import { publishedTables } from '../../../../src/open-data/tables/published-tables.ts';
import { EXAMPLE_SITE } from '../../../support/example-site.ts';
import { FIXTURE_SITES } from '../../../support/fixture-site.ts';
import { replaceValue } from '../../../support/metadata/published-files.ts';
import { findSchemaOrgFaults } from '../../../support/metadata/schema-org-faults.ts';
import { openSharedSite } from '../../../support/shared-sites.ts';
import { REPOSITORY_FOLDER } from '../../../support/source-modules.ts';

const roots = [REPOSITORY_FOLDER, EXAMPLE_SITE, join(FIXTURE_SITES, 'sound'), join(FIXTURE_SITES, 'bare')];
const towns = roots.map((root) => {
  const siteData = openSharedSite(root);
  return { siteData, described: listCatalogEntries(siteData, buildOpenData(siteData)) };
});

describe('the markup for search engines', () => {
  test.each(publishedTables.map((table) => [table.id, table] as const))('of %s is what they ask for', (_id, table) => {
    const faults = towns.flatMap(({ siteData, described }) =>
      described
        .filter((one) => one.table === table)
        .flatMap((one) => findSchemaOrgFaults(JSON.parse(JSON.stringify(createDatasetMarkup(siteData, one))))),
    );
    expect(faults).toEqual([]);
  });

  const [own, , , bare] = towns.map(({ siteData, described }) => (id: string) => {
    const entry = described.find(({ table }) => table.id === id);
    return entry && createDatasetMarkup(siteData, entry);
  });

  test('names the terms of the sources of copied values, and no others', () => {
    const terms = 'https://keikaku.example/data/statistic-values/#licence';
    expect(own?.('statistic-values')).toMatchObject({ license: terms, usageInfo: terms });
    expect(own?.('nodes')).toHaveProperty('license');
    expect(own?.('nodes')).not.toHaveProperty('usageInfo');
  });

  test('has no position of a municipality that has none in its table', () => {
    const area = { '@type': 'Place', name: '見本村', identifier: '990027' };
    expect(bare?.('plans')).toMatchObject({ spatialCoverage: [area] });
    expect(bare?.('plans')).not.toHaveProperty('spatialCoverage.0.geo');
  });

  test('names the JSON of a table and that of the API apart', () => {
    const files = Object.entries({
      'data/nodes': 'JSON。1行が1つの記録',
      'api/v1/nodes': 'API の JSON。data に記録、meta に利用条件など',
    }).map(([path, name]): unknown =>
      expect.objectContaining({ name, contentUrl: `https://keikaku.example/${path}.json` }),
    );
    expect(own?.('nodes')).toMatchObject({ distribution: expect.arrayContaining(files) as unknown });
  });

  test('of the catalogue is valid', () => {
    expect(
      towns.flatMap(({ siteData, described }) => findSchemaOrgFaults(createCatalogMarkup(siteData, described))),
    ).toEqual([]);
  });
});

describe('the check of a dataset reports', () => {
  const [own] = towns;
  const indicators = own?.described.find(({ table }) => table.id === 'indicators');
  if (!own || !indicators) throw new Error('no table of indicators');
  const document = createDatasetMarkup(own.siteData, indicators);
  test.each([
    ['name: Invalid input', ['name'], undefined],
    ['description: Too small', ['description'], '1行が1つの指標です。'],
    ['description: Too big', ['description'], '指'.repeat(5001)],
    ['license: Invalid URL', ['license'], 'CC BY 4.0'],
    ['creator: Invalid input', ['creator'], undefined],
    ['creator.name: Too small', ['creator', 'name'], ''],
    ['temporalCoverage: Invalid string', ['temporalCoverage'], '令和4年度'],
    ['spatialCoverage: Too small', ['spatialCoverage'], []],
    ['keywords: Too small', ['keywords'], []],
    ['version: Invalid input', ['version'], undefined],
    ['variableMeasured: Too small', ['variableMeasured'], []],
    ['includedInDataCatalog: Invalid input', ['includedInDataCatalog'], undefined],
    ['distribution: Too small', ['distribution'], []],
    ['distribution.0.contentUrl: Invalid input', ['distribution', 0, 'contentUrl'], undefined],
    ['distribution.0.contentUrl: Invalid URL', ['distribution', 0, 'contentUrl'], '/data/indicators.csv'],
    ['distribution.0.encodingFormat: Invalid input', ['distribution', 0, 'encodingFormat'], undefined],
  ])('“%s”', (fault, way, value) => {
    expect(findSchemaOrgFaults(replaceValue(document, way, value))).toEqual([expect.stringContaining(fault)]);
  });
});
