import { createHash } from 'node:crypto';

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

/** Returns a line for each file with its SHA-256 and its path, in the format of `sha256sum -c`. */
export function formatChecksums(files: readonly PublishedFile[]): string {
  return files
    .map(({ path, body }) => `${computeSha256(body)}  ${path}\n`)
    .sort((a, b) => (a.slice(66) < b.slice(66) ? -1 : 1))
    .join('');
}
