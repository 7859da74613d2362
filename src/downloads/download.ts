import { createHash } from 'node:crypto';

/** A file to download: where it stands below `/data/`, what it is, and what is in it. */
export interface PublishedFile {
  readonly path: string;
  readonly type: string;
  readonly body: string | Uint8Array;
}

/** The SHA-256 of what is in a file, in hexadecimal digits. */
export function computeSha256(body: PublishedFile['body']): string {
  return createHash('sha256').update(body).digest('hex');
}

/** How many bytes a file has. */
export function countBytes(body: PublishedFile['body']): number {
  return Buffer.byteLength(body);
}
