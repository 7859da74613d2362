import { parseAtomFeed } from 'feedsmith';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { createSiteFeed, printFeed } from '../../../src/open-data/change-feeds.ts';
import { openSiteData } from '../../../src/site-data/open-site-data.ts';
import { createFixtureSite, type FixtureFiles } from '../../support/fixture-site.ts';

const read = (files: FixtureFiles = {}) => {
  const siteData = openSiteData({ root: createFixtureSite(files), base: '/plans/', site: 'https://mihon.example' });
  return parseAtomFeed(printFeed(siteData, createSiteFeed(siteData), 'xml'));
};

test('the feed has an entry for each change, the latest first, with its records', () => {
  expect(read().entries?.map(({ title }) => title?.value)).toEqual([
    '地域と用語を加えました：見本町 北部、DX',
    '登録者数を直しました：見本町 町公式SNSの登録者数',
    '計画をのせました：見本町 見本町まちづくり計画、見本町 情報を伝える',
  ]);
});

test('the title of a change with many records contains two of them', () => {
  const changes =
    '日付,対象,項目,前,後,理由,出典ID\n2026-11-20,mihon-keikaku;mihon-keikaku/1;mihon-keikaku/1_1,なおしました,,,,';
  expect(read({ 'data/changes.csv': changes }).entries?.[0]?.title?.value).toMatch(
    /^なおしました：[^、]+、[^、]+ほか1件$/,
  );
});

test('an entry links to its change on the page of changes', () => {
  expect(read().entries?.[1]).toMatchObject({
    id: 'https://mihon.example/plans/changes/#2026-11-20-1',
    links: [{ href: 'https://mihon.example/plans/changes/#2026-11-20-1' }],
  });
});

test('an entry contains the old and the new value and the reason', () => {
  expect(read().entries?.[1]?.summary?.value).toBe('5,578人 → 5,587人。打ちまちがい');
});

test('an entry of a JSON Feed has the ids of its records, for programs', () => {
  const siteData = openSiteData({ root: createFixtureSite() });
  const { items } = z
    .object({ items: z.array(z.object({ _keikaku: z.object({ records: z.array(z.string()) }) })) })
    .parse(JSON.parse(printFeed(siteData, createSiteFeed(siteData), 'json')));
  expect(items.map((item) => item._keikaku.records)).toEqual([
    ['mihon/north', 'dx'],
    ['mihon-keikaku/sns'],
    ['mihon-keikaku', 'mihon-keikaku/1_1'],
  ]);
});

test('the time of the feed is the day of the last change, in Japan', () => {
  expect(String(read().updated)).toBe('2026-11-20T00:00:00+09:00');
});

test.each([
  ['with changes', {}, 3],
  ['without changes', { 'data/changes.csv': null }, 0],
])('a JSON Feed %s has the required list of entries', (_case, files, entries) => {
  const siteData = openSiteData({ root: createFixtureSite(files) });
  const feed = z
    .object({ version: z.literal('https://jsonfeed.org/version/1.1'), title: z.string(), items: z.array(z.unknown()) })
    .parse(JSON.parse(printFeed(siteData, createSiteFeed(siteData), 'json')));
  expect(feed.items).toHaveLength(entries);
});

test('a feed without changes does not use the clock', () => {
  const empty = read({ 'data/changes.csv': null });
  expect([empty.entries ?? [], Date.parse(String(empty.updated))]).toEqual([
    [],
    Date.parse('1970-01-01T00:00:00+09:00'),
  ]);
});
