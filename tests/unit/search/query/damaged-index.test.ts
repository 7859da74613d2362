import fc from 'fast-check';
import { deflateSync, inflateSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { writeIndex } from '../../../../src/search/build-index.ts';
import { SearchError } from '../../../../src/search/query-index.ts';
import { computeChecksum, FORMAT_VERSION } from '../../../../src/search/format/index-files.ts';
import { EMPTY_SOURCE, keepInMemory, NO_FILTERS, openInMemory, type MemoryFiles } from '../index-in-memory.ts';
import type { SearchDocument } from '../../../../src/search/search-documents.ts';

const synonyms = { ...EMPTY_SOURCE.synonyms, spellings: [['税', 'ぜい']] };

/** A small town's documents: enough words for several shards. */
function town(name: string): SearchDocument[] {
  return Array.from({ length: 60 }, (_, place) => ({
    id: `${name}/${place}`,
    kind: place % 3 === 0 ? ('term' as const) : ('node' as const),
    plan: name,
    municipality: name,
    themes: place % 2 === 0 ? ['money'] : [],
    url: `/${name}/${place}/`,
    title: `${name}の取組${place}`,
    text: Array.from({ length: 40 }, (__, at) => String.fromCharCode(0x4e00 + ((place * 37 + at * at) % 900))).join(''),
  }));
}
const built = (name: string) => keepInMemory(writeIndex(town(name), { ...EMPTY_SOURCE, version: name, synonyms }));
const files = built('見本');
const names = [...files.keys()];
const queries = ['取組', '見本の取組1', '一', '乃丁七', '取組 丁', 'みほん'];

/** What an index answers, or the code of the error. */
async function answers(from: MemoryFiles): Promise<string[]> {
  const told = (error: unknown) => {
    if (error instanceof SearchError) return error.code;
    throw error;
  };
  try {
    const index = await openInMemory(from);
    return await Promise.all(
      queries.map(async (query) => {
        try {
          const results = await index.search(query, NO_FILTERS);
          const rows = await index.rows(results.exact.slice(0, 3));
          const suggestions = await index.suggest(query, 3);
          return JSON.stringify([results.exact, results.related, rows, suggestions]);
        } catch (error) {
          return told(error);
        }
      }),
    );
  } catch (error) {
    const code = told(error);
    return queries.map(() => code);
  }
}
const sound = await answers(files);
const CODES = ['unreachable', 'damaged', 'mismatched', 'newer-format'];

/** True where each answer is right or an error. */
const isHonest = (given: readonly string[]) =>
  given.every((answer, place) => answer === sound[place] || CODES.includes(answer));

const anyName = fc.constantFrom(...names.filter((name) => name !== 'manifest.json'));
const changed = (name: string, change: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>): MemoryFiles =>
  new Map([...files, [name, change(files.get(name)?.slice() ?? new Uint8Array())]]);

describe('a damaged index never gives a wrong answer', { timeout: 60_000 }, () => {
  test('as it is built, it answers', () => {
    expect(sound.filter((answer) => CODES.includes(answer))).toEqual([]);
  });

  test('with a byte changed anywhere', async () => {
    await fc.assert(
      fc.asyncProperty(anyName, fc.nat(), fc.integer({ min: 1, max: 255 }), async (name, at, flip) => {
        const damaged = changed(name, (bytes) => {
          const place = at % bytes.length;
          bytes[place] = (bytes[place] ?? 0) ^ flip;
          return bytes;
        });
        expect(await answers(damaged)).toSatisfy(isHonest);
      }),
      { numRuns: 60 },
    );
  });

  test('with a file cut off, or something put behind it', async () => {
    await fc.assert(
      fc.asyncProperty(anyName, fc.nat(), fc.uint8Array({ maxLength: 8 }), async (name, at, more) => {
        const damaged = changed(name, (bytes) => new Uint8Array([...bytes.subarray(0, at % bytes.length), ...more]));
        expect(await answers(damaged)).toSatisfy(isHonest);
      }),
      { numRuns: 50 },
    );
  });

  test('with two files in each other’s place', async () => {
    await fc.assert(
      fc.asyncProperty(anyName, anyName, async (one, other) => {
        const swapped = new Map(files)
          .set(one, files.get(other) ?? new Uint8Array())
          .set(other, files.get(one) ?? new Uint8Array());
        expect(await answers(swapped)).toSatisfy(isHonest);
      }),
      { numRuns: 40 },
    );
  });

  test('with a file missing', async () => {
    for (const name of names) {
      const given = await answers(new Map([...files].filter(([own]) => own !== name)));
      expect(given).toSatisfy(isHonest);
      if (name === 'manifest.json') expect(new Set(given)).toEqual(new Set(['unreachable']));
    }
  });

  test('with a file of another town’s index under its name', async () => {
    const others = built('隣町');
    const start = names.find((name) => name.endsWith('start.bin')) ?? '';
    const theirs = [...others].find(([name]) => name.endsWith('start.bin'))?.[1] ?? new Uint8Array();
    expect(new Set(await answers(new Map(files).set(start, theirs)))).toEqual(new Set(['mismatched']));
  });

  test('with content that is wrong under a right checksum, it ends all the same', async () => {
    const resealed = (name: string, change: (content: Uint8Array<ArrayBuffer>) => void) =>
      changed(name, (bytes) => {
        const content = inflateSync(bytes.subarray(8));
        change(content);
        const packed = deflateSync(content);
        const whole = new Uint8Array([...bytes.subarray(0, 8), ...packed]);
        new DataView(whole.buffer).setUint32(4, computeChecksum(packed), true);
        return whole;
      });
    await fc.assert(
      fc.asyncProperty(anyName, fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1 }), async (name, changes) => {
        const wrong = resealed(name, (content) => {
          for (const [at, byte] of changes) content[at % content.length] = byte;
        });
        // Nobody can tell such an answer from a right one; but it is an answer or a SearchError.
        expect(await answers(wrong)).toHaveLength(queries.length);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a manifest', { timeout: 60_000 }, () => {
  const withManifest = (text: string) => answers(new Map(files).set('manifest.json', new TextEncoder().encode(text)));
  const own = new TextDecoder().decode(files.get('manifest.json'));

  test.each([
    [
      'of a later format is told as such',
      own.replace(`"format":${FORMAT_VERSION}`, `"format":${FORMAT_VERSION + 1}`),
      'newer-format',
    ],
    ['of another number of documents does not fit', own.replace('"documents":60', '"documents":61'), 'mismatched'],
    ['that leads to another folder finds nothing there', own.replace('files/', 'other/'), 'unreachable'],
    ['cut off is damaged', own.slice(0, 20), 'damaged'],
    ['that is something else is damaged', '[]', 'damaged'],
    ['without a folder is damaged', `{"format":${FORMAT_VERSION}}`, 'damaged'],
  ])('%s', async (_what, text, code) => {
    expect(new Set(await withManifest(text))).toEqual(new Set([code]));
  });
});
