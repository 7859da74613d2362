import { describe, expect, test } from 'vitest';
import { openSiteData } from '../../../../src/site-data/open-site-data.ts';
import { listSearchDocuments } from '../../../../src/search/search-documents.ts';
import { openIndex } from '../../../../src/search/query/open-index.ts';
import { buildSiteIndex } from '../../../../src/search/index/site-index.ts';
import { REPOSITORY_FOLDER } from '../../../support/source-modules.ts';
import { keepInMemory, createMemoryLoader } from '../index-in-memory.ts';

const siteData = openSiteData({ root: REPOSITORY_FOLDER });
const all = listSearchDocuments(siteData);
const index = await openIndex(createMemoryLoader(keepInMemory(buildSiteIndex(siteData))));
const rows = await index.rows(all.map((_one, place) => place));
const NO_FILTERS = { city: null, kind: null, theme: null };

describe('the page of a row', () => {
  test('is named for nodes that stand on the page of another, and for nothing else', () => {
    for (const { id, page } of rows) {
      const node = siteData.planItems.find((one) => one.id === id);
      const shown = node && !siteData.hasOwnPage(node) ? siteData.pageItemOf(node) : null;
      expect([id, page]).toEqual([id, shown && expect.stringContaining(shown.title)]);
    }
  });

  test('tells apart results with the same title', () => {
    const same = rows.filter(({ title }) => title === '防災対策事業');
    expect(same.length).toBeGreaterThan(1);
    expect(new Set(same.map(({ page }) => page)).size).toBe(same.length);
  });

  test('is no part of the document', () => {
    expect(Object.keys(all[0] ?? {})).not.toContain('page');
  });
});

describe('an everyday word of data/words.csv', () => {
  const held = siteData.everydayWords.filter(({ title }) => all.some(({ text }) => text.includes(title)));

  test.each(held.filter(({ reading }) => reading !== '').map(({ reading, title }) => [reading, title]))(
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
  ])('%s: all near results are of it', async (query, city) => {
    const { related, cities } = await index.search(query, NO_FILTERS);
    expect(cities).toEqual([city]);
    expect(related.filter((place) => rows[place]?.municipality !== city)).toEqual([]);
  });
});
