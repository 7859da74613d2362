import { parseAtomFeed } from 'feedsmith';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import {
  type ChangeFeed,
  createSiteFeed,
  listPartFeeds,
  MAX_LISTED_CHANGES,
  formatFeed,
} from '../../../src/open-data/change-feeds.ts';
import { openSiteData } from '../../../src/site-data/open-site-data.ts';
import type { SiteData } from '../../../src/site-data/site-data.ts';
import { ID_CHANGE_ITEM, isTextChange } from '../../../src/tables/changes.ts';
import { EXAMPLE_SITE } from '../../support/example-site.ts';
import { createFixtureSite, editFixtureFile, type FixtureFiles } from '../../support/fixture-site.ts';
import { openSharedSite, openFixtureSite } from '../../support/shared-sites.ts';
import { REPOSITORY_FOLDER } from '../../support/source-modules.ts';

const read = (files: FixtureFiles = {}) => {
  const siteData = openSiteData({ root: createFixtureSite(files), base: '/plans/', site: 'https://mihon.example' });
  return parseAtomFeed(formatFeed(siteData, createSiteFeed(siteData), 'xml'));
};

test('the feed has an entry for each change, the latest first, with its records', () => {
  expect(read().entries?.map(({ title }) => title?.value)).toEqual([
    '地域と用語を加えました：見本町 北部、DX',
    '登録者数を直しました：見本町 町公式SNSの登録者数',
    '計画をのせました：見本町 見本町まちづくり計画、見本町 情報を伝える',
  ]);
});

test('the feed of very many changes has the latest', () => {
  const siteData = openFixtureSite();
  const changes = siteData.changes.slice(0, 1).flatMap((change) =>
    Array.from({ length: MAX_LISTED_CHANGES + 1 }, (_, at) => ({
      ...change,
      date: at === 0 ? '2020-01-01' : '2026-01-01',
    })),
  );
  const { entries } = createSiteFeed({ ...siteData, changes });
  expect(entries).toHaveLength(MAX_LISTED_CHANGES);
  expect(new Set(entries.map(({ date }) => date))).toEqual(new Set(['2026-01-01']));
});

test('the title of a change with many records contains two of them', () => {
  const changes =
    '日付,対象,項目,前,後,理由,出典ID\n2026-11-20,mihon-keikaku;mihon-keikaku/1;mihon-keikaku/1_1,なおしました,,,,';
  expect(read({ 'data/changes.csv': changes }).entries?.[0]?.title?.value).toMatch(
    /^なおしました：[^、]+、[^、]+ほか1件$/,
  );
});

test('feeds name the kind of a change, and none if the row has none', () => {
  const rows = '2026-11-21,mihon-keikaku,要約,,,,,文章\n2026-11-20,mihon-keikaku,期間,,,,,';
  const root = createFixtureSite({ 'data/changes.csv': `日付,対象,項目,前,後,理由,出典ID,種類\n${rows}` });
  const siteData = openSiteData({ root });
  const feed = createSiteFeed(siteData);
  expect(feed.entries.map(isTextChange)).toEqual([true, false]);
  const { entries } = parseAtomFeed(formatFeed(siteData, feed, 'xml'));
  expect(entries?.map(({ categories }) => categories?.map(({ term }) => term))).toEqual([['文章'], undefined]);
  expect(JSON.parse(formatFeed(siteData, feed, 'json'))).toMatchObject({ items: [{ tags: ['文章'] }, {}] });
});

test('feeds name the kind of a change between releases', () => {
  const town = openSharedSite(EXAMPLE_SITE);
  const feed = createSiteFeed(town);
  const Items = z.object({ items: z.array(z.object({ title: z.string(), tags: z.array(z.string()).optional() })) });
  const { items } = Items.parse(JSON.parse(formatFeed(town, feed, 'json')));
  const released = items.filter(({ title }) => title.includes('（保存版 '));
  expect(released.length).toBeGreaterThan(5);
  for (const { title, tags } of released) expect(tags).toEqual([title.split('：')[0]]);
});

test('an entry links to its change on the page of changes', () => {
  expect(read().entries?.[1]).toMatchObject({
    id: 'https://mihon.example/plans/changes/#2026-11-20-1',
    links: [{ href: 'https://mihon.example/plans/changes/#2026-11-20-1' }],
    updated: '2026-11-20T00:00:00+09:00',
  });
});

test('a text that looks like a time stays as it is', () => {
  const text = '<updated>いつか</updated>';
  const settings = editFixtureFile('site.config.json', '架空の見本町の計画をのせた、テストのためのサイトです。', text);
  expect(read(settings).subtitle?.value).toBe(text);
});

