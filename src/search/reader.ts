import { findExact } from './exact.ts';
import { countsOf, passes } from './facets.ts';
import { Files } from './files.ts';
import { MANIFEST, readManifest } from './manifest.ts';
import { wordsOfQuery } from './normal.ts';
import { ranked } from './rank.ts';
import type { findRelated } from './related.ts';
import { SearchError, type Filters, type Index, type Load, type Results } from './results.ts';
import { readStart } from './start.ts';
import { Store } from './store.ts';
import { suggest } from './suggest.ts';

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
      cities: [],
      optional: [],
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
      if (results.exact.length >= THIN || results.words.length === 0) return results;
      return { ...results, ...(await related(store, query, all, isWanted, signal)) };
    },
    rows: (documents, signal) => store.rows(documents, signal),
    suggest: (typed, most, signal) => suggest(store, typed, most, signal),
  };
}
