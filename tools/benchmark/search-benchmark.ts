import { mkdtempDisposableSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gunzipSync, gzipSync } from 'node:zlib';
import { close, createIndex } from 'pagefind';
import { z } from 'zod';
import { PROJECT_FOLDER } from '../../src/cli/site-options.ts';
import { listSiteDocuments } from '../../src/open-data/api/api-index.ts';
import { createIndexSource, MANIFEST_NAME, writeIndex, type SearchDocument } from '../../src/search/build-index.ts';
import { openIndex, SearchError, type FileLoader } from '../../src/search/query-index.ts';
import { openSiteData } from '../../src/site-data/open-site-data.ts';
import { readEverydayWords } from '../../src/site-data/project-files.ts';
import { type BenchmarkQuery, generateDocuments, generateQueries } from './generated-data.ts';
import { findPercentile, measureProcess } from './measure-process.ts';

/** The costs and the accuracy of one index. */
const SearchMeasurement = z.object({
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
type SearchMeasurement = z.infer<typeof SearchMeasurement>;

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
async function measureQueries(
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
async function measurePagefind(
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

/** With more documents, Pagefind needs more memory than most machines have. */
const MAX_PAGEFIND_DOCUMENTS = 10_000;

/** Returns the limits of our index, for up to 10,000 documents and for more. */
const getLimits = (documents: number) =>
  documents <= 10_000
    ? { median: 10, percentile95: 60, start: 12, requests: Infinity, seconds: 6, megabytes: 500 }
    : { median: Infinity, percentile95: 100, start: Infinity, requests: 4, seconds: Infinity, megabytes: 4000 };

const measure = (engine: string, documents: number) =>
  measureProcess('search-benchmark.ts', [engine, String(documents)], SearchMeasurement, ['--max-old-space-size=8000']);

const formatKib = (bytes: number) => (bytes / 1024).toFixed(1);
const formatKnown = (value: number | null, digits: number) => (value === null ? '–' : value.toFixed(digits));
const formatLimit = (value: number) => (value === Infinity ? '–' : `≤ ${value}`);

function formatRow(name: string, measurement: SearchMeasurement): string {
  const { bytes, requests, right, recall, precision, start, size, files, seconds, megabytes } = measurement;
  return [
    name,
    `${right} of ${bytes.length}`,
    recall.toFixed(3),
    precision.toFixed(3),
    formatKib(start),
    `${formatKib(findPercentile(bytes, 0.5))} / ${formatKib(findPercentile(bytes, 0.95))}`,
    `${findPercentile(requests, 0.5)} / ${findPercentile(requests, 0.95)}`,
    `${(size / 1024 / 1024).toFixed(1)} (${files})`,
    formatKnown(seconds, 1),
    formatKnown(megabytes, 0),
  ].join(' | ');
}

/** Measures our index and Pagefind on generated documents. Returns a table, and whether our index meets its limits. */
export function benchmarkSearch(documents: number): string {
  const ours = measure('ours', documents);
  const limits = getLimits(documents);
  const isWithin =
    ours.right === ours.bytes.length &&
    findPercentile(ours.bytes, 0.5) <= limits.median * 1024 &&
    findPercentile(ours.bytes, 0.95) <= limits.percentile95 * 1024 &&
    findPercentile(ours.requests, 0.95) <= limits.requests &&
    ours.start <= limits.start * 1024 &&
    (ours.seconds ?? Infinity) <= limits.seconds &&
    (ours.megabytes ?? Infinity) <= limits.megabytes;
  const rows = [
    'way | exactly right | recall | precision | start KiB | query KiB, median / 95th | requests | all MB (files) | build s | build MB',
    '---|---|---|---|---|---|---|---|---|---',
    formatRow('own index', ours),
    ...(documents <= MAX_PAGEFIND_DOCUMENTS ? [formatRow('stock Pagefind', measure('pagefind', documents))] : []),
    [
      'at most',
      'all',
      '1',
      '1',
      formatLimit(limits.start),
      `${formatLimit(limits.median)} / ${formatLimit(limits.percentile95)}`,
      `– / ${formatLimit(limits.requests)}`,
      '–',
      formatLimit(limits.seconds),
      formatLimit(limits.megabytes),
    ].join(' | '),
  ];
  const head = `search, ${documents} documents, ${ours.bytes.length} queries; build in CPU seconds and MB of memory\n\n`;
  return `${head}${rows.map((row) => `| ${row} |\n`).join('')}\n${isWithin ? 'within' : 'over'}\n`;
}

const NO_FILTERS = { city: null, kind: null, theme: null };

/** Measures our index: builds it, then opens it again for each query, without a cache. */
async function measureOwnIndex(
  documents: readonly SearchDocument[],
  queries: () => readonly BenchmarkQuery[],
): Promise<SearchMeasurement> {
  const before = process.cpuUsage();
  const built = writeIndex(documents, {
    version: 'bench',
    wordTable: { rows: [], cities: [] },
    wordSuggestions: [],
    pageTitles: new Map(),
  });
  const files = new Map([...built].map(({ name, bytes }) => [name, bytes]));
  const { user, system } = process.cpuUsage(before);
  // maxRSS counts in kilobytes on every system that Node runs on.
  const megabytes = process.resourceUsage().maxRSS / 1024;
  let fetched: number[] = [];
  const load: FileLoader = (name) => {
    const bytes = files.get(name);
    if (!bytes) return Promise.reject(new SearchError('unreachable', name));
    fetched.push(bytes.length);
    return Promise.resolve(bytes);
  };
  const costs = await measureQueries(files.values(), queries(), async (query) => {
    fetched = [];
    const index = await openIndex(load);
    const atStart = fetched;
    fetched = [];
    const { exact } = await index.searchExact(query, NO_FILTERS);
    return { found: exact, atStart, fetched };
  });
  return { ...costs, seconds: (user + system) / 1e6, megabytes };
}

/**
 * Asks the site's own index for each everyday word and each term, as the search page does without a cache: with related
 * results, until the first three results can be shown. Returns what the index costs.
 */
export async function benchmarkWords(): Promise<string> {
  const siteData = openSiteData({ root: PROJECT_FOLDER });
  const documents = listSiteDocuments(siteData);
  const words = readEverydayWords(PROJECT_FOLDER, siteData.everydayWords);
  const files = new Map(
    [...writeIndex(documents, createIndexSource(siteData, words))].map((file) => [file.name, file]),
  );
  const queries = [...words, ...siteData.terms].map(({ title }) => title);
  const costs = await Promise.all(
    queries.map(async (query) => {
      const fetched: number[] = [];
      const index = await openIndex((name) => {
        const { bytes = new Uint8Array() } = files.get(name) ?? {};
        // Hosts compress the manifest; the other files are packed.
        fetched.push(name === MANIFEST_NAME ? gzipSync(bytes).length : bytes.length);
        return Promise.resolve(bytes);
      });
      const { exact, related } = await index.search(query, NO_FILTERS);
      await index.rows([...exact, ...related].slice(0, 3));
      return { bytes: fetched.reduce((sum, length) => sum + length), requests: fetched.length };
    }),
  );
  const describe = (values: readonly number[], format: (value: number) => string) =>
    [0.5, 0.95, 1].map((share) => format(findPercentile(values, share))).join(' / ');
  return [
    `search, ${documents.length} documents in ${files.size} files, ${costs.length} words; median / 95th / maximum`,
    `KiB       ${describe(
      costs.map(({ bytes }) => bytes),
      formatKib,
    )}`,
    `requests  ${describe(
      costs.map(({ requests }) => requests),
      String,
    )}\n`,
  ].join('\n');
}

/*
 * Measures one index and prints the result as JSON: `search-benchmark.ts ours 10000` or
 * `search-benchmark.ts pagefind 10000`.
 */
if (import.meta.main) {
  const [engine, count = ''] = process.argv.slice(2);
  const texts = listSiteDocuments(openSiteData({ root: PROJECT_FOLDER })).map(({ title, text }) => `${title}\n${text}`);
  const documents = generateDocuments(texts, Number(count));
  const measureIndex = engine === 'pagefind' ? measurePagefind : measureOwnIndex;
  const measurement = await measureIndex(documents, () => generateQueries(documents));
  process.stdout.write(JSON.stringify(measurement));
}
