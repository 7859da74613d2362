import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { buildOpenData } from '../../../src/open-data/build-open-data.ts';
import { listRowObjects } from '../../../src/open-data/published-table.ts';
import { describedTables } from '../../../src/open-data/tables/published-code-lists.ts';
import { EXAMPLE_SITE } from '../../support/example-site.ts';
import { appendFixtureLines, FIXTURE_SITES } from '../../support/fixture-site.ts';
import { openFixtureSite, openSharedSite } from '../../support/shared-sites.ts';
import { REPOSITORY_FOLDER } from '../../support/source-modules.ts';

const siteData = openSharedSite(REPOSITORY_FOLDER);
const files = buildOpenData(siteData);
const text = (path: string) => {
  const body = files.find((one) => one.path === path)?.body;
  if (typeof body !== 'string') throw new Error(`no text ${path}`);
  return body;
};
const linesOf = (path: string) => text(path).trimEnd().split('\r\n').slice(1);
const paths = files.map(({ path }) => path);

describe('the published files', () => {
  test('have different paths', () => {
    expect(new Set(paths).size).toBe(paths.length);
  });

  test('have the same number of rows as CSV and JSON', () => {
    for (const path of paths.filter((one) => /^[a-z-]+\.csv$/.test(one)))
      expect([path, (JSON.parse(text(path.replace('.csv', '.json'))) as unknown[]).length]).toEqual([
        path,
        linesOf(path).length,
      ]);
  });
});

describe('extracts', () => {
  test.each(['nodes', 'node-links', 'indicators', 'observations'])('of %s contain all rows together', (table) => {
    const parts = (folder: string) =>
      paths.filter((path) => path.startsWith(folder) && path.endsWith(`/${table}.csv`)).flatMap(linesOf);
    const whole = linesOf(`${table}.csv`).sort();
    expect(parts('plans/').sort()).toEqual(whole);
    expect(parts('municipalities/').sort()).toEqual(whole);
  });

  test('of a municipality have every source that their rows name', () => {
    const readIds = (path: string) => linesOf(path).map((line) => line.split(',')[0] ?? '');
    const values = siteData.statisticValues.filter(({ municipality }) => municipality === 'warabi');
    const cited = new Set([...values.map(({ source }) => source), ...siteData.municipality('warabi').sources]);
    const listed = readIds('municipalities/warabi/sources.csv');
    expect([...cited].filter((id) => !listed.includes(id))).toEqual([]);
    expect(listed).toContain('warabi-jiritsu');
    expect(listed).not.toContain('kashiwa-suishin');
  });

  test('do not exist without rows', () => {
    expect(paths).not.toContain('plans/kashiwa-suishin/indicators.csv');
  });
});

test('a part of a site has the extracts of its municipalities, but no whole tables, releases or checksums', () => {
  const town = openSharedSite(EXAMPLE_SITE);
  const list = (number: number) =>
    buildOpenData({ ...town, part: { number, count: 2, folders: [] } }).map(({ path }) => path);
  expect(list(1)).toContain('plans/mihon-sogo/nodes.csv');
  expect(list(1).filter((path) => /^[a-z-]+\.|^versions\/|^SHA256SUMS$/.test(path))).toEqual([]);
  expect(list(2)).toEqual([]);
  expect(buildOpenData(town).map(({ path }) => path)).toContain('versions/2026-11-20/tables.zip');
});

test('the checksums include the earlier path of a file whose record has another id', () => {
  const changes = { 'data/changes.csv': '日付,対象,項目,前\n2026-11-20,mihon,IDの変更,mura\n' };
  const sums = buildOpenData(openFixtureSite(changes)).find(({ path }) => path === 'SHA256SUMS')?.body;
  const [now, earlier] = ['mihon', 'mura'].map((id) =>
    new RegExp(`^(\\w{64})  cities/${id}\\.csv$`, 'm').exec(String(sums)),
  );
  expect(earlier?.[1]).toBe(now?.[1]);
  expect(earlier).not.toBeNull();
});

describe('the checksums', () => {
  test('include every other file', () => {
    const sums = text('SHA256SUMS').trimEnd().split('\n');
    const listed = new Map(sums.map((line) => [line.slice(66), line.slice(0, 64)]));
    const made = new Map(
      files
        .filter(({ path }) => path !== 'SHA256SUMS')
        .map(({ path, body }) => [path, createHash('sha256').update(body).digest('hex')]),
    );
    expect(listed).toEqual(made);
  });
});

describe('the code lists', () => {
  test('contain every value of the coded columns', () => {
    const kinds = new Set(linesOf('codes/kinds.csv').map((line) => line.split(',')[0]));
    const used = (JSON.parse(text('nodes.json')) as { kind: string }[]).map(({ kind }) => kind);
    expect(used.filter((kind) => !kinds.has(kind))).toEqual([]);
  });
});

test('a town without zones has an empty table', () => {
  const bare = buildOpenData(openSharedSite(join(FIXTURE_SITES, 'bare')));
  expect(bare.find(({ path }) => path === 'zones.json')?.body).toBe('[]\n');
});

test('the list of changed ids says which ids change with those of plans and municipalities', () => {
  const list = describedTables.find(({ id }) => id === 'id-changes');
  expect(list?.description).toMatch(/計画の項目と指標のIDも.*市区町村のIDと、その市区町村の地域のIDも同じです。$/);
});

test('each source of an update has a row, and an update without one has none', () => {
  const rows = [
    '2026-12-01,mihon-keikaku,要約を直しました,,,,mihon-keikaku;mihon-tokei',
    '2026-12-01,mihon-keikaku,要約を直しました,,,,',
  ];
  const table = describedTables.find(({ id }) => id === 'update-sources') ?? expect.fail();
  const listed = listRowObjects(openFixtureSite(appendFixtureLines('data/changes.csv', ...rows)), table);
  expect(listed.filter(({ update }) => String(update).startsWith('2026-12-01'))).toEqual([
    { update: '2026-12-01-1', source: 'mihon-keikaku' },
    { update: '2026-12-01-1', source: 'mihon-tokei' },
  ]);
});
