import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { close, createIndex } from 'pagefind';
import { z } from 'zod';
import type { SearchDocument } from '../../src/search/build-index.ts';
import type { BenchmarkQuery } from './generated-data.ts';
import { AccuracyTally, type SearchMeasurement } from './search-measurement.ts';

/** What is used of the script that Pagefind gives to pages. */
interface Script {
  readonly options: (options: { readonly basePath: string }) => Promise<void>;
  readonly init: () => Promise<void>;
  readonly destroy: () => Promise<void>;
  readonly search: (query: string) => Promise<{ readonly results: readonly { readonly id: string }[] } | null>;
}

const Fragment = z.object({ url: z.string() });

/** Where the script believes its files to be; nothing is asked there. */
const PLACE = 'https://pagefind.invalid/';

/** What stands before the JSON of a packed file. */
const MARK = 'pagefind_dcd';

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

/** The number of the document that each result id stands for. */
function numbersOf(files: ReadonlyMap<string, Uint8Array>): Map<string, number> {
  return new Map(
    [...files]
      .filter(([path]) => path.startsWith('fragment/'))
      .map(([path, packed]) => {
        const text = gunzipSync(packed).toString('utf8');
        const { url } = Fragment.parse(JSON.parse(text.slice(MARK.length)));
        return [path.replace(/^fragment\/|\.pf_fragment$/g, ''), Number(url.replaceAll('/', ''))];
      }),
  );
}

/** Builds Pagefind's index as it comes and asks it, each time with nothing at hand but the start. */
export async function measurePagefind(
  documents: readonly SearchDocument[],
  queries: () => readonly BenchmarkQuery[],
): Promise<SearchMeasurement> {
  const files = await buildFiles(documents);
  const numbers = numbersOf(files);
  let fetched: { readonly path: string; readonly length: number }[] = [];
  globalThis.fetch = (address) => {
    const asked = address instanceof Request ? address.url : String(address);
    const path = asked.slice(PLACE.length).replace(/\?.*/, '');
    const bytes = files.get(path) ?? new Uint8Array();
    fetched.push({ path, length: bytes.length });
    return Promise.resolve(new Response(bytes));
  };
  const folder = mkdtempSync(join(tmpdir(), 'pagefind-'));
  try {
    const path = join(folder, 'pagefind.mjs');
    writeFileSync(path, files.get('pagefind.js') ?? '');
    const script = (await import(pathToFileURL(path).href)) as Script;
    const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
    const tally = new AccuracyTally();
    const taken = { bytes: [] as number[], requests: [] as number[] };
    let start = 0;
    for (const { query, expected } of queries()) {
      fetched = [];
      await script.options({ basePath: PLACE });
      await script.init();
      const found = await script.search(query);
      tally.add(
        expected,
        (found?.results ?? []).map(({ id }) => numbers.get(id) ?? -1),
      );
      // What it fetches but the parts of the index, it fetches once: its own code, and the list of the parts.
      const [parts = [], others = []] = [true, false].map((isPart) =>
        fetched.filter(({ path }) => path.startsWith('index/') === isPart).map(({ length }) => length),
      );
      start = sum(others);
      taken.bytes.push(sum(parts));
      taken.requests.push(parts.length);
      await script.destroy();
    }
    const sizes = [...files.values()].map(({ length }) => length);
    const size = sum(sizes);
    return { ...tally.shares, ...taken, start, size, files: sizes.length, seconds: null, megabytes: null };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
