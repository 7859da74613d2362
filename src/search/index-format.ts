import { SearchError } from './search-results.ts';
import { ByteCursor, readSortedTexts } from './byte-cursor.ts';
import type { DocumentKind } from './search-documents.ts';

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
  return rest;
});

/** CRC-32 (IEEE 802.3, as in gzip and PNG) of bytes. */
export function computeChecksum(bytes: Uint8Array): number {
  let rest = 0xffffffff;
  for (const byte of bytes) rest = (rest >>> 8) ^ (table[(rest ^ byte) & 255] ?? 0);
  return (rest ^ 0xffffffff) >>> 0;
}

/** What stands at the head of a file and says where it belongs: the checksum of its name with its index's folder. */
export function computePathChecksum(folder: string, name: string): number {
  return computeChecksum(new TextEncoder().encode(folder + name));
}

/** The version of the format that this reader reads and this builder writes: docs/search.md. */
export const FORMAT_VERSION = 2;

/** Where an index begins: the only file whose name stays while its content changes. */
export const MANIFEST_NAME = 'manifest.json';

/** What the manifest says. */
export interface IndexManifest {
  readonly format: number;
  /** The data's version, as in `/api/v1/index.json`. */
  readonly version: string;
  readonly documents: number;
  /** The folder of the index's files, named for their bytes; ends in `/`. */
  readonly folder: string;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/**
 * Reads a manifest.
 * @throws SearchError where it is none, or one of a later format
 */
export function readManifest(bytes: Uint8Array): IndexManifest {
  let value: unknown = null;
  try {
    value = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    // What is no JSON is told below, as what is no manifest.
  }
  if (isObject(value)) {
    const { format, version, documents, folder } = value;
    if (typeof format === 'number' && format > FORMAT_VERSION)
      throw new SearchError('newer-format', `索引の形式 ${format} は、この画面より新しいものです。`);
    if (
      format === FORMAT_VERSION &&
      typeof version === 'string' &&
      typeof folder === 'string' &&
      Number.isSafeInteger(documents)
    )
      return { format, version, documents: Number(documents), folder };
  }
  throw new SearchError('damaged', '索引の目録を読めません。');
}

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
