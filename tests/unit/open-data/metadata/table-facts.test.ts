import { describe, expect, test } from 'vitest';
import {
  getContactPoint,
  listKeywords,
  getLicenceUrl,
  describeTable,
  listTableMunicipalities,
  describeRights,
  listDateRanges,
} from '../../../../src/open-data/metadata/table-facts.ts';
import { publishedTables } from '../../../../src/open-data/tables/published-tables.ts';
import { openSiteData } from '../../../../src/site-data/open-site-data.ts';
import { EXAMPLE_SITE } from '../../../support/example-site.ts';
import { REPOSITORY_FOLDER } from '../../../support/source-modules.ts';
import { editFixtureFile, createFixtureSite } from '../../../support/fixture-site.ts';

const own = openSiteData({ root: REPOSITORY_FOLDER });
const mihon = openSiteData({ root: EXAMPLE_SITE });
const named = (id: string) => {
  const found = publishedTables.find((one) => one.id === id);
  if (!found) throw new Error(`no table ${id}`);
  return found;
};

describe('whom to write to', () => {
  const withContact = (contact: string) => getContactPoint({ ...own, site: { ...own.site, contact } });

  test.each([
    ['kikaku@mihon.example', 'mailbox', 'kikaku@mihon.example'],
    ['mailto:kikaku@mihon.example', 'mailbox', 'kikaku@mihon.example'],
    ['https://mihon.example/contact/', 'page', 'https://mihon.example/contact/'],
    ['https://mihon.example/@kikaku', 'page', 'https://mihon.example/@kikaku'],
    ['企画課（電話 000-000-0000）', 'words', '企画課（電話 000-000-0000）'],
  ])('is told of %s as a %s', (contact, kind, text) => {
    expect(withContact(contact)).toEqual({ kind, text });
  });

  test('is not told while the site names nobody', () => {
    expect(withContact('')).toBeNull();
  });
});

describe('the licence', () => {
  test('is named by the address that stands for it, not by that of its deed in one language', () => {
    expect(getLicenceUrl(own)).toBe('https://creativecommons.org/licenses/by/4.0/');
  });

  test('of another kind keeps its address', () => {
    const url = 'https://www.digital.go.jp/resources/open_data/public_data_license_v1.0';
    const file = editFixtureFile(
      'site.config.json',
      'https://creativecommons.org/licenses/by/4.0/deed.ja',
      url,
    );
    expect(getLicenceUrl(openSiteData({ root: createFixtureSite(file) }))).toBe(url);
  });

  test('covers what the publisher wrote, and leaves the words of plans to their cities', () => {
    expect(describeRights(own)).toMatch(
      /^利用条件は、計画ひろばが書いた.*計画の文章は、それぞれの市区町村のものです。$/,
    );
  });
});

describe('the times of a table', () => {
  test('reach from its first to its last day', () => {
    const days = mihon.observations
      .flatMap(({ period: { start, end } }) => [start ?? [], end ?? []].flat())
      .sort();
    expect(listDateRanges(named('observations'), mihon)).toEqual([{ start: days[0], end: days.at(-1) }]);
  });

  test('of plans are the periods that they print, each once', () => {
    expect(listDateRanges(named('nodes'), own)).toEqual([{ start: '2020-04-01', end: '2021-03-31' }]);
  });

  test('are none where the table speaks of no time, or its days tell when something was written', () => {
    for (const id of ['themes', 'glossary', 'zones', 'sources'])
      expect(listDateRanges(named(id), own)).toEqual([]);
  });
});

describe('the places of a table', () => {
  test('are the municipalities that it has rows of', () => {
    expect(listTableMunicipalities(named('zones'), own).map(({ id }) => id)).toEqual(['kashiwa']);
  });

  test('are all where its rows belong to none', () => {
    expect(listTableMunicipalities(named('themes'), own)).toEqual(own.municipalities);
  });
});

test('a table is told in 50 characters or more, with its columns, and as made up where it is', () => {
  expect(describeTable(named('themes'), own).length).toBeGreaterThanOrEqual(50);
  expect(describeTable(named('themes'), own)).toContain('列はテーマID、名称');
  expect(describeTable(named('themes'), own)).not.toContain('架空');
  expect(describeTable(named('themes'), mihon)).toContain('すべて架空です');
});

test('keywords name each word once, with the places', () => {
  expect(listKeywords(named('zones'), own)).toEqual([
    '地域',
    '市町村の計画',
    '行政',
    'オープンデータ',
    '柏市',
  ]);
});
