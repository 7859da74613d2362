import { writeIndex, type SearchDocument } from '../../src/search/build-index.ts';
import { openIndex, SearchError, type FileLoader } from '../../src/search/query-index.ts';
import type { BenchmarkQuery } from './generated-data.ts';
import { AccuracyTally, type SearchMeasurement } from './search-measurement.ts';

const NO_FILTERS = { city: null, kind: null, theme: null };

/** Measures our index: builds it, then opens it again for each query, without a cache. */
export async function measureOwnIndex(
  documents: readonly SearchDocument[],
  queries: () => readonly BenchmarkQuery[],
): Promise<SearchMeasurement> {
  const before = process.cpuUsage();
  const built = writeIndex(documents, {
    version: 'bench',
    wordTable: { rows: [], cities: [] },
    extraSuggestions: [],
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
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const tally = new AccuracyTally();
  const costs = { bytes: [] as number[], requests: [] as number[] };
  let start = 0;
  for (const { query, expected } of queries()) {
    fetched = [];
    const index = await openIndex(load);
    start = sum(fetched);
    fetched = [];
    const { exact } = await index.searchExact(query, NO_FILTERS);
    tally.add(expected, exact);
    costs.bytes.push(sum(fetched));
    costs.requests.push(fetched.length);
  }
  const sizes = [...files.values()].map(({ length }) => length);
  return {
    ...tally.shares,
    ...costs,
    start,
    size: sum(sizes),
    files: sizes.length,
    seconds: (user + system) / 1e6,
    megabytes,
  };
}
