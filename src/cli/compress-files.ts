import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** Files that compression makes smaller. Excel, Parquet, archives and Pagefind's index are compressed already. */
const TEXT = /\.(?:html|css|js|json|jsonld|geojson|csv|svg|xml|txt|md)$|(?:^|\/)SHA256SUMS$/;

/** Files that are compressed at the same time, so that the threads of zlib always have work. */
const AT_ONCE = 8;

/** The position in the header of gzip of the system that compressed, and the value for an unknown one (RFC 1952). */
const [SYSTEM, UNKNOWN] = [9, 255];

/** Returns a text as Brotli and as gzip, as small as they can be. The same text has the same bytes on every system. */
async function compressText(text: Buffer): Promise<Readonly<Record<'br' | 'gz', Buffer>>> {
  const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_MODE, BROTLI_PARAM_SIZE_HINT, BROTLI_MODE_TEXT } = constants;
  const params = {
    [BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [BROTLI_PARAM_MODE]: BROTLI_MODE_TEXT,
    [BROTLI_PARAM_SIZE_HINT]: text.length,
  };
  const [br, gz] = await Promise.all([
    promisify<Buffer, object, Buffer>(brotliCompress)(text, { params }),
    promisify<Buffer, object, Buffer>(gzip)(text, { level: constants.Z_BEST_COMPRESSION }),
  ]);
  gz[SYSTEM] = UNKNOWN;
  return { br, gz };
}

/** Writes `.br` and `.gz` beside each text among the files of a built site, if they are smaller. */
export async function compressFiles(folder: string, paths: readonly string[]): Promise<void> {
  const rest = paths.filter((path) => TEXT.test(path)).values();
  const compressNext = async () => {
    for (const path of rest) {
      const text = readFileSync(join(folder, path));
      for (const [ending, bytes] of Object.entries(await compressText(text)))
        if (bytes.length < text.length) writeFileSync(join(folder, `${path}.${ending}`), bytes);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, compressNext));
}
