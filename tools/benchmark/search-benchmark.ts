import { measureProcess } from './measure-process.ts';
import { findPercentile, SearchMeasurement } from './search-measurement.ts';

/** Maximum number of documents for Pagefind; more take more memory than most machines have. */
const MOST_FOR_PAGEFIND = 10_000;

/** The limits of our index: up to 10,000 documents, and beyond. */
const limitsFor = (documents: number) =>
  documents <= 10_000
    ? { middle: 10, most: 60, start: 12, requests: Infinity, seconds: 6, megabytes: 500 }
    : { middle: Infinity, most: 100, start: Infinity, requests: 4, seconds: Infinity, megabytes: 4000 };

const measure = (what: string, documents: number) =>
  measureProcess('search-process.ts', [what, String(documents)], SearchMeasurement, ['--max-old-space-size=8000']);

const kib = (bytes: number) => (bytes / 1024).toFixed(1);
const formatNumber = (value: number | null, digits: number) => (value === null ? '–' : value.toFixed(digits));
const limit = (value: number) => (value === Infinity ? '–' : `≤ ${value}`);

function formatRow(name: string, measurement: SearchMeasurement): string {
  const { bytes, requests, right, recall, precision, start, size, files, seconds, megabytes } = measurement;
  return [
    name,
    `${right} of ${bytes.length}`,
    recall.toFixed(3),
    precision.toFixed(3),
    kib(start),
    `${kib(findPercentile(bytes, 0.5))} / ${kib(findPercentile(bytes, 0.95))}`,
    `${findPercentile(requests, 0.5)} / ${findPercentile(requests, 0.95)}`,
    `${(size / 1024 / 1024).toFixed(1)} (${files})`,
    formatNumber(seconds, 1),
    formatNumber(megabytes, 0),
  ].join(' | ');
}

/**
 * Measures the search index on generated documents, and compares it with Pagefind in its default settings.
 * @returns the table to print, with a last line that says if our index is within its limits
 */
export function benchmarkSearch(documents: number): string {
  const ours = measure('ours', documents);
  const limits = limitsFor(documents);
  const isWithin =
    ours.right === ours.bytes.length &&
    findPercentile(ours.bytes, 0.5) <= limits.middle * 1024 &&
    findPercentile(ours.bytes, 0.95) <= limits.most * 1024 &&
    findPercentile(ours.requests, 0.95) <= limits.requests &&
    ours.start <= limits.start * 1024 &&
    (ours.seconds ?? Infinity) <= limits.seconds &&
    (ours.megabytes ?? Infinity) <= limits.megabytes;
  const rows = [
    'way | exactly right | recall | precision | start KiB | query KiB, middle / 95th | requests | all MB (files) | build s | build MB',
    '---|---|---|---|---|---|---|---|---|---',
    formatRow('own index', ours),
    ...(documents <= MOST_FOR_PAGEFIND ? [formatRow('stock Pagefind', measure('pagefind', documents))] : []),
    [
      'at most',
      'all',
      '1',
      '1',
      limit(limits.start),
      `${limit(limits.middle)} / ${limit(limits.most)}`,
      `– / ${limit(limits.requests)}`,
      '–',
      limit(limits.seconds),
      limit(limits.megabytes),
    ].join(' | '),
  ];
  const head = `search, ${documents} documents, ${ours.bytes.length} queries; build in CPU seconds and MB of memory\n\n`;
  return `${head}${rows.map((one) => `| ${one} |\n`).join('')}\n${isWithin ? 'within' : 'over'}\n`;
}
