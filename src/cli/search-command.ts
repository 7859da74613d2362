import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { extractSnippet, openIndex, SearchError, type FileLoader, type TextPart } from '../search/query-index.ts';
import { parseArguments } from './parse-arguments.ts';
import { PROJECT_FOLDER } from './site-options.ts';
import { runCli, UsageError } from './command-runner.ts';

/** How many results are printed if `--most` says nothing else. */
const MOST = '10';

/** Where an index stands below a built site. */
const INDEX = 'api/v1/search';

/** How much of a text is shown beside a word that was found. */
const AROUND = 40;

/** Loads an index from a built site. */
function loadFrom(folder: string): FileLoader {
  return (name) => {
    const file = join(folder, INDEX, name);
    return existsSync(file)
      ? Promise.resolve(new Uint8Array(readFileSync(file)))
      : Promise.reject(new SearchError('unreachable', `${file} がありません。`));
  };
}

const bold = (parts: readonly TextPart[], isTerminal: boolean) =>
  parts
    .map(({ text, marked }) => (marked && isTerminal ? `\u001b[1m${text}\u001b[22m` : text))
    .join('')
    .replaceAll('\n', ' ');

/** Looks a query up in a built site and prints what was found. */
async function search(folder: string, query: string, most: number): Promise<void> {
  const index = await openIndex(loadFrom(folder));
  const found = await index.search(query, { city: null, kind: null, theme: null });
  const { words, exact, related, alsoSearched, optional } = found;
  const print = async (documents: readonly number[], sought: readonly string[]) => {
    for (const row of await index.rows(documents.slice(0, most)))
      process.stdout.write(
        `  ${row.title}\n    ${row.url}\n    ${bold(extractSnippet(row, sought, AROUND), process.stdout.isTTY)}\n`,
      );
    if (documents.length > most) process.stdout.write(`  ほかに ${documents.length - most} 件\n`);
  };
  process.stdout.write(`「${query}」を含むもの ${exact.length} 件\n`);
  await print(exact, words);
  if (related.length === 0) return;
  const others = alsoSearched.map((word) => `「${word}」`).join('');
  process.stdout.write(`関連するもの ${related.length} 件${others === '' ? '' : `（${others}でも探しました）`}\n`);
  if (optional.length > 0)
    process.stdout.write(`  ${optional.map((word) => `「${word}」`).join('')}は、含まないものもあります。\n`);
  await print(related, alsoSearched);
}

await runCli(async () => {
  const { values, positionals } = parseArguments({
    allowPositionals: true,
    options: { out: { type: 'string' }, most: { type: 'string', default: MOST } },
  });
  const query = positionals.join(' ');
  if (query.trim() === '') throw new UsageError('探す言葉を書いてください。例：npm run search -- "避難所"');
  const most = Number(values.most);
  if (!Number.isInteger(most) || most < 1)
    throw new UsageError(`--most の「${values.most}」は使えません。1 以上の数を書いてください。`);
  const folder = values.out ?? join(PROJECT_FOLDER, 'dist');
  if (!existsSync(folder))
    throw new UsageError(`「${folder}」に、できあがったサイトがありません。先に npm run build をしてください。`);
  try {
    await search(folder, query, most);
  } catch (error) {
    if (!(error instanceof SearchError)) throw error;
    throw new UsageError(`探せません。${error.message}npm run build で、つくり直してください。`);
  }
});
