import { describe, expect, test } from 'vitest';
import { listSiteDocuments } from '../../../../src/api/api-index.ts';
import { buildSiteFiles, NO_FILTERS, openInMemory } from '../index-in-memory.ts';
import { openSiteData } from '../../../../src/site-data/open-site-data.ts';
import { getSearchableText } from '../../../../src/search/search-documents.ts';
import { splitQuery } from '../../../../src/search/search-text.ts';
import { REPOSITORY_FOLDER } from '../../../support/source-modules.ts';

const siteData = openSiteData({ root: REPOSITORY_FOLDER });
const all = listSiteDocuments(siteData);
const texts = all.map(getSearchableText);
const files = buildSiteFiles(siteData);
const index = await openInMemory(files);

/** What looking through every text finds. */
function truth(query: string): number[] {
  const words = splitQuery(query);
  if (words.length === 0) return [];
  return texts.flatMap((text, document) => (words.every((word) => text.includes(word)) ? [document] : []));
}

/** The queries whose exact results are not the truth. */
async function wrong(queries: readonly string[], from = index): Promise<string[]> {
  const bad: string[] = [];
  for (const query of queries) {
    const { exact } = await from.search(query, NO_FILTERS);
    const sorted = [...exact].sort((a, b) => a - b);
    if (JSON.stringify(sorted) !== JSON.stringify(truth(query))) bad.push(query);
  }
  return bad;
}

/** The next number of a fixed series, from 0 up to a limit. */
function series(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

const next = series(7);
const cut = () => {
  const text = texts[next(texts.length)] ?? '';
  const length = 1 + next(10);
  const from = next(Math.max(1, text.length - length + 1));
  return text.slice(from, from + length);
};
const cuts = Array.from({ length: 2000 }, cut);
const terms = siteData.terms.flatMap(({ title, aliases, reading }) => [title, ...aliases, reading]);
const titles = all.map(({ title }) => title);
const wide = (text: string) =>
  text.replace(/[!-~]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0)).toUpperCase();

describe('the exact results are what looking through every text finds', { timeout: 60_000 }, () => {
  test('for every term, spelling and reading', async () => {
    expect(await wrong(terms)).toEqual([]);
  });

  test('for every title', async () => {
    expect(await wrong(titles)).toEqual([]);
  });

  test('for 2,000 pieces of one to ten characters from anywhere', async () => {
    expect(await wrong(cuts)).toEqual([]);
  });

  test('in any width and case', async () => {
    expect(await wrong([...terms, ...titles, ...cuts.slice(0, 300)].map(wide))).toEqual([]);
  });

  test('for two and three words', async () => {
    const pairs = Array.from({ length: 300 }, () => `${cut().slice(0, 3)} ${cut().slice(0, 2)}`);
    const same = Array.from({ length: 200 }, () => {
      const text = texts[next(texts.length)] ?? '';
      return [0, 1, 2].map(() => text.slice(next(text.length)).slice(0, 1 + next(4))).join('　');
    });
    expect(await wrong([...pairs, ...same])).toEqual([]);
  });

  test('for 200 words that stand nowhere', async () => {
    const absent = Array.from({ length: 200 }, () => cut() + cut()).filter((query) => truth(query).length === 0);
    expect(absent.length).toBeGreaterThan(150);
    expect(await wrong([...absent, '龘', '𩸽', '\ud83d', '  '])).toEqual([]);
  });

  test('when every query begins with nothing at hand', async () => {
    const bad: string[] = [];
    for (const query of [...cuts.slice(0, 300), ...titles.slice(0, 100)])
      bad.push(...(await wrong([query], await openInMemory(files))));
    expect(bad).toEqual([]);
  });
});
