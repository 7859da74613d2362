import { findExact } from './exact.ts';
import { countFacets, createFilter } from './facets.ts';
import { IndexFiles } from './files.ts';
import { MANIFEST_NAME, readManifest } from './manifest.ts';
import { splitQuery } from './normal.ts';
import { rankMatches } from './rank.ts';
import type { findRelated } from './related.ts';
import {
  SearchError,
  type SearchFilters,
  type SearchIndex,
  type FileLoader,
  type SearchResults,
} from './results.ts';
import { readHeader } from './start.ts';
import { IndexReader } from './store.ts';
import { findSuggestions } from './suggest.ts';

/** Fewer exact results than this are thin: related ones are looked for. */
const THIN = 5;

/** Finds related ones; most queries have exact ones first, and need not wait for the program that does it. */
const related: typeof findRelated = async (...asked) => {
  let program;
  try {
    program = await import('./related.ts');
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
