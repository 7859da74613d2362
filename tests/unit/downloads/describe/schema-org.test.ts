import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { describedTables } from '../../../../src/downloads/describe/documents.ts';
import { catalogData, datasetData } from '../../../../src/downloads/describe/schema-org.ts';
import { downloads } from '../../../../src/downloads/files.ts';
import { tables } from '../../../../src/downloads/tables/index.ts';
import { openPortal } from '../../../../src/portal/open.ts';
import { broken } from '../../../support/describe/published.ts';
import { schemaOrgFaults } from '../../../support/describe/schema-org.ts';
import { EXAMPLE } from '../../../support/example.ts';
import { ROOT } from '../../../support/modules.ts';
import { TOWNS } from '../../../support/town.ts';

const roots = [ROOT, EXAMPLE, join(TOWNS, 'sound'), join(TOWNS, 'bare')];
const towns = await Promise.all(
  roots.map(async (root) => {
    const portal = openPortal({ root });
    return { portal, described: describedTables(await downloads(portal), portal) };
  }),
);

describe('what a page tells search engines', () => {
  test.each(tables.map((table) => [table.id, table] as const))('of %s is what they ask for', (_id, table) => {
    const faults = towns.flatMap(({ portal, described }) =>
      described
        .filter((one) => one.table === table)
        .flatMap((one) => schemaOrgFaults(JSON.parse(JSON.stringify(datasetData(one, portal))))),
    );
    expect(faults).toEqual([]);
  });

  test('of the catalogue is what they ask for', () => {
    expect(towns.flatMap(({ portal, described }) => schemaOrgFaults(catalogData(described, portal)))).toEqual(
      [],
    );
  });
});

describe('the check of a dataset fails for', () => {
  const [own] = towns;
  const indicators = own?.described.find(({ table }) => table.id === 'indicators');
  if (!own || !indicators) throw new Error('no table of indicators');
  const document = datasetData(indicators, own.portal);
  test.each([
    ['no name', ['name'], undefined],
    ['a description of less than 50 characters', ['description'], '1行が1つの指標です。'],
    ['a description of more than 5000 characters', ['description'], '指'.repeat(5001)],
    ['a licence that is no address', ['license'], 'CC BY 4.0'],
    ['no creator', ['creator'], undefined],
    ['a creator without a name', ['creator', 'name'], ''],
    ['a time that is no interval', ['temporalCoverage'], '令和4年度'],
    ['no place', ['spatialCoverage'], []],
    ['no keywords', ['keywords'], []],
    ['no version', ['version'], undefined],
    ['no columns', ['variableMeasured'], []],
    ['no catalogue', ['includedInDataCatalog'], undefined],
    ['no files', ['distribution'], []],
    ['a file without an address', ['distribution', 0, 'contentUrl'], undefined],
    ['a file at a relative address', ['distribution', 0, 'contentUrl'], '/data/indicators.csv'],
    ['a file without a type', ['distribution', 0, 'encodingFormat'], undefined],
  ])('%s', (_what, way, value) => {
    expect(schemaOrgFaults(document)).toEqual([]);
    expect(schemaOrgFaults(broken(document, way, value))).not.toEqual([]);
  });
});
