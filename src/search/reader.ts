import { findExact } from './exact.ts';
import { countsOf, passes } from './facets.ts';
import { Files } from './files.ts';
import { MANIFEST, readManifest } from './manifest.ts';
import { wordsOfQuery } from './normal.ts';
import { ranked } from './rank.ts';
import { findRelated } from './related.ts';
import type { Filters, Index, Load, Results } from './results.ts';
import { readStart } from './start.ts';
import { Store } from './store.ts';
import { suggest } from './suggest.ts';

/**
 * Opens an index: two small files are read, all others when a query needs them. Runs in a browser and in Node.
 * @throws SearchError where the index can't be had, is damaged, or is of a later format
 */
export async function openIndex(load: Load): Promise<Index> {
  const { version, documents: size, folder } = readManifest(await load(MANIFEST));
  const files = new Files(load, folder);
  const start = await files.get('start.bin', (bytes) => readStart(bytes, size));
  const store = new Store(files, start);
  /** Everything that holds the words, and what of it passes the filters. */
  const find = async (query: string, filters: Filters, signal?: AbortSignal) => {
    const words = [...new Set(wordsOfQuery(query))];
    const all = await findExact(store, words, signal);
    const isWanted = passes(start, filters);
    const wanted = all.filter(({ document }) => isWanted(document));
    const counts = countsOf(
      start,
      all.map(({ document }) => document),
      filters,
    );
    const results: Results = {
      words,
      exact: ranked(start, wanted),
      related: [],
      alsoSearched: [],
      counts,
    };
    return { all, isWanted, results };
  };
  return {
    version,
    size,
    async exactly(query, filters, signal) {
      const { results } = await find(query, filters, signal);
      return results;
    },
    async search(query, filters, signal) {
      const { all, isWanted, results } = await find(query, filters, signal);
      return { ...results, ...(await findRelated(store, query, all, isWanted, signal)) };
    },
    rows: (documents, signal) => store.rows(documents, signal),
    suggest: (typed, most, signal) => suggest(store, typed, most, signal),
  };
}
