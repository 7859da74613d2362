import { SearchError, type Load } from './results.ts';

/**
 * Loads an index from the web.
 * @param folder the address of its folder, ending in `/`: `/api/v1/search/` below the site's base, or a whole address
 */
export function fetchFrom(folder: string): Load {
  return async (name, signal) => {
    const address = folder + name;
    try {
      const response = await fetch(address, { signal: signal ?? null });
      if (response.ok) return new Uint8Array(await response.arrayBuffer());
    } catch (cause) {
      signal?.throwIfAborted();
      throw new SearchError('unreachable', `${address} を読み込めません。`, { cause });
    }
    throw new SearchError('unreachable', `${address} がありません。`);
  };
}
