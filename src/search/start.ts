import { ByteCursor, readSortedTexts } from './bytes.ts';
import type { DocumentKind } from './documents.ts';
import { SearchError } from './results.ts';

/** The kinds in the order in which equally good results stand: what is meant to be done before what only mentions it. */
export const RANKED_KINDS = [
  'node',
  'indicator',
  'term',
  'zone',
  'chapter',
  'guide',
  'dataset',
] as const satisfies readonly DocumentKind[];

/** What a reader must know before the first query. */
export interface IndexHeader {
  readonly size: number;
  /** Texts that part the shards of keys: each stands behind all keys of the shard before and not behind its own. */
  readonly keySeparators: readonly string[];
  /** Keys that stand at so many places that longer ones stand in for them: they have no positions. */
  readonly frequentKeys: ReadonlySet<string>;
  /** What parts the shards of suggestions. */
  readonly suggestionSeparators: readonly string[];
  /** The first document of each shard of rows. */
  readonly rowFileStarts: readonly number[];
  readonly cities: readonly string[];
  readonly themes: readonly string[];
  /** The place of each document's kind in KINDS. */
  readonly kindIndexes: Uint8Array;
  /** The place of each document's city in `cities` and 1, or 0 for none. */
  readonly cityIndexes: Uint32Array;
  /** The place of each document's themes in `themeSets`. */
  readonly themeSetIndexes: Uint32Array;
  /** Each group of themes that a document has, as places in `themes`. */
  readonly themeSets: readonly (readonly number[])[];
}

const list = <T>(cursor: ByteCursor, read: () => T): T[] => Array.from({ length: cursor.readCount() }, read);

/** Fills a column from its runs: a value, and for how many documents it holds. */
function runs<T extends Uint8Array | Uint32Array>(cursor: ByteCursor, column: T, limit: number): T {
  for (let at = 0; at < column.length;) {
    const value = cursor.readBelow(limit);
    const length = cursor.readBelow(column.length - at + 1);
    if (length === 0) throw new SearchError('damaged', '索引の一覧がこわれています。');
    column.fill(value, at, (at += length));
  }
  return column;
}

/**
 * Reads the file `start`.
 * @param size the number of documents, as the manifest says
 */
export function readHeader(bytes: Uint8Array, size: number): IndexHeader {
  const cursor = new ByteCursor(bytes);
  if (cursor.readNumber() !== size) throw new SearchError('mismatched', '索引の目録と一覧が合いません。');
  const keys = readSortedTexts(cursor);
  const long = new Set(readSortedTexts(cursor));
  const suggestions = readSortedTexts(cursor);
  let before = 0;
  const rows = list(cursor, () => (before += cursor.readBelow(size + 1)));
  const cities = readSortedTexts(cursor);
  const themes = list(cursor, () => cursor.readText());
  const themeSets = list(cursor, () => list(cursor, () => cursor.readBelow(themes.length)));
  const kindOf = runs(cursor, new Uint8Array(size), RANKED_KINDS.length);
  const cityOf = runs(cursor, new Uint32Array(size), cities.length + 1);
  const themesOf = runs(cursor, new Uint32Array(size), themeSets.length);
  cursor.expectEnd();
  return {
    size,
    keySeparators: keys,
    frequentKeys: long,
    suggestionSeparators: suggestions,
    rowFileStarts: rows,
    cities,
    themes,
    themeSets,
    kindIndexes: kindOf,
    cityIndexes: cityOf,
    themeSetIndexes: themesOf,
  };
}
