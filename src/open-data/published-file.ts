import { createHash } from 'node:crypto';
import { zipSync, type Zippable } from 'fflate';
import { getEarliestZipTime } from '../input/xlsx/zip-archive.ts';

/** A file to download: its path below `/data/`, its media type and its content. */
export interface PublishedFile {
  readonly path: string;
  readonly type: string;
  readonly body: string | Uint8Array;
}

/** Returns the SHA-256 of a file in hexadecimal digits. */
export function computeSha256(body: PublishedFile['body']): string {
  return createHash('sha256').update(body).digest('hex');
}

export function countBytes(body: PublishedFile['body']): number {
  return Buffer.byteLength(body);
}

/** Packs files in the order of their paths, with a fixed time: the same content always has the same bytes. */
export function zipFiles(files: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const sorted = Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1));
  const entries = sorted.map(([path, bytes]): [string, Zippable[string]] => [
    path,
    [bytes, { mtime: getEarliestZipTime(), level: 9 }],
  ]);
  return zipSync(Object.fromEntries(entries));
}