test('ids stay if the site moves, and links lead to where it is now', () => {
  const settings = editFixtureFile(
    'site.config.json',
    '"base": "/",',
    '"base": "/", "feedIdBase": "https://first.example/town/",',
  );
  const options = { base: '/plans/', site: 'https://mihon.example' };
  const siteData = openSiteData({ root: createFixtureSite(settings), ...options });
  const atom = parseAtomFeed(formatFeed(siteData, createSiteFeed(siteData), 'xml'));
  expect([atom.id, atom.entries?.[1]?.id]).toEqual([
    'https://first.example/town/',
    'https://first.example/town/changes/#2026-11-20-1',
  ]);
  expect(atom.entries?.[1]?.links?.[0]?.href).toBe('https://mihon.example/plans/changes/#2026-11-20-1');
  const json: unknown = JSON.parse(formatFeed(siteData, createSiteFeed(siteData), 'json'));
  expect(json).toMatchObject({
    feed_url: 'https://mihon.example/plans/feed.json',
    items: [
      {},
      {
        id: 'https://first.example/town/changes/#2026-11-20-1',
        url: 'https://mihon.example/plans/changes/#2026-11-20-1',
      },
      {},
    ],
  });
});

test('ids in feeds of cities and indicators stay if ids change, and links lead to the present pages', () => {
  const siteData = openSharedSite(EXAMPLE_SITE);
  const [first] = siteData.changes;
  const rename = (before: string, now: string) => ({
    ...(first ?? expect.fail()),
    item: ID_CHANGE_ITEM,
    before,
    subjects: [now],
  });
  const changes = [
    rename('old/first', 'mihon-kurashi/bus-rides'),
    rename('old', 'mihon-kurashi'),
    rename('town', 'mihon'),
  ];
  const releases = siteData.releases.map((release) => ({
    ...release,
    changes: release.changes
      .filter(({ record }) => record === 'mihon-kurashi/bus-rides')
      .map((change) => ({ ...change, record: 'old/first', plan: 'old', municipality: 'town' })),
  }));
  const feeds = listPartFeeds({ ...siteData, changes, releases });
  const read = (page: string) => {
    const { id, entries } = feeds.find((feed) => feed.page === page) ?? expect.fail();
    return [id, ...entries.filter(({ title }) => title.startsWith('目標')).map((entry) => [entry.id, entry.url])];
  };
  expect(read('/indicators/mihon-kurashi/bus-rides/')).toEqual([
    '/indicators/old/first/',
    ['/indicators/old/first/#2025-10-01-r1', '/indicators/mihon-kurashi/bus-rides/#2025-10-01-r1'],
  ]);
  const group = '/changes/#2025-10-01-town-target-lowered';
  expect(read('/cities/mihon/')).toEqual(['/cities/town/', [group, group]]);
});

test('an entry contains the old and the new value and the reason', () => {
  expect(read().entries?.[1]?.summary?.value).toBe('5,578人 → 5,587人。理由：打ちまちがい');
});

test('an entry of a JSON Feed has the ids of its records, for programs', () => {
  const siteData = openFixtureSite();
  const { items } = z
    .object({ items: z.array(z.object({ _keikaku: z.object({ records: z.array(z.string()) }) })) })
    .parse(JSON.parse(formatFeed(siteData, createSiteFeed(siteData), 'json')));
  expect(items.map((item) => item._keikaku.records)).toEqual([
    ['mihon/north', 'dx'],
    ['mihon-keikaku/sns'],
    ['mihon-keikaku', 'mihon-keikaku/1_1'],
  ]);
});

test('an entry about a plan that replaces another has the ids of both', () => {
  const siteData = openSiteData({ root: EXAMPLE_SITE });
  const { items } = z
    .object({ items: z.array(z.object({ title: z.string(), _keikaku: z.object({ records: z.array(z.string()) }) })) })
    .parse(JSON.parse(formatFeed(siteData, createSiteFeed(siteData), 'json')));
  const entries = items.filter(({ title }) => title.startsWith('計画の入れかえ'));
  expect(entries.map((item) => item._keikaku.records)).toEqual([['mihon-midori', 'mihon-minato']]);
});

test('the feed of a merged town says which of its plans another one has replaced', () => {
  const siteData = openSharedSite(EXAMPLE_SITE);
  const [city] = siteData.municipalities;
  const feeds = listPartFeeds({
    ...siteData,
    municipalities: [...siteData.municipalities, { ...(city ?? expect.fail()), id: 'minato' }],
    nameMunicipality: (id) => id,
    plans: siteData.plans.map((plan) => (plan.id === 'mihon-minato' ? { ...plan, municipality: 'minato' } : plan)),
    releases: [],
  });
  const entries = feeds.find(({ page }) => page === '/cities/minato/')?.entries ?? [];
  expect(entries.map(({ title }) => title)).toContainEqual(
    expect.stringMatching(/^計画の入れかえ：\S* 見本市みなと計画（架空）$/),
  );
});

