import { mkdtempDisposableSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { close, createIndex } from 'pagefind';
import { z } from 'zod';
import type { SearchDocument } from '../../src/search/build-index.ts';
import type { BenchmarkQuery } from './generated-data.ts';

/** The costs and the accuracy of one index. */
export const SearchMeasurement = z.object({
  /** The number of queries with exactly the expected documents. */
  right: z.number(),
  /** The found share of the expected documents, and the expected share of the found documents. */
  recall: z.number(),
  precision: z.number(),
  /** Bytes before the first query, then the bytes and the files of each query. */
  start: z.number(),
  bytes: z.array(z.number()),
  requests: z.array(z.number()),
  /** Bytes and number of all files. */
  size: z.number(),
  files: z.number(),
  /** The build: seconds of processor time and maximum memory; null if unknown. */
  seconds: z.number().nullable(),
  megabytes: z.number().nullable(),
});
export type SearchMeasurement = z.infer<typeof SearchMeasurement>;

/** What a query found, and the bytes of each file that was fetched before the first query, and by this one. */
interface QueryResult {
  readonly found: readonly number[];
  readonly atStart: readonly number[];
  readonly fetched: readonly number[];
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** Compares the expected and the found documents of all queries. */
export function computeAccuracy(
  results: readonly { readonly expected: readonly number[]; readonly found: readonly number[] }[],
): Pick<SearchMeasurement, 'right' | 'recall' | 'precision'> {
  const counts = results.map(({ expected, found }) => {
    const documents = new Set(expected);
    const hits = found.filter((document) => documents.has(document)).length;
    return { hits, expected: expected.length, found: found.length };
  });
  const hits = sum(counts.map((one) => one.hits));
  return {
    right: counts.filter((one) => one.hits === one.expected && one.hits === one.found).length,
    recall: hits / sum(counts.map((one) => one.expected)),
    precision: hits / sum(counts.map((one) => one.found)),
  };
}

/** Runs the queries and returns the accuracy and the costs of an index with these files. */
export async function measureQueries(
  files: Iterable<Uint8Array>,
  queries: readonly BenchmarkQuery[],
  run: (query: string) => Promise<QueryResult>,
): Promise<Omit<SearchMeasurement, 'seconds' | 'megabytes'>> {
  // One query after the other.
  const results = await Array.fromAsync(queries, async ({ query, expected }) => ({ expected, ...(await run(query)) }));
  const sizes = [...files].map(({ length }) => length);
  return {
    ...computeAccuracy(results),
    start: sum(results.at(-1)?.atStart ?? []),
    bytes: results.map(({ fetched }) => sum(fetched)),
    requests: results.map(({ fetched }) => fetched.length),
    size: sum(sizes),
    files: sizes.length,
  };
}

/** The functions of Pagefind's browser script that we use. */
interface PagefindScript {
  readonly options: (options: { readonly basePath: string }) => Promise<void>;
  readonly init: () => Promise<void>;
  readonly destroy: () => Promise<void>;
  readonly search: (query: string) => Promise<{ readonly results: readonly { readonly id: string }[] } | null>;
}

const Fragment = z.object({ url: z.string() });

/** The URL of the index for the script. `fetch` is replaced, so that there are no requests. */
const BASE_URL = 'https://pagefind.invalid/';

/** The text before the JSON of a packed file. */
const PREFIX = 'pagefind_dcd';

async function buildFiles(documents: readonly SearchDocument[]): Promise<Map<string, Uint8Array<ArrayBuffer>>> {
  const { index, errors } = await createIndex({});
  if (!index) throw new Error(errors.join('\n'));
  for (const [number, { title, text }] of documents.entries())
    await index.addCustomRecord({
      url: String(number),
      content: `${title}\n${text}`,
      language: 'ja',
      meta: { title },
    });
  const { files } = await index.getFiles();
  await close();
  return new Map(files.map(({ path, content }) => [path, new Uint8Array(content)]));
}

/** Returns the number of the document for each result id. */
function readDocumentNumbers(files: ReadonlyMap<string, Uint8Array>): Map<string, number> {
  return new Map(
    [...files]
      .filter(([path]) => path.startsWith('fragment/'))
      .map(([path, packed]) => {
        const text = gunzipSync(packed).toString('utf8');
        const { url } = Fragment.parse(JSON.parse(text.slice(PREFIX.length)));
        return [path.replace(/^fragment\/|\.pf_fragment$/g, ''), Number(url.replaceAll('/', ''))];
      }),
  );
}

/** Measures Pagefind with its default settings: builds the index, then starts the script again for each query. */
export async function measurePagefind(
  documents: readonly SearchDocument[],
  queries: () => readonly BenchmarkQuery[],
): Promise<SearchMeasurement> {
  const files = await buildFiles(documents);
  const numbers = readDocumentNumbers(files);
  let fetched: { readonly path: string; readonly length: number }[] = [];
  globalThis.fetch = (request) => {
    const url = request instanceof Request ? request.url : String(request);
    const path = url.slice(BASE_URL.length).replace(/\?.*/, '');
    const bytes = files.get(path) ?? new Uint8Array();
    fetched.push({ path, length: bytes.length });
    return Promise.resolve(new Response(bytes));
  };
  using folder = mkdtempDisposableSync(join(tmpdir(), 'pagefind-'));
  const path = join(folder.path, 'pagefind.mjs');
  writeFileSync(path, files.get('pagefind.js') ?? '');
  const script = (await import(pathToFileURL(path).href)) as PagefindScript;
  const costs = await measureQueries(files.values(), queries(), async (query) => {
    fetched = [];
    await script.options({ basePath: BASE_URL });
    await script.init();
    const found = await script.search(query);
    await script.destroy();
    // Browsers fetch the other files once: the code, and the list of the index parts.
    const { parts = [], others = [] } = Object.groupBy(fetched, ({ path }) =>
      path.startsWith('index/') ? 'parts' : 'others',
    );
    return {
      found: (found?.results ?? []).map(({ id }) => numbers.get(id) ?? -1),
      atStart: others.map(({ length }) => length),
      fetched: parts.map(({ length }) => length),
    };
  });
  return { ...costs, seconds: null, megabytes: null };
}
