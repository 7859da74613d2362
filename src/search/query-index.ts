import { separateCities, type SearchCity } from './city-names.ts';
import { mayContain } from './format/pair-filter.ts';
import { countFacets, createFilter, IndexReader } from './query/index-reader.ts';
import { SearchError } from './search-results.ts';
import type { FileLoader, SearchFilters, SearchIndex, SearchResults } from './search-results.ts';
import { splitQuery } from './search-text.ts';

/*
 * Other folders import this file for queries, in a browser and in Node, and no other file of src/search/. The exception
 * is `search-text.ts`, which compares texts without an index.
 */
export { listCityNames, separateCities, type SearchCity } from './city-names.ts';
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
    throw new SearchError('no-script', '検索のプログラムを読みこめません。', { cause });
  }
}

/** Returns the exact results of a query, and the matches before the filters. */
async function searchExact(reader: IndexReader, query: string, filters: SearchFilters, signal?: AbortSignal) {
  const { header } = reader;
  const separated = separateCities([...new Set(splitQuery(query))], reader.cities);
  const { divided: words, contained } = separated;
  // If the filter lacks a pair of characters of a word, no document contains the word.
  const mayExist = contained.every((word) => mayContain(header.pairFilter, word));
  const script = mayExist ? await loadScript(import('./query/exact-search.ts')) : null;
  const matches = (await script?.findExact(reader, separated, signal)) ?? [];
  const documents = matches.map(({ document }) => document);
  const passesFilters = createFilter(header, filters);
  const filtered = matches.filter(({ document }) => passesFilters(document));
  const results: SearchResults = {
    words,
    exact: script?.rankMatches(header, filtered, words.length, filters.firstCity) ?? [],
    isAside: script?.areAside(header, filtered, words.length) ?? false,
    related: [],
    relatedWords: [],
    alsoSearched: [],
    cities: [],
    optional: [],
    counts: countFacets(header, documents, filters),
  };
  return { results, matches };
}

/**
 * Opens an index. It reads two small files, or one of a small index; each query reads the files that it needs.
 * @param cities the cities whose names, beside other words, are found in all their documents
 * @throws SearchError if the index can't be loaded, is damaged, or has a later format
 */
export async function openIndex(load: FileLoader, cities: readonly SearchCity[] = []): Promise<SearchIndex> {
  const reader = await IndexReader.open(load, cities);
  return {
    size: reader.header.size,
    searchExact: async (query, filters, signal) => (await searchExact(reader, query, filters, signal)).results,
    search: async (query, filters, signal) => {
      const { results, matches } = await searchExact(reader, query, filters, signal);
      if (results.exact.length >= FEW_RESULTS || results.words.length === 0) return results;
      const { findRelated } = await loadScript(import('./query/related-search.ts'));
      return { ...results, ...(await findRelated(reader, query, matches, filters, signal)) };
    },
    rows: (documents, signal) => reader.readRows(documents, signal),
    suggest: async (...parameters) =>
      (await loadScript(import('./query/exact-search.ts'))).findSuggestions(reader, ...parameters),
  };
}
