import fc from 'fast-check';
import { deflateSync, inflateSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { writeIndex } from '../../../../src/search/build-index.ts';
import { computeChecksum, FORMAT_VERSION, readManifest } from '../../../../src/search/format/index-files.ts';
import { SearchError } from '../../../../src/search/query-index.ts';
import type { SearchDocument } from '../../../../src/search/search-documents.ts';
import { EMPTY_SOURCE, keepInMemory, NO_FILTERS, openInMemory, type MemoryFiles } from '../index-in-memory.ts';

const wordTable = {
  rows: [{ forms: ['みほん', '見本'], planWords: ['取組'], role: 'subject' as const }],
  cities: EMPTY_SOURCE.wordTable.cities,
};

/** Returns the documents of a small town: enough words for several shards. */
function createDocuments(name: string): SearchDocument[] {
  return Array.from({ length: 60 }, (_, index) => ({
    id: `${name}/${index}`,
    kind: index % 3 === 0 ? ('term' as const) : ('node' as const),
    plan: name,
    municipality: name,
    themes: index % 2 === 0 ? ['money'] : [],
    url: `/${name}/${index}/`,
    names: [],
    title: `${name}の取組${index}`,
    text: Array.from({ length: 40 }, (__, at) => String.fromCharCode(0x4e00 + ((index * 37 + at * at) % 900))).join(''),
  }));
}
const buildFiles = (name: string) =>
  keepInMemory(writeIndex(createDocuments(name), { ...EMPTY_SOURCE, version: name, wordTable }));
const files = buildFiles('見本');
const names = [...files.keys()];
const queries = ['取組', '見本の取組1', '一', '乃丁七', '取組 丁', 'みほん'];

/** Returns the answers of an index to all queries, or the codes of the errors. */
async function answerQueries(indexFiles: MemoryFiles): Promise<string[]> {
  const getCode = (error: unknown) => {
    if (error instanceof SearchError) return error.code;
    throw error;
  };
  try {
    const index = await openInMemory(indexFiles);
    return await Promise.all(
      queries.map(async (query) => {
        try {
          const results = await index.search(query, NO_FILTERS);
          const rows = await index.rows(results.exact.slice(0, 3));
          const suggestions = await index.suggest(query, 3);
          return JSON.stringify([results.exact, results.related, rows, suggestions]);
        } catch (error) {
          return getCode(error);
        }
      }),
    );
  } catch (error) {
    const code = getCode(error);
    return queries.map(() => code);
  }
}
const rightAnswers = await answerQueries(files);
const CODES = ['unreachable', 'damaged', 'mismatched', 'newer-format'];

/** True if each answer is right or an error. */
const isRightOrError = (answers: readonly string[]) =>
  answers.every((answer, index) => answer === rightAnswers[index] || CODES.includes(answer));

const anyName = fc.constantFrom(...names.filter((name) => name !== 'manifest.json'));
const changeFile = (name: string, change: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>): MemoryFiles =>
  new Map([...files, [name, change(files.get(name)?.slice() ?? new Uint8Array())]]);

describe('a damaged index never gives a wrong answer', () => {
  test('without damage it answers every query', () => {
    expect(rightAnswers.filter((answer) => CODES.includes(answer))).toEqual([]);
  });

  test('with one changed byte', async () => {
    await fc.assert(
      fc.asyncProperty(anyName, fc.nat(), fc.integer({ min: 1, max: 255 }), async (name, at, flip) => {
        const damaged = changeFile(name, (bytes) => {
          const index = at % bytes.length;
          bytes[index] = (bytes[index] ?? 0) ^ flip;
          return bytes;
        });
        expect(await answerQueries(damaged)).toSatisfy(isRightOrError);
      }),
      { numRuns: 60 },
    );
  });

  test('with a file that is cut or has extra bytes', async () => {
    await fc.assert(
      fc.asyncProperty(anyName, fc.nat(), fc.uint8Array({ maxLength: 8 }), async (name, at, more) => {
        const damaged = changeFile(name, (bytes) => new Uint8Array([...bytes.subarray(0, at % bytes.length), ...more]));
        expect(await answerQueries(damaged)).toSatisfy(isRightOrError);
      }),
      { numRuns: 50 },
    );
  });

  test('with two swapped files', async () => {
    await fc.assert(
      fc.asyncProperty(anyName, anyName, async (one, other) => {
        const swapped = new Map(files)
          .set(one, files.get(other) ?? new Uint8Array())
          .set(other, files.get(one) ?? new Uint8Array());
        expect(await answerQueries(swapped)).toSatisfy(isRightOrError);
      }),
      { numRuns: 40 },
    );
  });

  test('with a missing file', async () => {
    for (const name of names) {
      const given = await answerQueries(new Map([...files].filter(([own]) => own !== name)));
      expect(given).toSatisfy(isRightOrError);
      if (name === 'manifest.json') expect(new Set(given)).toEqual(new Set(['unreachable']));
    }
  });

  test('with a file of another index', async () => {
    const others = buildFiles('隣町');
    const { start } = readManifest(others.get('manifest.json') ?? new Uint8Array());
    const manifest = JSON.stringify({ ...readManifest(files.get('manifest.json') ?? new Uint8Array()), start });
    const mixed = new Map(files).set('manifest.json', new TextEncoder().encode(manifest));
    expect(new Set(await answerQueries(mixed))).toEqual(new Set(['mismatched']));
  });

  test('with wrong content under a right checksum it still answers or reports an error', async () => {
    const resealed = (name: string, change: (content: Uint8Array<ArrayBuffer>) => void) =>
      changeFile(name, (bytes) => {
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
        // The reader can't detect this, but it must not crash.
        expect(await answerQueries(wrong)).toHaveLength(queries.length);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a manifest', () => {
  const withManifest = (text: string) =>
    answerQueries(new Map(files).set('manifest.json', new TextEncoder().encode(text)));
  const own = new TextDecoder().decode(files.get('manifest.json'));

  test.each([
    [
      'of a later format is reported as such',
      own.replace(`"format":${FORMAT_VERSION}`, `"format":${FORMAT_VERSION + 1}`),
      'newer-format',
    ],
    ['of another number of documents does not fit', own.replace('"documents":60', '"documents":61'), 'mismatched'],
    ['with a wrong folder does not fit', own.replace('files/', 'other/'), 'mismatched'],
    ['with a damaged beginning is damaged', own.replace(/("start":".{40})...../, '$1AAAAA'), 'damaged'],
    ['with a beginning that is no base64 is damaged', own.replace('"start":"', '"start":"あ'), 'damaged'],
    ['that is cut is damaged', own.slice(0, 20), 'damaged'],
    ['without a number of documents is damaged', own.replace(/"documents":\d+/, '"documents":"a"'), 'damaged'],
    ['with other content is damaged', '[]', 'damaged'],
    ['without a folder is damaged', `{"format":${FORMAT_VERSION}}`, 'damaged'],
  ])('%s', async (_what, text, code) => {
    expect(new Set(await withManifest(text))).toEqual(new Set([code]));
  });
});
