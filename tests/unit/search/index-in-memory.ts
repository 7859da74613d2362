import type { IndexFile } from '../../../src/search/index/build-index.ts';
import { SearchError, type FileLoader } from '../../../src/search/search-results.ts';

/** The files of an index by their names. */
export type MemoryFiles = ReadonlyMap<string, Uint8Array<ArrayBuffer>>;

/** Keeps the files of an index in memory. */
export function keepInMemory(files: Iterable<IndexFile>): MemoryFiles {
  return new Map([...files].map(({ name, bytes }) => [name, bytes]));
}

/** Loads files from memory. */
export function createMemoryLoader(files: MemoryFiles): FileLoader {
  return (name) => {
    const bytes = files.get(name);
    return bytes ? Promise.resolve(bytes) : Promise.reject(new SearchError('unreachable', `no file ${name}`));
  };
}
