import { createHash } from 'node:crypto';
import { crc32, deflateRawSync } from 'node:zlib';
import type { PackedFile } from '../input/xlsx/zip-archive.ts';

/** A file to download: its path below `/data/` and its content. */
export interface PublishedFile {
  readonly path: string;
  readonly body: string | Uint8Array;
  /** Its SHA-256, if it is known without the content. */
  readonly sha256?: string;
  /** Makes its content in another thread, if that is faster. */
  readonly makeInThread?: () => Promise<Uint8Array>;
}

/** Returns the SHA-256 of a file in hexadecimal digits. */
export function computeSha256(body: PublishedFile['body']): string {
  return createHash('sha256').update(body).digest('hex');
}

/** Creates a file that is made at each read: only its SHA-256 stays in memory. No other file is made from it. */
export function createPassingFile(
  path: string,
  make: () => PublishedFile['body'],
  makeInThread?: PublishedFile['makeInThread'],
): PublishedFile {
  let known: string | undefined;
  const note = <B extends PublishedFile['body']>(body: B): B => {
    known ??= computeSha256(body);
    return body;
  };
  return {
    path,
    get body() {
      return note(make());
    },
    get sha256() {
      return (known ??= computeSha256(make()));
    },
    ...(makeInThread && { makeInThread: async () => note(await makeInThread()) }),
  };
}

/** Returns a line for each file at each of its paths, with its SHA-256, in the format of `sha256sum -c`. */
export function formatChecksums(files: readonly PublishedFile[], listPaths = (path: string) => [path]): string {
  return files
    .flatMap((file) => {
      const sum = file.sha256 ?? computeSha256(file.body);
      return listPaths(file.path).map((path) => `${sum}  ${path}\n`);
    })
    .sort((a, b) => (a.slice(66) < b.slice(66) ? -1 : 1))
    .join('');
}

/** Compresses a file for an archive with the zlib of Node, three times as fast as `packFile` for browsers. */
export function packNatively(bytes: Uint8Array): PackedFile {
  return { size: bytes.length, checksum: crc32(bytes), bytes: deflateRawSync(bytes) };
}

/** A value of a JSON document. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/** Returns an object without null and empty lists. */
export function omitEmpty(entries: Readonly<Record<string, JsonValue>>): Record<string, JsonValue> {
  return Object.fromEntries(
    Object.entries(entries).filter(([, value]) => value !== null && !(Array.isArray(value) && value.length === 0)),
  );
}

/** Returns a document as indented JSON. */
export function formatJsonDocument(document: JsonValue): string {
  return `${JSON.stringify(document, null, 2)}\n`;
}
