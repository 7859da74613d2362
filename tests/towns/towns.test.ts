import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { buildApiFiles } from '../../src/api/files.ts';
import { serializeCsv } from '../../src/downloads/csv.ts';
import { createAtomFeed } from '../../src/downloads/feed.ts';
import { publishedTables } from '../../src/downloads/tables/index.ts';
import { openSiteData } from '../../src/portal/open.ts';

/*
 * Whole tiny towns: a folder in, the published data out. What comes out stands beside what goes in, in `out/`; a
 * change there is a change of what people outside rely on. `npx vitest run tests/towns -u` writes it anew.
 */

const HERE = import.meta.dirname;
const towns = readdirSync(HERE, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

/** Lists of records that the API gives as they are. */
const inApi = new Set([
  'municipalities',
  'plans',
  'nodes',
  'indicators',
  'themes',
  'terms',
  'sources',
  'zones',
]);

const pretty = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

/** The files that a town gives, by their paths below `out/`. */
function outputs(town: string): ReadonlyMap<string, string> {
  const portal = openSiteData({ root: join(HERE, town) });
  const records = Object.entries(portal).filter(([name, list]) => Array.isArray(list) && !inApi.has(name));
  // The version changes with every byte that goes in, and has tests of its own.
  const withoutVersion = (text: string) => text.replaceAll(portal.version, '(version)');
  return new Map([
    ...records.map(([name, list]) => [`records/${name}.json`, pretty(list)] as const),
    // What can be searched is in the words of the other lists, and of this project's columns.
    ...[...buildApiFiles(portal)]
      .filter(([path]) => path !== 'v1/documents.json')
      .map(([path, text]) => [`api/${path}`, withoutVersion(pretty(JSON.parse(text)))] as const),
    ...publishedTables.map((table) => [`data/${table.id}.csv`, serializeCsv(table, portal)] as const),
    ['feed.xml', createAtomFeed(portal)],
  ]);
}

describe.each(towns)('the town %s', (town) => {
  const files = outputs(town);

  test.each([...files.keys()])('gives %s', async (path) => {
    await expect(files.get(path)).toMatchFileSnapshot(join(HERE, town, 'out', path));
  });

  test('gives nothing else', () => {
    const out = join(HERE, town, 'out');
    const there = existsSync(out) ? readdirSync(out, { recursive: true, withFileTypes: true }) : [];
    const paths = there
      .filter((entry) => entry.isFile())
      .map((entry) =>
        join(entry.parentPath, entry.name)
          .slice(out.length + 1)
          .replaceAll('\\', '/'),
      );
    expect(paths.filter((path) => !files.has(path))).toEqual([]);
  });

  test('gives the same bytes again', () => {
    expect([...outputs(town)]).toEqual([...files]);
  });
});
