import { mayContain } from './format/pair-filter.ts';
import type { findExact } from './query/exact-search.ts';
import { countFacets, createFilter, putCityFirst, rankMatches } from './query/filter-and-rank.ts';
import { IndexReader } from './query/index-reader.ts';
import type { findRelated } from './query/related-search.ts';
import { findSuggestions } from './query/suggestions.ts';
import {
  SearchError,
  type FileLoader,
  type SearchFilters,
  type SearchIndex,
  type SearchResults,
} from './search-results.ts';
import { splitQuery } from './search-text.ts';

/*
 * The only file below src/search/ that code outside imports for queries, in a browser and in Node. The exception is
 * `search-text.ts`, which compares texts without the engine.
 */
export { separateCities, type SearchCity } from './city-names.ts';
export { createFetchLoader } from './query/index-reader.ts';
export { extractSnippet, highlightText, type TextPart } from './query/text-snippet.ts';
export type { DocumentKind } from './search-documents.ts';
export * from './search-results.ts';

/** With fewer exact results than this, a search looks for related results too. */
const FEW_RESULTS = 5;

/** Loads a part of the program: words that documents contain and questions need different parts. */
async function loadScript<T>(script: Promise<T>): Promise<T> {
  try {
    return await script;
  } catch (cause) {
    throw new SearchError('unreachable', '検索のプログラムを読み込めません。', { cause });
  }
}

/** Finds exact results: no document contains words of which the filter lacks a pair of characters. */
const findExactLazily: typeof findExact = async (reader, words, signal) => {
  if (!words.every((word) => mayContain(reader.header.pairFilter, word))) return [];
  const script = await loadScript(import('./query/exact-search.ts'));
  return script.findExact(reader, words, signal);
};

const findRelatedLazily: typeof findRelated = async (...parameters) => {
  const script = await loadScript(import('./query/related-search.ts'));
  return script.findRelated(...parameters);
};

/** Returns the exact results of a query, and the matches before the filters. */
async function searchExact(reader: IndexReader, query: string, filters: SearchFilters, signal?: AbortSignal) {
  const { header } = reader;
  const words = [...new Set(splitQuery(query))];
  const matches = await findExactLazily(reader, words, signal);
  const passesFilters = createFilter(header, filters);
  const filtered = matches.filter(({ document }) => passesFilters(document));
  const documents = matches.map(({ document }) => document);
  const results: SearchResults = {
    words,
    exact: rankMatches(header, filtered, words.length, filters.firstCity),
    related: [],
    relatedWords: [],
    alsoSearched: [],
    cities: [],
    optional: [],
    counts: countFacets(header, documents, filters),
  };
  return { results, matches, passesFilters };
}

/**
 * Opens an index. It reads two small files; each query reads the files that it needs.
 * @throws SearchError if the index can't be loaded, is damaged, or has a later format
 */
export async function openIndex(load: FileLoader): Promise<SearchIndex> {
  const reader = await IndexReader.open(load);
  return {
    version: reader.version,
    size: reader.header.size,
    searchExact: async (query, filters, signal) => (await searchExact(reader, query, filters, signal)).results,
    search: async (query, filters, signal) => {
      const { results, matches, passesFilters } = await searchExact(reader, query, filters, signal);
      if (results.exact.length >= FEW_RESULTS || results.words.length === 0) return results;
      const related = await findRelatedLazily(reader, query, matches, passesFilters, signal);
      return putCityFirst(reader.header, { ...results, ...related }, filters.firstCity);
    },
    rows: (documents, signal) => reader.readRows(documents, signal),
    suggest: (typed, most, signal) => findSuggestions(reader, typed, most, signal),
  };
}
