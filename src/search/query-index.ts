import { findShardIndex } from './format/byte-encoding.ts';
import { MAX_FORM_LENGTH } from './format/index-files.ts';
import { mayContain } from './format/pair-filter.ts';
import type { findExact } from './query/exact-search.ts';
import { countFacets, createFilter, isAside, putCityFirst, rankMatches } from './query/filter-and-rank.ts';
import { IndexReader } from './query/index-reader.ts';
import type { findRelated } from './query/related-search.ts';
import {
  SearchError,
  type FileLoader,
  type SearchFilters,
  type SearchIndex,
  type SearchResults,
  type SearchSuggestion,
} from './search-results.ts';
import { markLatinWords, normalizeSearchText, splitQuery, toHiragana } from './search-text.ts';

/*
 * Other folders import this file for queries, in a browser and in Node, and no other file of src/search/. The exception
 * is `search-text.ts`, which compares texts without an index.
 */
export { separateCities, type SearchCity } from './city-names.ts';
export { createFetchLoader } from './query/index-reader.ts';
export { extractSnippet, highlightText, type TextPart } from './query/text-snippet.ts';
export type { DocumentKind } from './search-documents.ts';
export * from './search-results.ts';

/** With fewer exact results than this, a search looks for related results too. */
const FEW_RESULTS = 5;

/** Loads a part of the program when a query needs it: a question needs other parts than a word in a document. */
async function loadScript<T>(script: Promise<T>): Promise<T> {
  try {
    return await script;
  } catch (cause) {
    throw new SearchError('unreachable', '検索のプログラムを読みこめません。', { cause });
  }
}

/** Finds exact results: if the filter lacks a pair of characters of a word, no document contains the word. */
const findExactLazily: typeof findExact = async (reader, words, signal) =>
  words.every((word) => mayContain(reader.header.pairFilter, word))
    ? (await loadScript(import('./query/exact-search.ts'))).findExact(reader, words, signal)
    : [];

const findRelatedLazily: typeof findRelated = async (...parameters) =>
  (await loadScript(import('./query/related-search.ts'))).findRelated(...parameters);

/** Returns the exact results of a query, and the matches before the filters. */
async function searchExact(reader: IndexReader, query: string, filters: SearchFilters, signal?: AbortSignal) {
  const { header } = reader;
  const words = [...new Set(splitQuery(query))];
  const matches = await findExactLazily(reader, words.map(markLatinWords), signal);
  const passesFilters = createFilter(header, filters);
  const filtered = matches.filter(({ document }) => passesFilters(document));
  const documents = matches.map(({ document }) => document);
  const results: SearchResults = {
    words,
    exact: rankMatches(header, filtered, words.length, filters.firstCity),
    isAside: filtered.length > 0 && filtered.every((match) => isAside(header, match, words.length)),
    related: [],
    relatedWords: [],
    alsoSearched: [],
    cities: [],
    optional: [],
    counts: countFacets(header, documents, filters),
  };
  return { results, matches, passesFilters };
}

/** Returns suggestions that begin with the typed text: first places and whole names, then names with such a word. */
async function findSuggestions(
  reader: IndexReader,
  typed: string,
  limit: number,
  signal?: AbortSignal,
): Promise<SearchSuggestion[]> {
  const prefix = normalizeSearchText(typed).slice(0, MAX_FORM_LENGTH);
  if (prefix === '') return [];
  const [whole, within] = [new Map<string, SearchSuggestion>(), new Map<string, SearchSuggestion>()];
  // The forms with this prefix may be at the end of one shard and at the beginning of the next.
  for (let index = Math.max(0, findShardIndex(prefix, reader.header.suggestionSeparators)); ; index++) {
    const rows = await reader.readSuggestions(index, signal);
    for (const [form, title, url, kind] of rows) {
      if (!form.startsWith(prefix)) continue;
      const isWhole = kind === 'city' || kind === 'prefecture' || normalizeSearchText(title).startsWith(form);
      if (isWhole) within.delete(url);
      if (!whole.has(url)) (isWhole ? whole : within).set(url, { title, url, kind });
    }
    const lastForm = rows.at(-1)?.[0];
    if (lastForm === undefined || lastForm.slice(0, prefix.length) > prefix || whole.size + within.size >= limit) break;
  }
  const found = [...whole.values(), ...within.values()];
  // Readings are in hiragana.
  const kana = toHiragana(prefix);
  return found.length > 0 || kana === prefix ? found.slice(0, limit) : findSuggestions(reader, kana, limit, signal);
}

/**
 * Opens an index. It reads two small files; each query reads the files that it needs.
 * @throws SearchError if the index can't be loaded, is damaged, or has a later format
 */
export async function openIndex(load: FileLoader): Promise<SearchIndex> {
  const reader = await IndexReader.open(load);
  return {
    size: reader.header.size,
    searchExact: async (query, filters, signal) => (await searchExact(reader, query, filters, signal)).results,
    search: async (query, filters, signal) => {
      const { results, matches, passesFilters } = await searchExact(reader, query, filters, signal);
      if (results.exact.length >= FEW_RESULTS || results.words.length === 0) return results;
      const related = await findRelatedLazily(reader, query, matches, passesFilters, signal);
      return putCityFirst(reader.header, { ...results, ...related }, filters.firstCity);
    },
    rows: (documents, signal) => reader.readRows(documents, signal),
    suggest: (typed, limit, signal) => findSuggestions(reader, typed, limit, signal),
  };
}
