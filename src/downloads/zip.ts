import { unzipSync, zipSync, type Zippable } from 'fflate';
import { EARLIEST_ZIP_TIME } from '../read/xlsx/archive.ts';

/** Packs files in the order of their paths, all with one time, so that the same content gives the same bytes. */
export function zipFiles(files: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const sorted = Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1));
  const entries = sorted.map(([path, bytes]): [string, Zippable[string]] => [
    path,
    [bytes, { mtime: EARLIEST_ZIP_TIME, level: 9 }],
  ]);
  return zipSync(Object.fromEntries(entries));
}

/** Packs an archive again, without the times at which it was made. */
export function removeZipTimes(bytes: Uint8Array): Uint8Array {
  return zipFiles(unzipSync(bytes));
}