test('an entry about a changed id has the new id and the old one', () => {
  const changes = '日付,対象,項目,前\n2026-11-20,mihon-keikaku/sns,IDの変更,mihon-keikaku/followers\n';
  const [entry] = createSiteFeed(openFixtureSite({ 'data/changes.csv': changes })).entries;
  expect(entry?.records).toEqual(['mihon-keikaku/sns', 'mihon-keikaku/followers']);
});

test('an entry about results by zone names each zone in its text, and the indicator once in its title', () => {
  const feeds = listPartFeeds(openSharedSite(EXAMPLE_SITE));
  const entry = feeds.find(({ page }) => page === '/indicators/mihon-sogo/meeting-people/')?.entries[0];
  expect([entry?.title, entry?.text.split('\n')]).toEqual([
    '実績が加わった：見本市（架空） 見本会議に加わった人の数（累計）（保存版 2026-11-20）',
    expect.arrayContaining(['見本会議に加わった人の数（累計）（海の地区、令和7年度）：60人']),
  ]);
});

test('the title of a change of several cities names in the feed of a city only what belongs to it', () => {
  const siteData = openSharedSite(REPOSITORY_FOLDER);
  const { entries } = listPartFeeds(siteData).find(({ page }) => page === '/cities/kashiwa/') ?? {};
  expect(entries?.map(({ title }) => title)).toContain('2022年度の歳入と地方税の出典を分けました：柏市');
});

test('the title of a change of several records names in the feed of an indicator only this one', () => {
  const changes =
    '日付,対象,項目\n2026-11-20,mihon-keikaku;mihon-keikaku/1;mihon-keikaku/1_1;mihon-keikaku/sns,なおしました\n';
  const siteData = openFixtureSite({ 'data/changes.csv': changes });
  const feed = listPartFeeds(siteData).find(({ page }) => page === siteData.urls.indicator('mihon-keikaku/sns'));
  expect(feed?.entries.map(({ title }) => title)).toEqual([
    `なおしました：見本町 ${siteData.indicator('mihon-keikaku/sns').title}`,
  ]);
});

test('the time of the feed is the day of the last change, in Japan', () => {
  expect(String(read().updated)).toBe('2026-11-20T00:00:00+09:00');
});

test.each([
  ['with changes', {}, 3],
  ['without changes', { 'data/changes.csv': null }, 0],
])('a JSON Feed %s has the required list of entries', (_case, files, entries) => {
  const siteData = openFixtureSite(files);
  const feed = z
    .object({ version: z.literal('https://jsonfeed.org/version/1.1'), title: z.string(), items: z.array(z.unknown()) })
    .parse(JSON.parse(formatFeed(siteData, createSiteFeed(siteData), 'json')));
  expect(feed.items).toHaveLength(entries);
});

test('a feed without changes does not use the clock', () => {
  const empty = read({ 'data/changes.csv': null });
  expect([empty.entries ?? [], Date.parse(String(empty.updated))]).toEqual([
    [],
    Date.parse('1970-01-01T00:00:00+09:00'),
  ]);
});

test('a feed says that it is in Japanese', () => {
  const siteData = openFixtureSite();
  expect(formatFeed(siteData, createSiteFeed(siteData), 'xml')).toContain('<feed xml:lang="ja" xmlns=');
});

test('a feed names itself, its page, its publisher and its terms of use', () => {
  const { site } = openFixtureSite();
  expect(read()).toMatchObject({
    id: 'https://mihon.example/plans/',
    links: [
      { href: 'https://mihon.example/plans/', rel: 'alternate' },
      { href: 'https://mihon.example/plans/feed.xml', rel: 'self' },
    ],
    authors: [{ name: site.publisher }],
    rights: { value: site.licence.name },
  });
});

test('a JSON Feed names itself and its page, and each entry has its URL and its day in Japan', () => {
  const siteData = openFixtureSite();
  const feed: unknown = JSON.parse(formatFeed(siteData, createSiteFeed(siteData), 'json'));
  const url = siteData.urls.absolute('/changes/#2026-11-20-1');
  expect(feed).toMatchObject({
    home_page_url: siteData.urls.absolute('/'),
    feed_url: siteData.urls.absolute('/feed.json'),
    description: siteData.site.description,
    language: 'ja',
    authors: [{ name: siteData.site.publisher }],
    items: [
      {},
      {
        id: url,
        url,
        title: '登録者数を直しました：見本町 町公式SNSの登録者数',
        content_text: '5,578人 → 5,587人。理由：打ちまちがい',
      },
      {},
    ],
  });
  expect(feed).toMatchObject({ items: [{}, { date_published: '2026-11-20T00:00:00+09:00' }, {}] });
});

