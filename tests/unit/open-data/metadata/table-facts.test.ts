import { describe, expect, test } from 'vitest';
import { createDataPackage } from '../../../../src/open-data/metadata/data-package-metadata.ts';
import {
  getContactPoint,
  getGuideUrl,
  getIssueDate,
  getTableIssueDate,
  listKeywords,
  getLicenceUrl,
  describeTable,
  listTableMunicipalities,
  describeRights,
  listDateRanges,
  listTableFacts,
} from '../../../../src/open-data/metadata/table-facts.ts';
import { listFigureTables } from '../../../../src/open-data/tables/figure-tables.ts';
import { codeLists } from '../../../../src/open-data/tables/published-code-lists.ts';
import { EXAMPLE_SITE } from '../../../support/example-site.ts';
import { editFixtureFile } from '../../../support/fixture-site.ts';
import { findTable } from '../../../support/metadata/published-files.ts';
import { releaseSite } from '../../../support/release-site.ts';
import { openSharedSite, openFixtureSite } from '../../../support/shared-sites.ts';
import { REPOSITORY_FOLDER } from '../../../support/source-modules.ts';

const own = openSharedSite(REPOSITORY_FOLDER);
const mihon = openSharedSite(EXAMPLE_SITE);

describe('the contact', () => {
  const withContact = (contact: string) => getContactPoint({ ...own, site: { ...own.site, contact } });

  test.each([
    ['kikaku@mihon.example', 'mailbox', 'kikaku@mihon.example'],
    ['mailto:kikaku@mihon.example', 'mailbox', 'kikaku@mihon.example'],
    ['https://mihon.example/contact/', 'page', 'https://mihon.example/contact/'],
    ['https://mihon.example/@kikaku', 'page', 'https://mihon.example/@kikaku'],
    [' kikaku@mihon.example ', 'mailbox', 'kikaku@mihon.example'],
    ['tel:000-000-0000', 'words', 'tel:000-000-0000'],
    ['https://', 'words', 'https://'],
    ['企画課（電話 000-000-0000）', 'words', '企画課（電話 000-000-0000）'],
    ['kikaku@mihon,example', 'words', 'kikaku@mihon,example'],
  ])('%s has the kind %s', (contact, kind, text) => {
    expect(withContact(contact)).toEqual({ kind, text });
  });

  test('is null without a contact in the settings', () => {
    expect(withContact('')).toBeNull();
  });
});

describe('the licence', () => {
  test('has its own URL, not that of its deed in one language', () => {
    expect(getLicenceUrl(own)).toBe('https://creativecommons.org/licenses/by/4.0/');
  });

  test('of another kind keeps its URL', () => {
    const url = 'https://www.digital.go.jp/resources/open_data/public_data_license_v1.0';
    const file = editFixtureFile('site.config.json', 'https://creativecommons.org/licenses/by/4.0/deed.ja', url);
    expect(getLicenceUrl(openFixtureSite(file))).toBe(url);
  });

  test('covers the publisher’s texts, not those of the plans', () => {
    expect(describeRights({ ...own, statistics: [], municipalityOutlines: [] })).toMatch(
      /^利用条件は、計画ひろばが書いた.*計画の文章は、それぞれの市区町村のものです。$/,
    );
  });

  test('does not cover the values of statistics, which have the terms of their sources', () => {
    expect(describeRights(own)).toMatch(/統計の値と市区町村の形は.*「出典」の表に資料ごとの利用条件があります。$/);
  });
});

test('the rights name only what is copied', () => {
  const [statistic] = own.statistics;
  if (!statistic) throw new Error('no statistic');
  const rights = describeRights({ ...own, statistics: [statistic], municipalityOutlines: [] });
  expect(rights).toContain('計画の文章は、それぞれの市区町村のものです。統計の値は国などの資料から写したもので');
});

describe('the periods of a table', () => {
  test('are from its first to its last day', () => {
    const days = mihon.observations.flatMap(({ period: { start, end } }) => [start ?? [], end ?? []].flat()).sort();
    expect(listDateRanges(mihon, findTable('observations'))).toEqual([{ start: days[0], end: days.at(-1) }]);
  });

  test('of updates are their days, not the periods of their plans', () => {
    const days = mihon.changes.map(({ date }) => date).sort();
    expect(listDateRanges(mihon, findTable('updates'))).toEqual([{ start: days[0], end: days.at(-1) }]);
  });

  test('of plans are the printed periods, each once', () => {
    const printed = ['hiratsuka-jitsugen', 'kashiwara-unei-r2', 'hiratsuka-jitsugen'];
    expect(listDateRanges({ ...own, plans: printed.map(own.plan) }, findTable('nodes'))).toEqual([
      { start: '2007-04-01', end: '2017-03-31' },
      { start: '2020-04-01', end: '2021-03-31' },
    ]);
  });

  test('are only those of the plans in its rows', () => {
    expect(own.relatedPlans.map(({ plan }) => plan)).toContain('warabi-jiritsu');
    const period = '令和5年度から令和9年度まで';
    const plans = own.plans.map((plan) => (plan.id === 'warabi-jiritsu' ? { ...plan, period } : plan));
    expect(listDateRanges({ ...own, plans }, findTable('related-plans'))).toEqual([
      { start: '2023-04-01', end: '2028-03-31' },
    ]);
  });

  test('are empty for plans whose period is not known', () => {
    const [plan] = own.plans;
    if (!plan) throw new Error('no plan');
    const plans = [null, '毎年', '令和5年度から'].map((period) => ({ ...plan, period }));
    expect(listDateRanges({ ...own, plans }, findTable('nodes'))).toEqual([]);
  });

  test('are empty without days or date columns, and for years of documents', () => {
    expect(listDateRanges({ ...own, observations: [] }, findTable('observations'))).toEqual([]);
    for (const id of ['themes', 'glossary', 'zones', 'sources']) expect(listDateRanges(own, findTable(id))).toEqual([]);
  });
});

