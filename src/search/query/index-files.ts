import { computeChecksum, computePathChecksum, MANIFEST_NAME } from '../index-format.ts';
import { SearchError, type FileLoader } from '../search-results.ts';

/**
 * Loads an index from the web.
 * @param folder the address of its folder, ending in `/`: `/api/v1/search/` below the site's base, or a whole address
 */
export function createFetchLoader(folder: string): FileLoader {
  return async (name, signal) => {
    const address = folder + name;
    try {
      // Only the manifest changes under its name; one that a cache kept may lead to files that are gone.
      const cache = name === MANIFEST_NAME ? 'no-cache' : 'default';
      const response = await fetch(address, { signal: signal ?? null, cache });
      if (response.ok) return new Uint8Array(await response.arrayBuffer());
    } catch (cause) {
      signal?.throwIfAborted();
      throw new SearchError('unreachable', `${address} を読み込めません。`, { cause });
    }
    throw new SearchError('unreachable', `${address} がありません。`);
  };
}

/** How many files stay in memory; beyond, the one that was read first is forgotten. */
const KEPT = 500;

/** What stands before the packed bytes: two checksums of four bytes, little-endian. */
const HEAD = 8;

async function unpacked(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  try {
    return new Uint8Array(await new Response(stream).arrayBuffer());
  } catch (cause) {
    throw new SearchError('damaged', '索引のファイルを開けません。', { cause });
  }
}

/** The files of one index: fetched, held against their checksums, unpacked and kept. */
export class IndexFiles {
  readonly #load: FileLoader;
  readonly #folder: string;
  readonly #kept = new Map<string, unknown>();

  constructor(load: FileLoader, folder: string) {
    this.#load = load;
    this.#folder = folder;
  }

  /** True for a file that is at hand. */
  has(name: string): boolean {
    return this.#kept.has(name);
  }

  /**
   * What a file says, as `read` understands its unpacked bytes. A name is always read in the same way.
   * @throws SearchError where the file can't be had, is damaged, or belongs to another index
   */
  async get<T>(name: string, read: (bytes: Uint8Array<ArrayBuffer>) => T, signal?: AbortSignal): Promise<T> {
    if (this.#kept.has(name)) return this.#kept.get(name) as T;
    const made = read(await this.#bytes(name, signal));
    this.#kept.set(name, made);
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= KEPT) break;
      this.#kept.delete(oldest);
    }
    return made;
  }

  async #bytes(name: string, signal?: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
    const bytes = await this.#load(this.#folder + name, signal);
    signal?.throwIfAborted();
    if (bytes.length < HEAD)
      throw new SearchError('damaged', `索引のファイル ${name} が途中で切れています。`);
    const head = new DataView(bytes.buffer, bytes.byteOffset);
    const packed = bytes.subarray(HEAD);
    if (head.getUint32(4, true) !== computeChecksum(packed))
      throw new SearchError('damaged', `索引のファイル ${name} がこわれています。`);
    if (head.getUint32(0, true) !== computePathChecksum(this.#folder, name))
      throw new SearchError('mismatched', `索引のファイル ${name} は、別の索引のものです。`);
    return unpacked(packed);
  }
}
