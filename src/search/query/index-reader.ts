import type { SearchCity } from '../city-names.ts';
import { findShardIndex } from '../format/byte-encoding.ts';
import * as indexFiles from '../format/index-files.ts';
import { readHeader, type IndexHeader } from '../format/index-header.ts';
import { SearchError } from '../search-results.ts';
import type { FacetCounts, FileLoader, ResultRow, SearchFilters } from '../search-results.ts';

/** Returns a loader that fetches the files of the index at a URL that ends in `/`: `/api/v1/search/`. */
export function createFetchLoader(folder: string): FileLoader {
  return async (name, signal) => {
    const url = folder + name;
    let cause: unknown;
    try {
      // Only the manifest changes under its name; a cached one may name files that are gone.
      const cache = name === indexFiles.MANIFEST_NAME ? 'no-cache' : 'default';
      const response = await fetch(url, { signal: signal ?? null, cache });
      if (response.ok) return new Uint8Array(await response.arrayBuffer());
    } catch (error) {
      signal?.throwIfAborted();
      cause = error;
    }
    throw new SearchError('unreachable', `${url} を読みこめません。`, { cause });
  };
}

/** Number of files that stay in memory; beyond it, the oldest file is dropped. */
const MAX_CACHED_FILES = 500;

async function unpack(packed: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  try {
    return new Uint8Array(await new Response(stream).arrayBuffer());
  } catch (cause) {
    throw new SearchError('damaged', '索引のファイルを開けません。', { cause });
  }
}

function decodeBase64(text: string): Uint8Array<ArrayBuffer> {
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch (cause) {
    throw new SearchError('damaged', '索引の目録を読めません。', { cause });
  }
}

/** The files of one index: loaded, verified, unpacked, parsed and cached. */
class FileCache {
  readonly #load: FileLoader;
  readonly #folder: string;
  readonly #loaded: ReadonlyMap<string, Uint8Array<ArrayBuffer>>;
  readonly #contents = new Map<string, unknown>();
  /** The files that are being loaded, so that no file is loaded twice at a time for one query. */
  readonly #pending = new Map<string, Readonly<{ signal: AbortSignal | undefined; content: Promise<unknown> }>>();

  /** @param loaded the files that are loaded already, in base64 */
  constructor(load: FileLoader, folder: string, loaded: Readonly<Record<string, string | undefined>>) {
    this.#load = load;
    this.#folder = folder;
    this.#loaded = new Map(
      Object.entries(loaded).flatMap(([name, text]) => (text === undefined ? [] : [[name, decodeBase64(text)]])),
    );
  }

  /** True for a file that is cached. */
  has(name: string): boolean {
    return this.#contents.has(name);
  }

  /**
   * Returns the content of a file, as `parse` reads its unpacked bytes. Each name always has the same parser.
   * @throws SearchError if the file can't be loaded, is damaged, or belongs to another index
   */
  async get<T>(name: string, parse: (bytes: Uint8Array<ArrayBuffer>) => T, signal?: AbortSignal): Promise<T> {
    if (this.#contents.has(name)) return this.#contents.get(name) as T;
    const pending = this.#pending.get(name);
    if (pending && pending.signal === signal) return pending.content as Promise<T>;
    const content = this.#read(name, parse, signal).finally(() => this.#pending.delete(name));
    this.#pending.set(name, { signal, content });
    return content;
  }

  async #read<T>(name: string, parse: (bytes: Uint8Array<ArrayBuffer>) => T, signal?: AbortSignal): Promise<T> {
    const bytes = this.#loaded.get(name) ?? (await this.#load(this.#folder + name, signal));
    signal?.throwIfAborted();
    const content = parse(await unpack(indexFiles.verifyChecksums(this.#folder, name, bytes)));
    this.#contents.set(name, content);
    const [oldest = ''] = this.#contents.keys();
    if (this.#contents.size > MAX_CACHED_FILES) this.#contents.delete(oldest);
    return content;
  }
}

/** Reads the parts of an index, each file when a query needs it. */
export class IndexReader {
  readonly files: FileCache;
  readonly header: IndexHeader;
  readonly cities: readonly SearchCity[];

  private constructor(files: FileCache, header: IndexHeader, cities: readonly SearchCity[]) {
    this.files = files;
    this.header = header;
    this.cities = cities;
  }

  /** Reads the manifest and the header, which the manifest of a small index contains. */
  static async open(load: FileLoader, cities: readonly SearchCity[]): Promise<IndexReader> {
    const { documents, folder, start, words } = indexFiles.readManifest(await load(indexFiles.MANIFEST_NAME));
    const files = new FileCache(load, folder, { [indexFiles.HEADER_NAME]: start, [indexFiles.WORDS_NAME]: words });
    const header = await files.get(indexFiles.HEADER_NAME, (bytes) => readHeader(bytes, documents));
    return new IndexReader(files, header, cities);
  }

  /** Returns what results show of documents, in the order of the argument. */
  readRows(documents: readonly number[], signal?: AbortSignal): Promise<ResultRow[]> {
    const { kinds, cities, themes, rowFileStarts } = this.header;
    const readRow = async (document: number) => {
      const index = findShardIndex(document, rowFileStarts);
      const rows = await this.files.get(indexFiles.formatShardName('rows', index), indexFiles.readRowShard, signal);
      const row = rows[document - (rowFileStarts[index] ?? 0)];
      if (row === undefined) throw new SearchError('damaged', `索引に ${document} 番の文書がありません。`);
      const [id, plan, url, title, names, text, page] = row;
      const kind = kinds[document] ?? 'node';
      const municipality = cities[document] ?? null;
      return { id, kind, plan, municipality, themes: themes[document] ?? [], url, title, names, text, page };
    };
    return Promise.all(documents.map(readRow));
  }

  /** Returns a file of keys, words or suggestions, as `parse` reads its bytes for an index of `size` documents. */
  readFile<T>(name: string, parse: (bytes: Uint8Array, size: number) => T, signal?: AbortSignal): Promise<T> {
    return this.files.get(name, (bytes) => parse(bytes, this.header.size), signal);
  }
}

/** Returns a test for documents that pass all filters. */
export const createFilter =
  ({ kinds, cities, themes }: IndexHeader, { kind, city, theme }: SearchFilters) =>
  (document: number): boolean =>
    (kind === null || kinds[document] === kind) &&
    (city === null || cities[document] === city) &&
    (theme === null || themes[document]?.includes(theme) === true);

/** Counts documents by city, kind and theme, each with the other two filters applied. */
export function countFacets(header: IndexHeader, documents: readonly number[], filters: SearchFilters): FacetCounts {
  const { kinds, cities, themes } = header;
  const count = <T>(name: keyof FacetCounts, listValues: (document: number) => T | readonly T[]) => {
    const values = documents.filter(createFilter(header, { ...filters, [name]: null })).flatMap(listValues);
    // `countValues` and the `Map.groupBy` of older browsers would be more to load.
    const counts = new Map<T, number>();
    for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
    return counts;
  };
  return {
    city: count('city', (document) => cities[document] ?? []),
    kind: count('kind', (document) => kinds[document] ?? []),
    theme: count('theme', (document) => themes[document] ?? []),
  };
}

/** Returns a function that returns 0 for documents of a city and 1 for others; without a city, 0 for all. */
export function createCityRank({ cities }: IndexHeader, city: string | null = null) {
  return (document: number) => (city !== null && cities[document] !== city ? 1 : 0);
}
