import * as fs from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import packageFile from '../../package.json' with { type: 'json' };
import { openSiteFolder, type SiteFolder } from '../input/site-folder.ts';
import { isUsableId, SLUG_PATTERN } from '../model/identifiers.ts';
import { applyWrites } from './apply-writes.ts';
import { runCli, UsageError, type CommandStreams, parseArguments } from './command-runner.ts';
import { replaceErrorPath } from './failure-report.ts';
import { openWorkFolder } from './output-folder.ts';
import { assertUsableFolder, createCommandFormatter, PROJECT_FOLDER, readRootOption } from './site-options.ts';
import { type RootValues, textOption } from './site-options.ts';

/** What a new site begins with: settings, workflows, and a small fictional plan as a sample. */
const NEW_SITE = join(PROJECT_FOLDER, 'examples', 'new-site');

/** The lines of the sample in files that also have lines of the site's own. */
const SAMPLE_LINE = /(?:^|,)mihon(?:-koho|-plan)?(?:,|\r?$)|^koho,|"fictional": true/;

/** The files of the program's own site that every site can begin with. */
const SHARED_FILES = [
  'content/guides/developers.mdx',
  'content/guides/method.mdx',
  'data/themes.csv',
  'data/topics.csv',
];

/** Files that npm would leave out of a package: the program has them without the dot. */
const HIDDEN_FILES = ['.gitignore', '.npmrc'];

/** Returns the package.json of a site: one dependency, and a script for each command. */
function createPackageFile(name: string, dependency: string): string {
  const commands = fs
    .readdirSync(join(PROJECT_FOLDER, 'src', 'cli'))
    .flatMap((file) => /^([a-z-]+)-command\.ts$/.exec(file)?.[1] ?? [])
    .filter((command) => command !== 'new-site');
  const site = {
    name,
    private: true,
    scripts: Object.fromEntries(commands.map((command) => [command, `${packageFile.name} ${command}`])),
    dependencies: { [packageFile.name]: dependency },
  };
  return `${JSON.stringify(site, null, 2)}\n`;
}

const LockFile = z.looseObject({ packages: z.record(z.string(), z.looseObject({})) });

/** Writes the lockfile of a site. Without it, npm would omit binaries that require a newer Node than its own. */
function writeLock(folder: string, name: string, dependency: string): void {
  const file = join(folder, 'package-lock.json');
  const lock = LockFile.parse(JSON.parse(fs.readFileSync(file, 'utf8')));
  const program = `node_modules/${packageFile.name}`;
  const packages: Record<string, object> = {
    '': { name, dependencies: { [packageFile.name]: dependency } },
    ...lock.packages,
  };
  if (dependency.startsWith('file:')) packages[program] = { ...packages[program], resolved: dependency };
  fs.writeFileSync(file, `${JSON.stringify({ name, ...lock, packages }, null, 2)}\n`);
}

/** Returns the path of the new folder. Only a folder in the working folder can be named. */
function readFolderName(name: string | undefined): string {
  if (name === undefined)
    throw new UsageError('新しいサイトのフォルダの名前を書いてください。例: npx keikaku-hiroba new-site mytown');
  if (!isUsableId(name, SLUG_PATTERN))
    throw new UsageError(
      `フォルダの名前「${name}」は使えません。mytown のように、半角の英小文字と数字を - でつないで書いてください（64字まで。Windows で使えない con などは除きます）。新しいフォルダは、今のフォルダの中にできます。`,
    );
  const folder = resolve(name);
  assertUsableFolder(folder);
  if (fs.existsSync(folder))
    throw new UsageError(`「${name}」は、もうあります。上書きはしません。ほかの名前にしてください。`);
  return folder;
}

/** Returns the packed program that `--package` names, or null without it. */
function readPackageOption(file: string | undefined): string | null {
  if (file === undefined) return null;
  const path = resolve(file);
  if (fs.statSync(path, { throwIfNoEntry: false })?.isFile() && path.endsWith('.tgz')) return path;
  throw new UsageError(`--package の「${file}」という .tgz のファイルはありません。`);
}

