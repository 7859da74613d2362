import { mkdtempDisposableSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { close, createIndex } from 'pagefind';
import { z } from 'zod';
import type { SearchDocument } from '../../src/search/build-index.ts';
import type { BenchmarkQuery } from './generated-data.ts';
import { measureQueries, type SearchMeasurement } from './search-measurement.ts';

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