describe('the municipalities of a table', () => {
  test('are those in its rows', () => {
    expect(listTableMunicipalities(own, findTable('zones')).map(({ id }) => id)).toEqual(['kashiwa']);
  });

  test('are all if its rows have none', () => {
    expect(listTableMunicipalities(own, findTable('themes'))).toEqual(own.municipalities);
  });
});

test('the URL of a guide is that of all data if the site has no such guide', () => {
  expect(getGuideUrl(own, 'method')).toBe('https://keikaku.example/about/method/');
  expect(getGuideUrl(own, 'unknown')).toBe('https://keikaku.example/data/');
});

test('the day of the first publication is that of the oldest change', () => {
  const days = own.changes.map(({ date }) => date).sort();
  expect(getIssueDate(own)).toBe(days[0]);
  expect(getIssueDate({ ...own, changes: [] })).toBeNull();
});

test('the day of the first publication of a table is that of the first release with rows of it, or unknown', () => {
  const first = releaseSite(openFixtureSite(), '2025-01-01');
  const second = { ...first, date: '2026-01-01' };
  const releases = [second, first];
  const day = (id: string) => getTableIssueDate({ releases }, findTable(id));
  expect([day('plans'), day('zones')]).toEqual(['2025-01-01', '2025-01-01']);
  const emptied = first.tables.map((one) => (one.name === 'zones' ? { ...one, rows: 0 } : one));
  expect(getTableIssueDate({ releases: [second, { ...first, tables: emptied }] }, findTable('zones'))).toBe(
    '2026-01-01',
  );
  expect(getTableIssueDate({ releases: [] }, findTable('plans'))).toBeNull();
  const codes = codeLists.map((table) => getTableIssueDate({ releases }, table));
  expect(new Set(codes)).toEqual(new Set(['2025-01-01', null]));
  expect(
    getTableIssueDate({ releases }, codeLists.find(({ id }) => id === 'rating-bands') ?? expect.fail()),
  ).toBeNull();
});

test('the description of a table has 50 characters or more, its columns, and a note if it is fictional', () => {
  expect(describeTable(own, findTable('themes')).length).toBeGreaterThanOrEqual(50);
  expect(describeTable(own, findTable('themes'))).toContain('列はテーマID、名称');
  expect(describeTable(own, findTable('themes'))).not.toContain('架空');
  expect(describeTable(mihon, findTable('themes'))).toContain('すべて架空です');
});

test('the keywords contain each municipality once', () => {
  expect(listKeywords(own, findTable('zones'))).toEqual(['地域', '市町村の計画', '行政', 'オープンデータ', '柏市']);
});

test('the keywords of all tables contain no names of very many municipalities', () => {
  const [town = expect.fail()] = own.municipalities;
  const municipalities = Array.from({ length: 201 }, () => town);
  const manyTowns = createDataPackage({ ...own, municipalities }, [], () => expect.fail());
  expect(manyTowns).toMatchObject({ keywords: ['市町村の計画', '行政', 'オープンデータ'] });
});

describe('the facts on a table', () => {
  const readFacts = (id: string, siteData = mihon) => new Map(listTableFacts(siteData, findTable(id)));

  test('are its meaning, terms of use, version and columns', () => {
    const { title, description } = findTable('nodes');
    expect([...readFacts('nodes')].slice(0, 9)).toEqual([
      ['表', title],
      ['1行の意味', description],
      ['作成', mihon.site.publisher],
      ['利用条件', `${mihon.site.licence.name} ${mihon.site.licence.url}`],
      ['出典の書き方', `${mihon.site.name}（データの版 ${mihon.version}、CC BY 4.0）${mihon.urls.absolute('/')}`],
      ['データの版', mihon.version],
      ['更新日', mihon.updated],
      ['サイト', 'https://mihon.example/data/'],
      ['注意', 'この表の内容はすべて架空です。'],
    ]);
  });

  test('name no day without changes, and no warning about real data', () => {
    const facts = readFacts('nodes', { ...own, updated: null });
    expect([facts.has('更新日'), facts.has('注意')]).toEqual([false, false]);
  });

  test.each([
    ['observations', '列「値」', /。英語の見出し value、数、わからないときは空$/],
    ['municipalities', '列「人口」', /。英語の見出し population、整数、単位は人、わからないときは空$/],
    ['observations', '列「確度」', /。英語の見出し certainty、文字、コード表は codes\/certainties\.csv$/],
    ['observations', '列「値の時点（おわり）」', /、日付（2026-11-20 の形）、わからないときは空$/],
  ])('explain the columns of %s: %s', (id, title, words) => {
    expect(readFacts(id).get(title)).toMatch(words);
  });

  test('of copied values have the terms and the credit lines of their sources', () => {
    const facts = readFacts('statistic-values', own);
    expect(facts.get('利用条件')).toBeUndefined();
    expect(facts.get('写した値の利用条件')).toMatch(/ https:\/\//);
    expect(facts.get('写した値の出典の書き方')).toMatch(/を加工して作成/);
  });

  test('of the copied values of a page lead to the terms of their sources', () => {
    const table = listFigureTables(own).find(({ path }) => path === 'statistics/census-population');
    if (!table) throw new Error('no figures of the statistic');
    expect(new Map(listTableFacts(own, table)).get('利用条件')).toContain('「出典」の列にある資料の利用条件');
  });
});
