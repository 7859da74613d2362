import { describe, expect, test } from 'vitest';
import { listSiteDocuments } from '../../../../src/open-data/api/api-index.ts';
import { listSearchCities } from '../../../../src/search/build-index.ts';
import { splitQuery, toKatakana } from '../../../../src/search/search-text.ts';
import { getSearchableText, markWords } from '../../../../src/search/word-marks.ts';
import { selectCases } from '../../../fuzz/fuzz-runs.ts';
import { createRandomInteger } from '../../../support/random-integers.ts';
import { openSharedSite } from '../../../support/shared-sites.ts';
import { REPOSITORY_FOLDER } from '../../../support/source-modules.ts';
import { buildSiteFiles, NO_FILTERS, openInMemory } from '../index-in-memory.ts';

const siteData = openSharedSite(REPOSITORY_FOLDER);
const all = listSiteDocuments(siteData);
const texts = all.map(getSearchableText);
const files = buildSiteFiles(siteData);
const index = await openInMemory(files);

/** Returns the documents whose texts contain every word. */
function findByText(query: string): number[] {
  const words = splitQuery(query).map(markWords);
  if (words.length === 0) return [];
  return texts.flatMap((text, document) => (words.every((word) => text.includes(word)) ? [document] : []));
}

/** Returns the queries with wrong exact results. */
async function findWrong(queries: readonly string[], searchIndex = index): Promise<string[]> {
  const wrongQueries: string[] = [];
  for (const query of queries) {
    const { exact } = await searchIndex.search(query, NO_FILTERS);
    const sorted = [...exact].sort((a, b) => a - b);
    if (JSON.stringify(sorted) !== JSON.stringify(findByText(query))) wrongQueries.push(query);
  }
  return wrongQueries;
}

const random = createRandomInteger(7);
const cutPiece = () => {
  const text = texts[random(texts.length)] ?? '';
  const length = 1 + random(10);
  const from = random(Math.max(1, text.length - length + 1));
  return text.slice(from, from + length);
};
const pieces = selectCases(Array.from({ length: 1000 }, cutPiece));
const terms = selectCases(siteData.terms.flatMap(({ title, aliases, reading }) => [title, ...aliases, reading]));
const titles = selectCases(all.map(({ title }) => title));
const wide = (text: string) =>
  text.replace(/[!-~]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0)).toUpperCase();

describe('the exact results are the documents whose texts contain the words', () => {
  test('for terms, spellings and readings', async () => {
    expect(await findWrong(terms)).toEqual([]);
  });

  test('for titles', async () => {
    expect(await findWrong(titles)).toEqual([]);
  });

  test('for random pieces of one to ten characters', async () => {
    expect(await findWrong(pieces)).toEqual([]);
  });

  test('in any character width and case', async () => {
    expect(await findWrong([...terms, ...titles, ...pieces.slice(0, 300)].map(wide))).toEqual([]);
  });

  test('for two and three words', async () => {
    const pairs = Array.from({ length: 300 }, () => `${cutPiece().slice(0, 3)} ${cutPiece().slice(0, 2)}`);
    const same = Array.from({ length: 200 }, () => {
      const text = texts[random(texts.length)] ?? '';
      return [0, 1, 2].map(() => text.slice(random(text.length)).slice(0, 1 + random(4))).join('　');
    });
    expect(await findWrong(selectCases([...pairs, ...same]))).toEqual([]);
  });

  test('for the name of a city beside another word, and those of the city that contain the other word', async () => {
    const withCities = await openInMemory(files, undefined, listSearchCities(siteData));
    for (const { id, title, reading, prefecture } of siteData.municipalities)
      for (const word of selectCases(['市民', '計画', '避難所', 'SNS', 'パブリックコメント', '人口', 'のための']))
        for (const name of [
          ...[title, title.slice(0, -1), reading, toKatakana(reading), reading.replace(/し$/, '市')],
          ...[`${prefecture}${title}`, `${prefecture} ${title}`, `${title}の`],
        ]) {
          const { exact } = await withCities.search(`${name} ${word}`, NO_FILTERS);
          const own = findByText(word).filter((document) => all[document]?.municipality === id);
          // Texts contain 平塚市 for ひらつか市, 平塚市の and 神奈川県 平塚市.
          const written = /[市の]$/.test(name) ? title : name;
          const expected = new Set([...findByText(`${written} ${word}`), ...own]);
          expect(new Set(exact), `${name} ${word}`).toEqual(expected);
          expect(exact).toHaveLength(expected.size);
        }
  });

  test('for the names of two cities beside another word, and those of both cities', async () => {
    const withCities = await openInMemory(files, undefined, listSearchCities(siteData));
    for (const [index, { id, title }] of siteData.municipalities.slice(1).entries()) {
      const other = siteData.municipalities[index];
      const query = `${title} ${other?.title ?? ''} 計画`;
      const own = findByText('計画').filter((document) => [id, other?.id].includes(all[document]?.municipality ?? ''));
      const { exact } = await withCities.search(query, NO_FILTERS);
      expect(new Set(exact), query).toEqual(new Set([...findByText(query), ...own]));
    }
  });

  test('for words that no text contains', async () => {
    const absent = Array.from({ length: 200 }, () => cutPiece() + cutPiece()).filter(
      (query) => findByText(query).length === 0,
    );
    expect(absent.length).toBeGreaterThan(150);
    expect(await findWrong([...selectCases(absent), '龘', '𩸽', '\ud83d', '  '])).toEqual([]);
  });

  test('if no file is cached before a query', async () => {
    const wrongQueries: string[] = [];
    for (const query of selectCases([...pieces.slice(0, 100), ...titles.slice(0, 50)]))
      wrongQueries.push(...(await findWrong([query], await openInMemory(files))));
    expect(wrongQueries).toEqual([]);
  });
});
