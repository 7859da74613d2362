import { readFileSync, statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { draftImport } from '../import/draft.ts';
import { existingOf } from '../import/existing.ts';
import { openFile } from '../import/open.ts';
import { mappingText, notesText, rowsText } from '../import/preview.ts';
import { doubtful } from '../import/doubtful.ts';
import { importRows, type Imported } from '../import/rows.ts';
import { readSheet } from '../import/sheet.ts';
import { printText } from '../problems/print.ts';
import { hasErrors, ProblemsError } from '../problems/problem.ts';
import { openFolder, type Folder } from '../read/folder.ts';
import { knownOf } from '../write/known.ts';
import { readArguments } from './arguments.ts';
import { lookOf } from './look.ts';
import { readRoot, siteCommand, siteOptions } from './options.ts';
import { listWritten, put } from './put.ts';
import { run, UsageError } from './run.ts';

/** The file that is named, from where the person stands. */
function findFile(name: string): string {
  const places = [process.env.INIT_CWD ?? '', process.cwd()].map((start) => resolve(start, name));
  const path = places.find((one) => statSync(one, { throwIfNoEntry: false })?.isFile());
  if (path === undefined) throw new UsageError(`「${name}」というファイルはありません。`);
  return path;
}

/** The 出典ID for what is imported: the one that is asked for, or the plan's own. */
function findSources(
  folder: Folder,
  plan: string,
  asked: string | undefined,
  called: (command: string) => string,
) {
  const known = knownOf(folder);
  if (!known.hasPlan(plan))
    throw new UsageError(
      `計画「${plan}」はありません。先に ${called(`npm run new -- plan ${plan}`)} で加えてください。`,
    );
  if (asked !== undefined && !known.sources.has(asked))
    throw new UsageError(`--source の「${asked}」という出典IDが data/sources.csv にありません。`);
  return { plan: known.sourceOf(plan), sheet: asked ?? '' };
}

function preview(name: string, imported: Imported): string {
  const { indicators, observations, targets, made } = imported;
  const parts = Object.entries({ indicators, observations, targets })
    .filter(([, rows]) => rows.length > 0)
    .map(([file, rows]) => `${file}.csv に足す${rows.length}行\n${rowsText(rows)}`);
  if (made > 0)
    parts.push(
      `指標IDの列がないか空なので、${made}件のIDをつくりました。公開する前に、意味のわかるIDにできます。`,
    );
  const notes = notesText(name, imported);
  if (notes !== '') parts.push(`知っておくこと\n${notes}`);
  return parts.join('\n\n');
}

await run(async () => {
  const { values, positionals } = readArguments({
    allowPositionals: true,
    options: {
      root: siteOptions.root,
      example: siteOptions.example,
      plan: { type: 'string' },
      sheet: { type: 'string' },
      source: { type: 'string' },
      write: { type: 'boolean', default: false },
    },
  });
  const [name, ...more] = positionals;
  const { plan } = values;
  if (name === undefined || more.length > 0 || plan === undefined)
    throw new UsageError(
      'ファイルをひとつと計画を書いてください。例: npm run import -- 指標.xlsx --plan warabi-jiritsu',
    );
  const root = readRoot(values.example, values.root);
  const folder = openFolder(root);
  const called = siteCommand(values);
  const sources = findSources(folder, plan, values.source, called);
  const file = basename(name);
  const bytes = readFileSync(findFile(name));
  const opened = await openFile(file, bytes, values.sheet);
  if (!opened.ok) throw new ProblemsError([opened.problem]);
  const sheet = readSheet(opened.rows);
  if (!sheet)
    throw new UsageError(
      `${file} に見出しの行が見つかりません。「指標名」と、「現状値」「目標値」か「令和5年度実績」のような列がいります。`,
    );
  const imported = importRows(sheet, existingOf(folder, plan), sources);
  const drafted = draftImport(folder, plan, file, imported);
  const problems = [...opened.problems, ...doubtful(file, opened.findings, sheet), ...drafted.problems];
  console.log(`${file} の列（見出しは${sheet.headLine}行め）\n${mappingText(sheet)}\n`);
  console.log(`${preview(file, imported)}\n`);
  const { folder: then, written } = drafted;
  const bytesOf = (one: string) => (one === file ? bytes : then.has(one) ? then.bytes(one) : undefined);
  if (problems.length > 0) process.stdout.write(`${printText(problems, lookOf(bytesOf))}\n`);
  if (hasErrors(problems)) throw new UsageError('まちがいがあるので、何も書いていません。');
  if (written.length === 0) console.log('書くものはありません。');
  else if (values.write) {
    put(root, written);
    console.log(
      `書きました。\n${listWritten(written)}\n${called('npm run check')} で確かめ、${called('npm run dev')} で見ます。`,
    );
  } else console.log('まだ何も書いていません。--write をつけると、上の行を足します。');
});
