import { openSiteData } from '../../src/site-data/open-site-data.ts';
import { listSiteDocuments } from '../../src/open-data/api/api-index.ts';
import { PROJECT_FOLDER } from '../../src/cli/site-options.ts';
import { writeIndex, type SearchDocument } from '../../src/search/build-index.ts';
import { openIndex, SearchError, type FileLoader } from '../../src/search/query-index.ts';
import { type BenchmarkQuery, generateDocuments, generateQueries } from './generated-data.ts';
import { measurePagefind } from './measure-pagefind.ts';
import { measureQueries, type SearchMeasurement } from './search-measurement.ts';

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

/*
 * Measures one index and prints the result as JSON: `search-process.ts ours 10000` or `search-process.ts pagefind 10000`.
 */
const [engine, count = ''] = process.argv.slice(2);
const texts = listSiteDocuments(openSiteData({ root: PROJECT_FOLDER })).map(({ title, text }) => `${title}\n${text}`);
const documents = generateDocuments(texts, Number(count));
const measure = engine === 'pagefind' ? measurePagefind : measureOwnIndex;
const measurement = await measure(documents, () => generateQueries(documents));
process.stdout.write(JSON.stringify(measurement));
