import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Costly products of earlier builds. They lie outside of the files of the site. */
export interface ProductCache {
  readonly folder: string;
  /** Identifies the program with its packages and its Node: no product outlives the code that made it. */
  readonly fingerprint: string;
}

/** The maximum number of bytes that remain in a cache after a build. */
const MAX_BYTES = 1_000_000_000;

/** A temporary file of a process that was killed is older than this, in milliseconds. */
const MAX_WRITE_TIME = 24 * 60 * 60 * 1000;

/** The bytes of the SHA-256 at the beginning of each file of a cache. */
const CHECKSUM_BYTES = 32;

interface CacheSlot {
  /** The product of an earlier build; null if there is none, or if its file is damaged. */
  readonly product: Buffer<ArrayBuffer> | null;
  /** Writes a product that was just made. */
  readonly keep: (product: Uint8Array) => void;
}

/** Changes the cache if it can. A failure (no permission, a full disk) only costs time. */
function attempt(change: () => void): void {
  try {
    change();
  } catch {
    // The product is made again.
  }
}

/** Computes the checksum of a product and the name of its file, so that a product under the name of another one is not taken for it. */
const computeProductHash = (path: string, product: Uint8Array) =>
  createHash('sha256').update(basename(path)).update(product).digest();

function deleteFile(path: string): void {
  attempt(() => {
    rmSync(path, { recursive: true });
  });
}

function readProduct(path: string): CacheSlot['product'] {
  try {
    const file = readFileSync(path);
    const product = file.subarray(CHECKSUM_BYTES);
    if (!computeProductHash(path, product).equals(file.subarray(0, CHECKSUM_BYTES))) return null;
    attempt(() => {
      // The time of its last use decides which files go first.
      utimesSync(path, new Date(), new Date());
    });
    return product;
  } catch {
    return null;
  }
}

/** Writes a file of the cache, which is complete before it has its name. If that fails, nothing of it stays. */
function writeProduct(path: string, product: Uint8Array): void {
  const temporary = `${path}.${randomUUID()}`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(temporary, Buffer.concat([computeProductHash(path, product), product]));
    renameSync(temporary, path);
  } catch {
    deleteFile(temporary);
  }
}

/**
 * Finds a product that depends on nothing but the program and its input.
 * @param cache the cache; undefined for none: the product is always made again
 * @param kind what is made from the input
 * @param input all that the product is made from
 */
export function findProduct(cache: ProductCache | undefined, kind: string, input: string | Uint8Array): CacheSlot {
  if (cache === undefined) return { product: null, keep: () => undefined };
  const key = createHash('sha256').update(`${cache.fingerprint} ${kind} `).update(input).digest('hex');
  const path = join(cache.folder, key);
  return {
    product: readProduct(path),
    keep: (product) => {
      writeProduct(path, product);
    },
  };
}

/**
 * Deletes the files that were unused for the longest time, until a cache has at most `most` bytes, and the temporary
 * files of builds that were killed. Another build that needs a deleted product makes it again.
 */
export function trimCache(folder: string, most = MAX_BYTES): void {
  attempt(() => {
    const files = readdirSync(folder).flatMap((name) => {
      const path = join(folder, name);
      const stat = statSync(path, { throwIfNoEntry: false });
      return stat ? [{ path, bytes: stat.size, used: stat.mtimeMs, isTemporary: name.includes('.') }] : [];
    });
    files.sort((a, b) => b.used - a.used);
    let bytes = 0;
    for (const { path, used, isTemporary, bytes: size } of files) {
      bytes += size;
      if (bytes > most || (isTemporary && Date.now() - used > MAX_WRITE_TIME)) deleteFile(path);
    }
  });
}
