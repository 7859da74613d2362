import { findShardIndex } from '../byte-cursor.ts';
import { normalizeSearchText, splitQuery, toHiragana } from '../search-text.ts';
import {
  type FileLoader,
  SearchError,
  type SearchFilters,
  type SearchIndex,
  type SearchResults,
  type SearchSuggestion,
} from '../search-results.ts';
import { IndexReader } from './index-reader.ts';
import { findExact } from './exact-search.ts';
import { countFacets, createFilter, rankMatches } from './filter-and-rank.ts';
import { IndexFiles } from './index-files.ts';
import { MANIFEST_NAME, readHeader, readManifest } from '../index-format.ts';
import type { findRelated } from './related-search.ts';

/** How much of a name the index keeps. */
const LONGEST = 16;

/** What begins as typed: cities and names that do before names in which a word does. */
export async function findSuggestions(
  store: IndexReader,
  typed: string,
  most: number,
  signal?: AbortSignal,
): Promise<SearchSuggestion[]> {
  const form = normalizeSearchText(typed).slice(0, LONGEST);
  if (form === '') return [];
  const found = new Map<string, SearchSuggestion & { readonly whole: boolean }>();
  // What begins so may stand before the end of one file and behind the beginning of the next.
  for (let place = Math.max(0, findShardIndex(form, store.header.suggestionSeparators)); ; place++) {
    const rows = await store.readSuggestions(place, signal);
    for (const [own, title, url, kind] of rows)
      if (own.startsWith(form)) {
        const whole = kind === 'city' || normalizeSearchText(title).startsWith(own);
        const known = found.get(url);
        if (!known || (whole && !known.whole)) found.set(url, { title, url, kind, whole });
      }
    const last = rows.at(-1)?.[0];
    if (last === undefined || last.slice(0, form.length) > form || found.size >= most) break;
  }
  // Readings stand in hiragana.
  if (found.size === 0 && toHiragana(form) !== form)
    return findSuggestions(store, toHiragana(form), most, signal);
  return [...found.values()]
    .sort((a, b) => Number(b.whole) - Number(a.whole))
    .slice(0, most)
    .map(({ title, url, kind }) => ({ title, url, kind }));
}

/** Fewer exact results than this are thin: related ones are looked for. */
const THIN = 5;

/** Finds related ones; most queries have exact ones first, and need not wait for the program that does it. */
const related: typeof findRelated = async (...asked) => {
  let program;
  try {
    program = await import('./related-search.ts');
  } catch (cause) {
    throw new SearchError('unreachable', '近い言葉でさがすプログラムを読み込めません。', { cause });
  }
  return program.findRelated(...asked);
};

/**
 * Opens an index: two small files are read, all others when a query needs them. Runs in a browser and in Node.
 * @throws SearchError where the index can't be had, is damaged, or is of a later format
 */
export async function openIndex(load: FileLoader): Promise<SearchIndex> {
  const { version, documents: size, folder } = readManifest(await load(MANIFEST_NAME));
  const files = new IndexFiles(load, folder);
  const start = await files.get('start.bin', (bytes) => readHeader(bytes, size));
  const store = new IndexReader(files, start);
  /** Everything that holds the words, and what of it passes the filters. */
  const find = async (query: string, filters: SearchFilters, signal?: AbortSignal) => {
    const words = [...new Set(splitQuery(query))];
    const all = await findExact(store, words, signal);
    const isWanted = createFilter(start, filters);
    const wanted = all.filter(({ document }) => isWanted(document));
    const counts = countFacets(
      start,
      all.map(({ document }) => document),
      filters,
    );
    const results: SearchResults = {
      words,
      exact: rankMatches(start, wanted),
      related: [],
      alsoSearched: [],
      cities: [],
      optional: [],
      counts,
    };
    return { all, isWanted, results };
  };
  return {
    version,
    size,
    async searchExact(query, filters, signal) {
      const { results } = await find(query, filters, signal);
      return results;
    },
    async search(query, filters, signal) {
      const { all, isWanted, results } = await find(query, filters, signal);
      if (results.exact.length >= THIN || results.words.length === 0) return results;
      return { ...results, ...(await related(store, query, all, isWanted, signal)) };
    },
    rows: (documents, signal) => store.readRows(documents, signal),
    suggest: (typed, most, signal) => findSuggestions(store, typed, most, signal),
  };
}
