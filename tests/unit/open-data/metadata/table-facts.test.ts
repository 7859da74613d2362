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
import { openSiteData } from '../../../../src/site-data/open-site-data.ts';
import { openSharedSite } from '../../../support/shared-sites.ts';
import { EXAMPLE_SITE } from '../../../support/example-site.ts';
import { REPOSITORY_FOLDER } from '../../../support/source-modules.ts';
import { editFixtureFile, createFixtureSite } from '../../../support/fixture-site.ts';
import { findTable } from '../../../support/metadata/published-files.ts';

const own = openSharedSite(REPOSITORY_FOLDER);
const mihon = openSharedSite(EXAMPLE_SITE);

describe('the contact', () => {
  const withContact = (contact: string) => getContactPoint({ ...own, site: { ...own.site, contact } });

  test.each([
    ['kikaku@mihon.example', 'mailbox', 'kikaku@mihon.example'],
    ['mailto:kikaku@mihon.example', 'mailbox', 'kikaku@mihon.example'],
    ['https://mihon.example/contact/', 'page', 'https://mihon.example/contact/'],
    ['https://mihon.example/@kikaku', 'page', 'https://mihon.example/@kikaku'],
    ['企画課（電話 000-000-0000）', 'words', '企画課（電話 000-000-0000）'],
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
    expect(getLicenceUrl(openSiteData({ root: createFixtureSite(file) }))).toBe(url);
  });

  test('covers the publisher’s texts, not those of the plans', () => {
    expect(describeRights({ ...own, statistics: [], municipalityShapes: [] })).toMatch(
      /^利用条件は、計画ひろばが書いた.*計画の文章は、それぞれの市区町村のものです。$/,
    );
  });

  test('does not cover the values of statistics, which have the terms of their sources', () => {
    expect(describeRights(own)).toMatch(/統計の値と市区町村の形は.*「出典」の表に資料ごとの利用条件があります。$/);
  });
});

describe('the periods of a table', () => {
  test('are from its first to its last day', () => {
    const days = mihon.observations.flatMap(({ period: { start, end } }) => [start ?? [], end ?? []].flat()).sort();
    expect(listDateRanges(findTable('observations'), mihon)).toEqual([{ start: days[0], end: days.at(-1) }]);
  });

  test('of plans are the printed periods, each once', () => {
    expect(listDateRanges(findTable('nodes'), own)).toEqual([
      { start: '2007-04-01', end: '2017-03-31' },
      { start: '2020-04-01', end: '2021-03-31' },
    ]);
  });

  test('are empty without date columns, and for years of documents', () => {
    for (const id of ['themes', 'glossary', 'zones', 'sources']) expect(listDateRanges(findTable(id), own)).toEqual([]);
  });
});

describe('the municipalities of a table', () => {
  test('are those in its rows', () => {
    expect(listTableMunicipalities(findTable('zones'), own).map(({ id }) => id)).toEqual(['kashiwa']);
  });

  test('are all if its rows have none', () => {
    expect(listTableMunicipalities(findTable('themes'), own)).toEqual(own.municipalities);
  });
});

test('the description of a table has 50 characters or more, its columns, and a note if it is fictional', () => {
  expect(describeTable(findTable('themes'), own).length).toBeGreaterThanOrEqual(50);
  expect(describeTable(findTable('themes'), own)).toContain('列はテーマID、名称');
  expect(describeTable(findTable('themes'), own)).not.toContain('架空');
  expect(describeTable(findTable('themes'), mihon)).toContain('すべて架空です');
});

test('the keywords contain each municipality once', () => {
  expect(listKeywords(findTable('zones'), own)).toEqual(['地域', '市町村の計画', '行政', 'オープンデータ', '柏市']);
});