test('the time of a feed without changes of its own is the day of the last change of the site', () => {
  const siteData = openSharedSite(EXAMPLE_SITE);
  const [empty] = listPartFeeds(siteData).filter(({ entries }) => entries.length === 0);
  if (!empty) throw new Error('every feed has changes');
  expect(String(parseAtomFeed(formatFeed(siteData, empty, 'xml')).updated)).toBe(
    `${siteData.updated ?? ''}T00:00:00+09:00`,
  );
});

test('the time of a feed with changes of its own is the day of the last one', () => {
  const siteData = openSharedSite(EXAMPLE_SITE);
  const feed = listPartFeeds(siteData).find(({ entries }) => entries[0] && entries[0].date !== siteData.updated);
  if (!feed) throw new Error('every feed has changes of the last day');
  expect(String(parseAtomFeed(formatFeed(siteData, feed, 'xml')).updated)).toBe(
    `${feed.entries[0]?.date ?? ''}T00:00:00+09:00`,
  );
});

describe('the feed of a municipality', () => {
  const readFeed = (siteData: SiteData) =>
    listPartFeeds(siteData).find(({ page }) => page === siteData.urls.municipality('mihon'));

  test('has the changes of all its records, each once, and no others', () => {
    const records = [
      'dx',
      'mihon',
      'mihon-kikaku',
      'mihon-keikaku',
      'mihon-keikaku/1_1',
      'mihon-keikaku/sns',
      'mihon/north',
    ];
    const rows = [...records, 'mihon;mihon-keikaku;dx'].map((subjects) => `2026-11-20,${subjects},${subjects},,,,\n`);
    const changes = `日付,対象,項目,前,後,理由,出典ID\n${rows.join('')}`;
    const feed = readFeed(openFixtureSite({ 'data/changes.csv': changes }));
    const titles = feed?.entries.map(({ title }) => title.split('：')[0]);
    expect(titles?.sort()).toEqual([...records.slice(1), 'mihon;mihon-keikaku;dx'].sort());
  });

  test('has the changes of releases that the feed of the site has', () => {
    const siteData = openSharedSite(EXAMPLE_SITE);
    const listReleased = (feed: ChangeFeed | undefined) =>
      feed?.entries.filter(({ title }) => title.includes('保存版'));
    const released = listReleased(createSiteFeed(siteData));
    expect(released).not.toEqual([]);
    expect(listReleased(readFeed(siteData))).toEqual(released);
  });

  test('has its name and its two files', () => {
    expect(readFeed(openSharedSite(EXAMPLE_SITE))).toMatchObject({
      title: '見本市（架空）の更新｜計画ひろば（見本市）',
      files: { xml: '/feeds/cities/mihon.xml', json: '/feeds/cities/mihon.json' },
    });
  });
});

test('the feed of an indicator has its changes and those of releases, which its own page shows', () => {
  const siteData = openSharedSite(EXAMPLE_SITE);
  const page = '/indicators/mihon-kurashi/bus-rides/';
  const feed = listPartFeeds(siteData).find((one) => one.page === page);
  expect(feed).toMatchObject({
    title: '市のバスに乗った人の数の更新｜計画ひろば（見本市）',
    files: {
      xml: '/feeds/indicators/mihon-kurashi/bus-rides.xml',
      json: '/feeds/indicators/mihon-kurashi/bus-rides.json',
    },
  });
  expect(feed?.entries.map(({ url, title }) => [url.replace(/#.*/, ''), title.split('：')[0]])).toEqual([
    [page, '実績が加わった'],
    [page, '目標が届きやすい値に変わった'],
    [page, '実績が加わった'],
    ['/changes/', '目標値を引き下げました（架空）'],
  ]);
  expect(feed?.entries[1]).toEqual({
    id: `${page}#2025-10-01-r1`,
    url: `${page}#2025-10-01-r1`,
    title: '目標が届きやすい値に変わった：見本市（架空） 市のバスに乗った人の数（保存版 2025-10-01）',
    text: '市のバスに乗った人の数：180千人 → 150千人。理由：運転手が足りず、便をへらしたという想定です。',
    date: '2025-10-01',
    records: ['mihon-kurashi/bus-rides'],
    kind: null,
    tag: '目標が届きやすい値に変わった',
  });
});
