import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { listKeys } from '../model/value-lists.ts';
import { computeSha256 } from '../open-data/published-file.ts';
import { findPart } from '../site-data/part-of-path.ts';
import type { SiteData, SitePart } from '../site-data/site-data.ts';
import { UsageError } from './command-runner.ts';
import { computeProgramVersion } from './finished-site.ts';
import { listMatchingPaths } from './resolve-paths.ts';

/*
 * A part of a site is a folder with the pages and files of some municipalities, and a file that says what they were
 * made from. A run joins only parts that were made from the same input as its own pages.
 */

const DESCRIPTION = 'part.json';

/** The option of a part has room for four digits. */
const MAX_PARTS = 9999;

const PartDescription = z.object({
  part: z.int().positive(),
  parts: z.int().max(MAX_PARTS),
  version: z.string(),
  program: z.string(),
  node: z.string(),
  site: z.string(),
  base: z.string(),
  compressed: z.boolean(),
  /** The SHA-256 of each file by its path. */
  files: z.record(z.string(), z.string()),
});
type PartDescription = z.infer<typeof PartDescription>;

type PartOrigin = Omit<PartDescription, 'part' | 'parts' | 'files'>;

/** True for a folder that contains a part of a site. */
export const isSitePart = (folder: string): boolean => existsSync(join(folder, DESCRIPTION));

/** Checks `--part`: the number of a part, from 1, and the number of parts. */
export function readPartOption(value: string): SitePart {
  const [, number, count] = (/^([1-9]\d{0,3})\/([1-9]\d{0,3})$/.exec(value) ?? []).map(Number);
  if (number !== undefined && count !== undefined && number <= count) return { number, count, folders: [] };
  throw new UsageError(
    `--part の「${value}」は使えません。4つに分けたうちの2つ目なら、2/4 のように、半角の数字で書いてください。`,
  );
}

/** Lists the files below a folder: paths with `/`, in a fixed order. */
export const listFiles = (folder: string): string[] =>
  listMatchingPaths(folder, '**/*').filter((path) => statSync(join(folder, path)).isFile());

function describeOrigin({ site: { site, base }, version }: SiteData, compressed: boolean): PartOrigin {
  return { version, program: computeProgramVersion(), node: process.versions.node, site, base, compressed };
}

/** Moves the pages and files of a part from a built site into another folder. */
export function movePart(siteData: SiteData, built: string, to: string, { number, count }: SitePart): void {
  mkdirSync(to);
  for (const path of listFiles(built)) {
    if (findPart(siteData, path, count) !== number) continue;
    mkdirSync(dirname(join(to, path)), { recursive: true });
    renameSync(join(built, path), join(to, path));
  }
}

/** Writes the file that describes a part, when all others are in its folder. */
export function describePart(siteData: SiteData, folder: string, part: SitePart, compressed: boolean): void {
  const { number, count } = part;
  const files = Object.fromEntries(
    listFiles(folder).map((path) => [path, computeSha256(readFileSync(join(folder, path)))]),
  );
  const origin = describeOrigin(siteData, compressed);
  const description: PartDescription = { part: number, parts: count, ...origin, files };
  writeFileSync(join(folder, DESCRIPTION), `${JSON.stringify(description, null, 2)}\n`);
}

/** Reads the file that describes a part; null if there is none or it is damaged. */
function readDescription(folder: string): PartDescription | null {
  try {
    const description = PartDescription.parse(JSON.parse(readFileSync(join(folder, DESCRIPTION), 'utf8')));
    return description.part <= description.parts ? description : null;
  } catch {
    return null;
  }
}

/** Reads the descriptions of parts; folders without one are left out. */
const readParts = (folders: readonly string[]) =>
  folders.flatMap((folder) => {
    const description = readDescription(folder);
    return description === null ? [] : [{ folder, description }];
  });

/** Opens the finished parts of a site, in any order. Throws a UsageError for folders that are not parts. */
export function openParts(folders: readonly string[]): SitePart {
  if (folders.length === 0)
    throw new UsageError('--join のあとに、すべての部分のフォルダを、空白をあけて書いてください。');
  const parts = readParts(folders).sort((a, b) => a.description.part - b.description.part);
  const wrong = folders.filter((folder) => parts.every((part) => part.folder !== folder));
  if (wrong.length > 0) {
    const advice = 'がないか、こわれています。npm run build -- --part でつくったフォルダを書いてください。';
    throw new UsageError(wrong.map((folder) => `${join(folder, DESCRIPTION)} ${advice}`).join('\n'));
  }
  return { number: 0, count: parts[0]?.description.parts ?? 0, folders: parts.map(({ folder }) => folder) };
}

