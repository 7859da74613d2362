import { Cursor, readSorted } from './bytes.ts';
import type { DocumentKind } from './documents.ts';
import { SearchError } from './results.ts';

/** The kinds in the order in which equally good results stand: what is meant to be done before what only mentions it. */
export const KINDS = [
  'node',
  'indicator',
  'term',
  'zone',
  'chapter',
  'guide',
  'dataset',
] as const satisfies readonly DocumentKind[];

/** What a reader must know before the first query. */
export interface Start {
  readonly size: number;
  /** Texts that part the shards of keys: each stands behind all keys of the shard before and not behind its own. */
  readonly keys: readonly string[];
  /** Keys that stand at so many places that longer ones stand in for them: they have no positions. */
  readonly long: ReadonlySet<string>;
  /** What parts the shards of suggestions. */
  readonly suggestions: readonly string[];
  /** The first document of each shard of rows. */
  readonly rows: readonly number[];
  readonly cities: readonly string[];
  readonly themes: readonly string[];
  /** The place of each document's kind in KINDS. */
  readonly kindOf: Uint8Array;
  /** The place of each document's city in `cities` and 1, or 0 for none. */
  readonly cityOf: Uint32Array;
  /** The place of each document's themes in `themeSets`. */
  readonly themesOf: Uint32Array;
  /** Each group of themes that a document has, as places in `themes`. */
  readonly themeSets: readonly (readonly number[])[];
}

const list = <T>(cursor: Cursor, read: () => T): T[] => Array.from({ length: cursor.count() }, read);

/** Fills a column from its runs: a value, and for how many documents it holds. */
function runs<T extends Uint8Array | Uint32Array>(cursor: Cursor, column: T, limit: number): T {
  for (let at = 0; at < column.length;) {
    const value = cursor.below(limit);
    const length = cursor.below(column.length - at + 1);
    if (length === 0) throw new SearchError('damaged', '索引の一覧がこわれています。');
    column.fill(value, at, (at += length));
  }
  return column;
}

/**
 * Reads the file `start`.
 * @param size the number of documents, as the manifest says
 */
export function readStart(bytes: Uint8Array, size: number): Start {
  const cursor = new Cursor(bytes);
  if (cursor.number() !== size) throw new SearchError('mismatched', '索引の目録と一覧が合いません。');
  const keys = readSorted(cursor);
  const long = new Set(readSorted(cursor));
  const suggestions = readSorted(cursor);
  let before = 0;
  const rows = list(cursor, () => (before += cursor.below(size + 1)));
  const cities = readSorted(cursor);
  const themes = list(cursor, () => cursor.text());
  const themeSets = list(cursor, () => list(cursor, () => cursor.below(themes.length)));
  const kindOf = runs(cursor, new Uint8Array(size), KINDS.length);
  const cityOf = runs(cursor, new Uint32Array(size), cities.length + 1);
  const themesOf = runs(cursor, new Uint32Array(size), themeSets.length);
  cursor.end();
  return { size, keys, long, suggestions, rows, cities, themes, themeSets, kindOf, cityOf, themesOf };
}