function writeSite(folder: string, name: string, packedProgram: string | null): void {
  const copy = (root: string, file: string) => {
    const bytes = fs.readFileSync(join(root, file));
    const path = join(folder, HIDDEN_FILES.includes(`.${file}`) ? `.${file}` : file);
    fs.mkdirSync(dirname(path), { recursive: true });
    // A new file, because the copy of a read-only one would be read-only. Without a byte order mark, Excel takes
    // Japanese text in UTF-8 for Shift_JIS.
    fs.writeFileSync(path, file.endsWith('.csv') ? bytes.toString().replace(/^\ufeff?/, '\ufeff') : bytes);
  };
  for (const file of fs.readdirSync(NEW_SITE, { recursive: true, encoding: 'utf8' }))
    if (fs.statSync(join(NEW_SITE, file)).isFile()) copy(NEW_SITE, file);
  for (const file of SHARED_FILES) copy(PROJECT_FOLDER, file);
  if (packedProgram !== null) fs.cpSync(packedProgram, join(folder, basename(packedProgram)));
  const dependency = packedProgram === null ? packageFile.version : `file:${basename(packedProgram)}`;
  fs.writeFileSync(join(folder, 'package.json'), createPackageFile(name, dependency));
  writeLock(folder, name, dependency);
}

/** Returns the lines of a file. As Latin-1, each byte is a character: the encoding and the line ends stay. */
const readLines = (folder: SiteFolder, file: string) =>
  Buffer.from(folder.readBytes(file)).toString('latin1').split('\n');

/** Removes from a line what `new-site` adds and Excel changes: a byte order mark, line ends, and days like 2026-11-20. */
const foldLine = (line: string) =>
  line.replace(/^\xef\xbb\xbf|\r$/g, '').replace(/\b(\d{4})\/(\d\d)\/(\d\d)\b/g, '$1-$2-$3');

/** `npm run new -- --remove-sample`: removes the sample of a new site, unless a person has changed it. */
export function removeSample(values: RootValues, { stdout }: Pick<CommandStreams, 'stdout'>): void {
  const root = readRootOption(values.example, values.root);
  const [site, sample] = [openSiteFolder(root), openSiteFolder(NEW_SITE)];
  const isOfPlan = (file: string) => file.includes('/plans/mihon-plan/');
  const listLines = (folder: SiteFolder, file: string) => {
    const lines = folder.has(file) ? readLines(folder, file).map(foldLine) : [];
    return new Set(lines.filter((line) => isOfPlan(file) || SAMPLE_LINE.test(line)));
  };
  const shared = site.files.filter((file) => /^(?:data\/)?[\w.]+$/.test(file) && listLines(site, file).size > 0);
  const files = [...shared, ...site.files.filter(isOfPlan)];
  if (files.length === 0) throw new UsageError('消す見本はありません。');
  const changed = files.filter((file) => !listLines(site, file).isSubsetOf(listLines(sample, file)));
  if (changed.length > 0)
    throw new UsageError(
      `見本が書きかえられているので、何も消していません。次のファイルの、見本市のところを手で消してから、もう一度実行してください。\n  ${changed.join('\n  ')}`,
    );
  const writes = shared.map((file) => {
    const kept = readLines(site, file).filter((line) => !SAMPLE_LINE.test(line));
    const after = Buffer.from(kept.join('\n'), 'latin1');
    return { file, before: site.readBytes(file), after, firstLine: 1, rows: 0, changes: 0 };
  });
  applyWrites(root, writes);
  for (const part of ['content', 'data'])
    fs.rmSync(join(root, part, 'plans', 'mihon-plan'), { recursive: true, force: true });
  const check = createCommandFormatter(values)('npm run check');
  stdout.write(`見本を消しました。\n  ${files.join('\n  ')}\n${check} で、まだ見本のままの設定と文章がわかります。\n`);
}

/** `keikaku-hiroba new-site`: makes the folder of a new site, complete or not at all. */
export function main(args: readonly string[], { stdout }: Pick<CommandStreams, 'stdout'>): undefined {
  const { values, positionals } = parseArguments({ args, allowPositionals: true, options: { package: textOption } });
  const [name, extra] = positionals;
  if (extra !== undefined) throw new UsageError(`「${extra}」は、ここには書けません。フォルダの名前は1つです。`);
  const folder = readFolderName(name);
  const packedProgram = readPackageOption(values.package);
  using work = openWorkFolder(`${folder}.write-`);
  try {
    writeSite(join(work.path, 'site'), basename(folder), packedProgram);
    fs.renameSync(join(work.path, 'site'), folder);
  } catch (error) {
    throw replaceErrorPath(error, folder);
  }
  stdout.write(`新しいサイトを ${folder} につくりました。
次にすること:
  1. cd ${basename(folder)}
  2. npm install
  3. npm start
そのあとは、フォルダの中の README.md にあります。
`);
}

if (import.meta.main) await runCli(main);
