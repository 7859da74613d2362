import { describe, expect, test } from 'vitest';
import { listSiteDocuments } from '../../../src/api/api-index.ts';
import { buildSiteFiles, NO_FILTERS, openInMemory } from './index-in-memory.ts';
import { openSharedSite } from '../../support/shared-sites.ts';
import { selectEverydayPhrases } from '../../../src/search/build-index.ts';
import { normalizeSearchText } from '../../../src/search/search-text.ts';
import { readEverydayPhrases } from '../../../src/site-data/everyday-phrases.ts';
import { REPOSITORY_FOLDER } from '../../support/source-modules.ts';

const siteData = openSharedSite(REPOSITORY_FOLDER);
const documents = listSiteDocuments(siteData);
const index = await openInMemory(buildSiteFiles(siteData));
const rows = await index.rows(documents.map((_document, index) => index));

describe('the page of a row', () => {
  test('is named only for plan items on the page of another item', () => {
    for (const { id, page } of rows) {
      const node = siteData.planItems.find((one) => one.id === id);
      const shown = node && !siteData.hasOwnPage(node) ? siteData.pageItemOf(node) : null;
      expect([id, page]).toEqual([id, shown && expect.stringContaining(shown.title)]);
    }
  });

  test('distinguishes results with the same title', () => {
    const same = rows.filter(({ title }) => title === '防災対策事業');
    expect(same.length).toBeGreaterThan(1);
    expect(new Set(same.map(({ page }) => page)).size).toBe(same.length);
  });

  test('is not part of the document', () => {
    expect(Object.keys(documents[0] ?? {})).not.toContain('page');
  });
});

describe('data/everyday-phrases.csv', () => {
  const phrases = readEverydayPhrases(REPOSITORY_FOLDER);

  test('contains each phrase once', () => {
    const normalized = phrases.map(({ phrase }) => normalizeSearchText(phrase));
    expect(normalized.filter((phrase, index) => normalized.indexOf(phrase) !== index)).toEqual([]);
  });

  test('leads from each phrase to other words, each once', () => {
    const wrong = phrases.filter(({ phrase, planWords }) => new Set([phrase, ...planWords]).size <= planWords.length);
    expect(wrong).toEqual([]);
  });

  test('contains no single character and no two kana, which occur by chance within other words', () => {
    expect(phrases.filter(({ phrase }) => phrase.length < 2 || /^[ぁ-ゖ]{2}$/u.test(phrase))).toEqual([]);
  });

  test('is reduced to the words that the texts contain', () => {
    const selected = selectEverydayPhrases(phrases, ['災害のときは避難所へ']);
    expect(selected).toContainEqual(['逃げ', '避難']);
    expect(selected).not.toContainEqual(expect.arrayContaining(['納付']));
    expect(selectEverydayPhrases(phrases, [])).toEqual([]);
  });
});

describe('an everyday word of data/words.csv', () => {
  const containedWords = siteData.everydayWords.filter(({ title }) =>
    documents.some(({ text }) => text.includes(title)),
  );

  test.each(containedWords.filter(({ reading }) => reading !== '').map(({ reading, title }) => [reading, title]))(
    'is found by its reading %s: %s',
    async (reading, title) => {
      const { exact, related } = await index.search(reading, NO_FILTERS);
      const found = [...exact, ...related].map((place) => rows[place]);
      expect(found.some((row) => `${row?.title}\n${row?.text}`.includes(title))).toBe(true);
    },
  );
});

describe('a city in a query', () => {
  test.each([
    ['平塚市 税金', 'hiratsuka'],
    ['柏市 防災', 'kashiwa'],
    ['柏原市 窓口', 'kashiwara'],
    ['かしわし', 'kashiwa'],
    ['金沢 駐車場', 'kanazawa'],
  ])('%s: all related results belong to it', async (query, city) => {
    const { related, cities } = await index.search(query, NO_FILTERS);
    expect(cities).toEqual([city]);
    expect(related.filter((place) => rows[place]?.municipality !== city)).toEqual([]);
  });
});
