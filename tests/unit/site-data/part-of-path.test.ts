import { describe, expect, test } from 'vitest';
import { routes } from '../../../src/model/routes.ts';
import { buildOpenData } from '../../../src/open-data/build-open-data.ts';
import { openSiteData } from '../../../src/site-data/open-site-data.ts';
import { findPart, makesPath, isMade, makeOrReadFile } from '../../../src/site-data/part-of-path.ts';
import { createEmptyFolder, writeFixture } from '../../support/fixture-site.ts';
import { readApiFiles } from '../../support/metadata/published-files.ts';
import { openSharedSite } from '../../support/shared-sites.ts';
import { REPOSITORY_FOLDER } from '../../support/source-modules.ts';

const siteData = openSharedSite(REPOSITORY_FOLDER);

/** So many parts that each municipality has its own. */
const COUNT = siteData.municipalities.length;
const partOf = (municipality: string) => siteData.municipalities.findIndex(({ id }) => id === municipality) + 1;

/** Examples of the ids in routes. All of a plan or a municipality are of 蕨市. */
const IDS: Readonly<Record<string, string>> = {
  plan: 'warabi-jiritsu',
  code: '35_2',
  indicator: 'warabi-jiritsu/sns-followers',
  municipality: 'warabi',
  prefecture: '12',
};

describe('the part of a path', () => {
  test.each(Object.values(routes))('%s is that of the municipality or the prefecture whose id it contains', (route) => {
    const path = route.slice(1).replace(/\{(\w+)\}/g, (_, name: string) => IDS[name] ?? 'other');
    const number = route.includes('{prefecture}') ? (12 % COUNT) + 1 : partOf('warabi');
    const isOwned = /\{(?:plan|indicator|municipality|prefecture)\}/.test(route);
    expect(findPart(siteData, path, COUNT)).toBe(isOwned ? number : 0);
  });

  test.each([
    'data/plans/warabi-jiritsu/nodes.csv',
    'data/plans/warabi-jiritsu.xlsx',
    'data/municipalities/warabi/plans.csv',
    'data/cities/warabi/statistics.json',
    'data/zones/warabi-figures.csv',
    'api/v1/plans/warabi-jiritsu.json',
    'charts/indicators/warabi-jiritsu/sns-followers.svg',
    'charts/zones/warabi.svg',
  ])('%s is that of its municipality', (path) => {
    expect(findPart(siteData, path, COUNT)).toBe(partOf('warabi'));
  });

  test.each([
    'data/plans/',
    'data/plans.csv',
    'data/themes/digital.csv',
    'data/parquet/plans/prefecture=11/plans.parquet',
    'api/v1/plans.json',
    'plans/no-such-plan/',
    'compare/prefecture/index.html',
  ])('%s belongs to no municipality or prefecture', (path) => {
    expect(findPart(siteData, path, COUNT)).toBe(0);
  });

  test.each(['compare/prefecture/12/', 'compare/kind/measure/prefecture/12/', 'themes/digital/prefecture/12/'])(
    '%s is that of its prefecture',
    (path) => {
      expect([3, 5].map((count) => findPart(siteData, path, count))).toEqual([1, 3]);
    },
  );

  test('is one of as many as there are, and municipalities take turns', () => {
    const parts = siteData.municipalities.map(({ id }) => findPart(siteData, `cities/${id}/`, 2));
    expect(parts).toEqual(siteData.municipalities.map((_, at) => (at % 2) + 1));
  });
});

test('every page of a municipality, plan or indicator has a part', () => {
  const { municipalities, plans, indicators, planItems } = siteData;
  const urls = [...municipalities, ...plans, ...indicators, ...planItems].map(({ url }) => url.slice(1));
  expect(urls.filter((url) => findPart(siteData, url, COUNT) === 0)).toEqual([]);
});

describe('a run for a part', () => {
  const part = { number: partOf('warabi'), count: COUNT, folders: [] };
  const limited = openSiteData({ root: REPOSITORY_FOLDER, part });

  test('makes the open data of its municipalities and nothing else', () => {
    const whole = buildOpenData(siteData);
    const own = whole.filter(({ path }) => findPart(siteData, `data/${path}`, COUNT) === part.number);
    const made = buildOpenData(limited);
    expect(own.length).toBeGreaterThan(50);
    expect(made.map(({ path }) => path)).toEqual(own.map(({ path }) => path));
    expect(made.map(({ body }) => Buffer.from(body))).toEqual(own.map(({ body }) => Buffer.from(body)));
  });

  test('makes the files of the API of its municipalities and nothing else', () => {
    const own = [...readApiFiles(siteData)].filter(
      ([path]) => findPart(siteData, `api/${path}`, COUNT) === part.number,
    );
    expect(own.length).toBeGreaterThan(5);
    expect([...readApiFiles(limited)]).toEqual(own);
  });
});

test('a run that joins parts takes their files and makes all others', () => {
  const folder = createEmptyFolder();
  writeFixture(folder, { 'cities/warabi/index.html': 'from the part' });
  const folders = siteData.municipalities.map(() => folder);
  const joining = openSiteData({ root: REPOSITORY_FOLDER, part: { number: 0, count: COUNT, folders } });
  const take = (path: string) => makeOrReadFile(joining, path, () => 'made')?.toString();
  expect(take('cities/warabi/index.html')).toBe('from the part');
  expect(take('cities/warabi/other.html')).toBeUndefined();
  expect(take('themes/digital/index.html')).toBe('made');
  const files = ['warabi/index', 'warabi/other'].map((name) => `cities/${name}.html`);
  expect([...files, 'themes/digital/index.html'].map((path) => isMade(joining, path))).toEqual([true, false, true]);
});

test('a run without parts makes everything', () => {
  expect(['', 'cities/warabi/'].map((path) => makesPath(siteData, path))).toEqual([true, true]);
});
