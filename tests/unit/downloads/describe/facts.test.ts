import { describe, expect, test } from 'vitest';
import {
  contactOf,
  keywordsOf,
  licenceUrl,
  meaning,
  placesOf,
  rightsWords,
  spansOf,
} from '../../../../src/downloads/describe/facts.ts';
import { tables } from '../../../../src/downloads/tables/index.ts';
import { openPortal } from '../../../../src/portal/open.ts';
import { EXAMPLE } from '../../../support/example.ts';
import { ROOT } from '../../../support/modules.ts';
import { edited, town } from '../../../support/town.ts';

const own = openPortal({ root: ROOT });
const mihon = openPortal({ root: EXAMPLE });
const named = (id: string) => {
  const found = tables.find((one) => one.id === id);
  if (!found) throw new Error(`no table ${id}`);
  return found;
};

describe('whom to write to', () => {
  const withContact = (contact: string) => contactOf({ ...own, site: { ...own.site, contact } });

  test.each([
    ['kikaku@mihon.example', 'mailbox', 'kikaku@mihon.example'],
    ['mailto:kikaku@mihon.example', 'mailbox', 'kikaku@mihon.example'],
    ['https://mihon.example/contact/', 'page', 'https://mihon.example/contact/'],
    ['https://mihon.example/@kikaku', 'page', 'https://mihon.example/@kikaku'],
    ['企画課（電話 000-000-0000）', 'words', '企画課（電話 000-000-0000）'],
  ])('is told of %s as a %s', (contact, is, text) => {
    expect(withContact(contact)).toEqual({ is, text });
  });

  test('is not told while the site names nobody', () => {
    expect(withContact('')).toBeNull();
  });
});

describe('the licence', () => {
  test('is named by the address that stands for it, not by that of its deed in one language', () => {
    expect(licenceUrl(own)).toBe('https://creativecommons.org/licenses/by/4.0/');
  });

  test('of another kind keeps its address', () => {
    const url = 'https://www.digital.go.jp/resources/open_data/public_data_license_v1.0';
    const file = edited('site.config.json', 'https://creativecommons.org/licenses/by/4.0/deed.ja', url);
    expect(licenceUrl(openPortal({ root: town(file) }))).toBe(url);
  });

  test('covers what the publisher wrote, and leaves the words of plans to their cities', () => {
    expect(rightsWords(own)).toMatch(
      /^利用条件は、計画ひろばが書いた.*計画の文章は、それぞれの市区町村のものです。$/,
    );
  });
});

describe('the times of a table', () => {
  test('reach from its first to its last day', () => {
    const days = mihon.observations
      .flatMap(({ period: { start, end } }) => [start ?? [], end ?? []].flat())
      .sort();
    expect(spansOf(named('observations'), mihon)).toEqual([{ start: days[0], end: days.at(-1) }]);
  });

  test('of plans are the periods that they print, each once', () => {
    expect(spansOf(named('nodes'), own)).toEqual([{ start: '2020-04-01', end: '2021-03-31' }]);
  });

  test('are none where the table speaks of no time, or its days tell when something was written', () => {
    for (const id of ['themes', 'glossary', 'zones', 'sources']) expect(spansOf(named(id), own)).toEqual([]);
  });
});

describe('the places of a table', () => {
  test('are the municipalities that it has rows of', () => {
    expect(placesOf(named('zones'), own).map(({ id }) => id)).toEqual(['kashiwa']);
  });

  test('are all where its rows belong to none', () => {
    expect(placesOf(named('themes'), own)).toEqual(own.municipalities);
  });
});

test('a table is told in 50 characters or more, with its columns, and as made up where it is', () => {
  expect(meaning(named('themes'), own).length).toBeGreaterThanOrEqual(50);
  expect(meaning(named('themes'), own)).toContain('列はテーマID、名称');
  expect(meaning(named('themes'), own)).not.toContain('架空');
  expect(meaning(named('themes'), mihon)).toContain('すべて架空です');
});

test('keywords name each word once, with the places', () => {
  expect(keywordsOf(named('zones'), own)).toEqual(['地域', '市町村の計画', '行政', 'オープンデータ', '柏市']);
});
