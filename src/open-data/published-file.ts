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
