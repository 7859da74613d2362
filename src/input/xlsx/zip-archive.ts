import { unzipSync, zipSync } from 'fflate';

/** The most bytes that a workbook's files may have together when they are unpacked. */
export const MAX_UNPACKED_BYTES = 128 * 1024 * 1024;

/** Thrown where a workbook would unpack into more than `LARGEST` bytes. */
export class TooLargeError extends Error {
  override readonly name = 'TooLargeError';
}

/**
 * Unpacks some files of a ZIP archive. No more memory is taken than the archive says the files need, and nothing at all
 * where that is too much: a file that turns out longer is cut off there.
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

/** The first moment that a ZIP archive can hold. Archives hold local time, so that each zone has its own such moment. */
export const EARLIEST_ZIP_TIME = new Date(1980, 0, 1);

/** An archive of files as they are, not packed: what reads it unpacks no more than was unpacked here. */
export function packArchive(files: ReadonlyMap<string, Uint8Array>): ArrayBuffer {
  return zipSync(Object.fromEntries(files), { level: 0, mtime: EARLIEST_ZIP_TIME }).slice().buffer;
}
