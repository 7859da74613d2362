import { gzipSync } from 'node:zlib';
import { PROJECT_FOLDER } from '../../src/cli/site-options.ts';
import { listSiteDocuments } from '../../src/open-data/api/api-index.ts';
import { createIndexSource, MANIFEST_NAME, writeIndex, type SearchDocument } from '../../src/search/build-index.ts';
import { openIndex, SearchError, type FileLoader } from '../../src/search/query-index.ts';
import { openSiteData } from '../../src/site-data/open-site-data.ts';
import { readEverydayWords } from '../../src/site-data/project-files.ts';
import { type BenchmarkQuery, generateDocuments, generateQueries } from './generated-data.ts';
import { findPercentile, measureProcess } from './measure-process.ts';
import { SearchMeasurement, measureQueries, measurePagefind } from './search-measurement.ts';

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