/** What is wrong with a part whose origin is not that of the run, by the name of the value that differs. */
const ORIGIN_MESSAGES: Readonly<Record<keyof PartOrigin, (found: string, own: string) => string>> = {
  version: (found, own) =>
    `データの版 ${found} からつくった部分です。今のデータの版は ${own} です。同じ site.config.json、content/、data/ からつくり直してください。`,
  program: () =>
    'ほかの版のプログラムかパッケージでつくった部分です。同じ版のプログラムを入れ、npm ci のあとにつくり直してください。',
  node: (found, own) => `Node ${found} でつくった部分です。今の Node ${own} でつくり直してください。`,
  site: (found, own) => `--site が「${found}」の部分です。今は「${own}」です。同じにしてください。`,
  base: (found, own) => `--base が「${found}」の部分です。今は「${own}」です。同じにしてください。`,
  compressed: (found) =>
    found === 'true'
      ? '--compress をつけてつくった部分です。今も --compress をつけてください。'
      : '--compress をつけずにつくった部分です。今も --compress をつけないでください。',
};

/** Compares the origin of a part with that of this run. Returns a line for each difference. */
function compareOrigins(folder: string, description: PartDescription, origin: PartOrigin): string[] {
  const file = join(folder, DESCRIPTION);
  const lines = readFileSync(file, 'utf8').split('\n');
  return listKeys(ORIGIN_MESSAGES).flatMap((name) => {
    const [found, own] = [String(description[name]), String(origin[name])];
    const line = lines.findIndex((text) => text.startsWith(`  "${name}"`)) + 1;
    return found === own ? [] : [`${file}:${line} ${ORIGIN_MESSAGES[name](found, own)}`];
  });
}

const MAX_LISTED_FILES = 5;

/** Compares the files of a part with its description. Returns a line for each that is missing, added or changed. */
function compareFiles(folder: string, { files }: PartDescription): string[] {
  const present = listFiles(folder).filter((path) => path !== DESCRIPTION);
  const lines = [...new Set([...Object.keys(files), ...present])].sort().flatMap((path) => {
    const file = join(folder, path);
    if (files[path] === undefined) return [`${file} は、この部分のファイルではありません。`];
    if (!existsSync(file)) return [`${file} がありません。`];
    const isUnchanged = computeSha256(readFileSync(file)) === files[path];
    return isUnchanged ? [] : [`${file} の中身が、つくったときから変わっています。`];
  });
  if (lines.length === 0) return [];
  const more = lines.length > MAX_LISTED_FILES ? `ほかに${lines.length - MAX_LISTED_FILES}のファイル。` : '';
  return [...lines.slice(0, MAX_LISTED_FILES), `${more}${folder} の部分を、つくるか写すかし直してください。`];
}

/** Returns a line for each part that is missing, named twice or of another number of parts. */
function compareNumbers(parts: ReturnType<typeof readParts>, count: number): string[] {
  const others = parts.flatMap(({ folder, description }) => {
    const line = `${join(folder, DESCRIPTION)}:3 ${description.parts}個に分けた部分です。ほかに、${count}個に分けた部分があります。同じ数に分けてつくり直してください。`;
    return description.parts === count ? [] : [line];
  });
  const numbers = Array.from({ length: count }, (_, at) => at + 1).flatMap((number) => {
    const same = parts.filter(({ description }) => description.part === number && description.parts === count);
    if (same.length === 1) return [];
    const missing = `部分 ${number}/${count} がありません。--part ${number}/${count} でつくり、そのフォルダも書いてください。`;
    const folders = same.map(({ folder }) => folder).join('、');
    const repeated = `部分 ${number}/${count} が重なっています：${folders}。1つだけを書いてください。`;
    return [same.length === 0 ? missing : repeated];
  });
  return [...others, ...numbers];
}

/** Throws a UsageError unless these are all parts of this site, undamaged and made from the same input as this run. */
export function assertJoinable(siteData: SiteData, { folders, count }: SitePart, compressed: boolean): void {
  const origin = describeOrigin(siteData, compressed);
  const parts = readParts(folders);
  const mistakes = [
    ...compareNumbers(parts, count),
    ...parts.flatMap(({ folder, description }) => [
      ...compareOrigins(folder, description, origin),
      ...compareFiles(folder, description),
    ]),
  ];
  if (mistakes.length > 0) throw new UsageError(`部分をつなげません。何も書きませんでした。\n${mistakes.join('\n')}`);
}

/** Copies the compressed files of the parts beside the files of a joined site. */
export function copyCompressed(folders: readonly string[], built: string): void {
  for (const folder of folders)
    for (const path of listMatchingPaths(folder, '**/*.{br,gz}')) cpSync(join(folder, path), join(built, path));
}
