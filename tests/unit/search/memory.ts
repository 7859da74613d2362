import type { File } from '../../../src/search/build/build.ts';
import { SearchError, type Load } from '../../../src/search/results.ts';

/** The files of an index by their names. */
export type Kept = ReadonlyMap<string, Uint8Array<ArrayBuffer>>;

/** Keeps the files of an index in memory. */
export function keep(files: Iterable<File>): Kept {
  return new Map([...files].map(({ name, bytes }) => [name, bytes]));
}

/** Loads files from memory. */
export function loadFrom(files: Kept): Load {
  return (name) => {
    const bytes = files.get(name);
    return bytes ? Promise.resolve(bytes) : Promise.reject(new SearchError('unreachable', `no file ${name}`));
  };
}
