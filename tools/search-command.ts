import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { parseArguments, runCli, UsageError, type CommandStreams } from '../src/cli/command-runner.ts';
import { PROJECT_FOLDER } from '../src/cli/site-options.ts';
import { MAX_QUERY_LENGTH } from '../src/components/search/browser/search-params.ts';
import { extractSnippet, listCityNames, openIndex, SearchError } from '../src/search/query-index.ts';
import type { FileLoader, SearchCity, TextPart } from '../src/search/query-index.ts';

/** Number of results printed without `--limit`. */
const DEFAULT_LIMIT = '10';

/** The folder of the index in a built site, and the file of its municipalities. */
const INDEX_FOLDER = 'api/v1/search';
const MUNICIPALITIES_FILE = 'api/v1/municipalities.json';

/** The parts of that file that the search uses. */
const City = z.object({
  id: z.string(),
  title: z.string(),
  url: z.string(),
  reading: z.string(),
  english: z.string(),
  prefecture: z.string(),
});
const Municipalities = z.object({ data: z.array(City) });

/** Number of characters shown around the first searched word of a text. */
const SNIPPET_CONTEXT = 40;

/** Returns a loader for the index of a built site. */
function createFileLoader(folder: string): FileLoader {
  return (name) => {
    const file = join(folder, INDEX_FOLDER, name);
    return existsSync(file)
      ? Promise.resolve(new Uint8Array(readFileSync(file)))
      : Promise.reject(new SearchError('unreachable', `${file} がありません。`));
  };
}

/** Returns the cities of a built site, with the names that a query may use. */
function readCities(folder: string): SearchCity[] {
  const { data } = Municipalities.parse(JSON.parse(readFileSync(join(folder, MUNICIPALITIES_FILE), 'utf8')));
  return data.map(({ reading, english, prefecture, ...city }) => {
    return { ...city, forms: listCityNames(city.title, reading, english, prefecture) };
  });
}

const formatBold = (parts: readonly TextPart[], isTerminal = false) =>
  parts
    .map(({ text, marked }) => (marked && isTerminal ? `\u001b[1m${text}\u001b[22m` : text))
    .join('')
    .replaceAll('\n', ' ');

type Output = CommandStreams['stdout'];

/** Searches a built site and prints the results, in the order of the search page. */
async function printResults(folder: string, query: string, limit: number, stdout: Output): Promise<void> {
  const index = await openIndex(createFileLoader(folder), readCities(folder));
  const results = await index.search(query, { city: null, kind: null, theme: null });
  const { words: queryWords, exact, isAside, related, alsoSearched, optional } = results;
  const print = async (documents: readonly number[], words: readonly string[]) => {
    for (const row of await index.rows(documents.slice(0, limit)))
      stdout.write(
        `  ${row.title}\n    ${row.url}\n    ${formatBold(extractSnippet(row, words, SNIPPET_CONTEXT), stdout.isTTY)}\n`,
      );
    if (documents.length > limit) stdout.write(`  ほかに ${documents.length - limit}件\n`);
  };
  const printExact = async () => {
    stdout.write(`「${query}」を含むもの ${exact.length}件\n`);
    await print(exact, queryWords);
  };
  if (!isAside) await printExact();
  if (related.length > 0) {
    const otherWords = alsoSearched.map((word) => `「${word}」`).join('');
    stdout.write(`関連するもの ${related.length}件${otherWords === '' ? '' : `（${otherWords}でもさがしました）`}\n`);
    if (optional.length > 0)
      stdout.write(`  ${optional.map((word) => `「${word}」`).join('')}を含むとはかぎりません。\n`);
    await print(related, alsoSearched);
  }
  if (isAside) await printExact();
}

/** `npm run search`: searches a built site for words. */
export async function main(args: readonly string[], { stdout }: Pick<CommandStreams, 'stdout'>): Promise<void> {
  const { values, positionals } = parseArguments({
    args: [...args],
    allowPositionals: true,
    options: { out: { type: 'string' }, limit: { type: 'string', default: DEFAULT_LIMIT } },
  });
  const query = positionals.join(' ');
  if (query.length > MAX_QUERY_LENGTH) throw new UsageError(`さがす言葉は、${MAX_QUERY_LENGTH}字までにしてください。`);
  if (query.trim() === '') throw new UsageError('さがす言葉を書いてください。例: npm run search -- "避難所"');
  const limit = Number(values.limit);
  if (!Number.isInteger(limit) || limit < 1)
    throw new UsageError(`--limit の「${values.limit}」は使えません。1 以上の数を書いてください。`);
  const folder = values.out ?? join(PROJECT_FOLDER, 'dist');
  if (!existsSync(folder))
    throw new UsageError(`「${folder}」に、できあがったサイトがありません。先に npm run build をしてください。`);
  try {
    await printResults(folder, query, limit, stdout);
  } catch (error) {
    if (!(error instanceof SearchError)) throw error;
    throw new UsageError(`さがせません。${error.message}npm run build で、つくり直してください。`);
  }
}

if (import.meta.main) await runCli(main);
