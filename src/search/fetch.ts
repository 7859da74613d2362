import { MANIFEST_NAME } from './manifest.ts';
import { SearchError, type FileLoader } from './results.ts';

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
