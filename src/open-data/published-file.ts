import { createHash } from 'node:crypto';
import { crc32, deflateRawSync } from 'node:zlib';
import type { PackedFile } from '../input/xlsx/zip-archive.ts';

/** The size of a file in bytes, and its SHA-256 in hexadecimal digits. */
export type FileDigest = Readonly<{ bytes: number; sha256: string }>;

type FileBody = string | Uint8Array;

/** A file to download: its path below `/data/` or `/api/`, and its content. */
export interface PublishedFile {
  readonly path: string;
  readonly body: FileBody;
  /** Its digest, if it is known without the content. */
  readonly digest?: FileDigest | undefined;
  /** Makes its content in another thread, if that is faster. */
  readonly makeInThread?: () => Promise<Uint8Array>;
  /** Forgets its content, which is made again if it is read again. */
  readonly release?: () => void;
}

/** Returns the SHA-256 of a file in hexadecimal digits. */
export const computeSha256 = (body: FileBody): string => createHash('sha256').update(body).digest('hex');

const createDigest = (body: FileBody): FileDigest => ({ bytes: Buffer.byteLength(body), sha256: computeSha256(body) });

/** Returns the digest of a file, if possible without making its content. */
export const getDigest = (file: PublishedFile): FileDigest => file.digest ?? createDigest(file.body);

/**
 * Creates a file that is made at each read: only its digest stays in memory.
 * @param isKept true if other files are made from it: then its content stays from the first read until its release
 */
export function createFileOnRead(
  path: string,
  make: () => FileBody,
  { isKept = false, makeInThread }: { readonly isKept?: boolean } & Pick<PublishedFile, 'makeInThread'> = {},
): PublishedFile {
  let digest: FileDigest | undefined;
  let kept: FileBody | undefined;
  let keeps = isKept;
  const remember = <B extends FileBody>(body: B): B => {
    digest ??= createDigest(body);
    if (keeps) kept = body;
    return body;
  };
  return {
    path,
    get body() {
      return remember(kept ?? make());
    },
    get digest() {
      if (digest === undefined) remember(kept ?? make());
      return digest;
    },
    ...(makeInThread && { makeInThread: async () => remember(await makeInThread()) }),
    release: () => {
      [kept, keeps] = [undefined, false];
    },
  };
}

/** Returns JSON that a script element can contain: an unescaped `<` could end the element. */
export const formatEmbeddedJson = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');

/** Returns the lines of SHA256SUMS. A file with earlier paths has a line for each of them. */
export const formatChecksums = (files: readonly PublishedFile[], listPaths = (path: string) => [path]): string =>
  files
    .flatMap((file) => {
      const { sha256 } = getDigest(file);
      return listPaths(file.path).map((path) => `${sha256}  ${path}\n`);
    })
    .sort((a, b) => (a.slice(66) < b.slice(66) ? -1 : 1))
    .join('');

/** Compresses a file for an archive with the zlib of Node, three times as fast as `packFile` for browsers. */
export function packNatively(bytes: Uint8Array): PackedFile {
  return { size: bytes.length, checksum: crc32(bytes), bytes: deflateRawSync(bytes) };
}

export type JsonValue = string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/** Returns an object without null and empty lists. */
export const omitEmpty = (entries: Readonly<Record<string, JsonValue>>): Record<string, JsonValue> =>
  Object.fromEntries(
    Object.entries(entries).filter(([, value]) => value !== null && !(Array.isArray(value) && value.length === 0)),
  );

/** Returns a document as indented JSON. */
export const formatJsonDocument = (document: JsonValue): string => `${JSON.stringify(document, null, 2)}\n`;
