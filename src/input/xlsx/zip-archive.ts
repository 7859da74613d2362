import { unzipSync, zipSync } from 'fflate';
import { MAX_UNPACKED_BYTES } from '../../model/input-limits.ts';

/** Thrown if a workbook has more bytes, cells or formats than are read. */
export class TooLargeError extends Error {
  override readonly name = 'TooLargeError';
}

/**
 * Unpacks some files of a ZIP archive. It uses only as much memory as the archive declares, and none if that is too
 * much; a file that is longer than declared is cut off.
 */
export function unpackArchive(bytes: Uint8Array, wanted: (path: string) => boolean): Map<string, Uint8Array> {
  let total = 0;
  const files = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      if (!wanted(name)) return false;
      total += originalSize;
      if (total > MAX_UNPACKED_BYTES) throw new TooLargeError();
      return true;
    },
  });
  return new Map(Object.entries(files));
}

/** Returns the earliest time of a ZIP archive. It is a local time, so its moment depends on the time zone. */
export const getEarliestZipTime = () => new Date(1980, 0, 1);

/** Creates an archive of files without compression, so that its reader unpacks no more than these bytes. */
export function packArchive(files: ReadonlyMap<string, Uint8Array>): ArrayBuffer {
  return zipSync(Object.fromEntries(files), { level: 0, mtime: getEarliestZipTime() }).slice().buffer;
}

/** Packs files in the order of their paths, with a fixed time: the same content always has the same bytes. */
export function zipFiles(files: Readonly<Record<string, Uint8Array>>): Uint8Array<ArrayBuffer> {
  const sorted = Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1));
  return zipSync(Object.fromEntries(sorted), { level: 9, mtime: getEarliestZipTime() }).slice();
}
