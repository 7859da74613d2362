import { deflateSync, gzipSync, inflateSync, strFromU8, strToU8 } from 'fflate';
import { MAX_UNPACKED_BYTES } from '../../model/input-limits.ts';

/** Thrown if a workbook has more bytes, cells or formats than are read. */
export class TooLargeError extends Error {
  override readonly name = 'TooLargeError';
}

/** The lengths of the records of a ZIP archive, without the names in them (APPNOTE.TXT 4.3.7, 4.3.12, 4.3.16). */
const [LOCAL_LENGTH, CENTRAL_LENGTH, END_LENGTH] = [30, 46, 22];
/** The signs of records, and of a number that another record has (ZIP64: APPNOTE.TXT 4.3.14, 4.3.15, 4.5.3). */
const [CENTRAL_SIGN, END_SIGN, IN_LARGE_RECORD] = [0x02014b50, 0x06054b50, 0xffffffff];

/** The files of a ZIP archive by their paths. Each function unpacks one, or throws if it is damaged. */
export type Archive = ReadonlyMap<string, () => Uint8Array>;

/**
 * Opens a ZIP archive, or throws if it is damaged. Unpacking uses only as much memory as the archive declares, and
 * throws a TooLargeError if that is too much for all calls together. A file that is longer than declared is cut off.
 */
export function openArchive(bytes: Uint8Array): Archive {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const readShort = (at: number) => view.getUint16(at, true);
  const readNumber = (at: number) => view.getUint32(at, true);
  const readLargeNumber = (at: number) => Number(view.getBigUint64(at, true));
  let total = 0;
  /** Unpacks the file that this record of the directory describes. */
  const unpackFile = (record: number): Uint8Array => {
    let extra = record + CENTRAL_LENGTH + readShort(record + 28);
    const end = extra + readShort(record + 30);
    while (extra < end && readShort(extra) !== 1) extra += 4 + readShort(extra + 2);
    // The record of a large archive has only the numbers that are not in the directory.
    const [size = 0, packed = 0, local = 0] = [24, 20, 42].map((at) => {
      const number = readNumber(record + at);
      return number === IN_LARGE_RECORD ? readLargeNumber((extra += 8) - 4) : number;
    });
    const isPacked = readShort(record + 10) !== 0;
    total += isPacked ? size : packed;
    if (total > MAX_UNPACKED_BYTES) throw new TooLargeError();
    const start = local + LOCAL_LENGTH + readShort(local + 26) + readShort(local + 28);
    const data = bytes.subarray(start, start + packed);
    const file = isPacked ? inflateSync(data, { out: new Uint8Array(size) }) : data;
    if (computeChecksum(file) !== readNumber(record + 16)) throw new Error('a damaged file');
    return file;
  };
  const files = new Map<string, () => Uint8Array>();
  let end = bytes.length - END_LENGTH;
  while (readNumber(end) !== END_SIGN) end--;
  let at = readNumber(end + 16);
  if (at === IN_LARGE_RECORD) at = readLargeNumber(readLargeNumber(end - 12) + 48);
  while (readNumber(at) === CENTRAL_SIGN) {
    const [record, length] = [at, readShort(at + 28)];
    const isLatin = (readShort(at + 8) & 0x800) === 0;
    const path = strFromU8(bytes.subarray(at + CENTRAL_LENGTH, at + CENTRAL_LENGTH + length), isLatin);
    if (files.has(path)) throw new Error(`two files: ${path}`);
    files.set(path, () => unpackFile(record));
    at += CENTRAL_LENGTH + length + readShort(at + 30) + readShort(at + 32);
  }
  return files;
}

/** A file as it is in an archive; its size is that before it was compressed. */
export type PackedFile = Readonly<{ size: number; checksum: number; bytes: Uint8Array }>;

/** Returns the CRC-32 of bytes, which the end of a gzip file contains (RFC 1952). */
function computeChecksum(bytes: Uint8Array): number {
  const packed = gzipSync(bytes, { level: 0, mtime: 0 });
  return new DataView(packed.buffer, packed.byteOffset).getUint32(packed.length - 8, true);
}

/** Compresses a file for an archive, in Node and in a browser, to the same bytes on every machine. */
export function packFile(bytes: Uint8Array): PackedFile {
  return { size: bytes.length, checksum: computeChecksum(bytes), bytes: deflateSync(bytes, { level: 9 }) };
}

/** The first day that a ZIP archive can express. */
const EARLIEST_DAY = 0x21;

/** Joins compressed files to a ZIP archive, in the order of their paths and with a fixed time. */
export function joinArchive(files: Readonly<Record<string, PackedFile>>): Uint8Array<ArrayBuffer> {
  const entries = Object.entries(files)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, file]) => ({ ...file, path, name: strToU8(path) }));
  const sum = (count: (entry: (typeof entries)[number]) => number) =>
    entries.reduce((total, one) => total + count(one), 0);
  const start = sum(({ name, bytes }) => LOCAL_LENGTH + name.length + bytes.length);
  const length = sum(({ name }) => CENTRAL_LENGTH + name.length);
  const archive = new Uint8Array(start + length + END_LENGTH);
  const view = new DataView(archive.buffer);
  let [local, central] = [0, start];
  for (const { path, name, size, checksum, bytes } of entries) {
    const writeFacts = (at: number) => {
      view.setUint16(at, 20, true);
      view.setUint16(at + 2, name.length === path.length ? 0 : 0x800, true);
      view.setUint16(at + 4, 8, true);
      view.setUint16(at + 8, EARLIEST_DAY, true);
      view.setUint32(at + 10, checksum, true);
      view.setUint32(at + 14, bytes.length, true);
      view.setUint32(at + 18, size, true);
      view.setUint16(at + 22, name.length, true);
    };
    view.setUint32(central, CENTRAL_SIGN, true);
    view.setUint16(central + 4, 20, true);
    writeFacts(central + 6);
    view.setUint32(central + 42, local, true);
    archive.set(name, central + CENTRAL_LENGTH);
    central += CENTRAL_LENGTH + name.length;
    view.setUint32(local, 0x04034b50, true);
    writeFacts(local + 4);
    archive.set(name, local + LOCAL_LENGTH);
    archive.set(bytes, local + LOCAL_LENGTH + name.length);
    local += LOCAL_LENGTH + name.length + bytes.length;
  }
  view.setUint32(central, END_SIGN, true);
  view.setUint16(central + 8, entries.length, true);
  view.setUint16(central + 10, entries.length, true);
  view.setUint32(central + 12, length, true);
  view.setUint32(central + 16, start, true);
  return archive;
}
