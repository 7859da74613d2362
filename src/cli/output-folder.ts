import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import { hostname } from 'node:os';
import { join, resolve, sep, basename, dirname } from 'node:path';
import type { SiteOptions } from '../site-data/open-site-data.ts';
import { UsageError } from './command-runner.ts';
import { readErrorCode, replaceErrorPath } from './failure-report.ts';

/** A day in milliseconds: no command runs longer, and later another process can have the same id. */
const MAX_RUN_TIME = 24 * 60 * 60 * 1000;

/** This machine in names of folders: containers that share a folder number their processes separately. */
const MACHINE = hostname()
  .replace(/[^A-Za-z0-9]/g, '')
  .slice(0, 12);

/** What follows the prefix in the name of a temporary folder: the machine, the process id and random letters. */
const OWNER = /^([A-Za-z0-9]*)-(\d+)-\w{6}$/;

function isRunning(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    // The process of another user is running too.
    return readErrorCode(error) === 'EPERM';
  }
}

/**
 * Lists the temporary folders that killed commands left. Those of running processes are in use. Processes on other
 * machines may still run, so only their old folders are listed.
 * @param prefix the path of such folders as far as the owner in their names
 */
export function listLeftovers(prefix: string): string[] {
  const [parent, start] = [dirname(prefix), basename(prefix)];
  if (!fs.statSync(parent, { throwIfNoEntry: false })?.isDirectory()) return [];
  const names = fs.readdirSync(parent).filter((name) => name.startsWith(start));
  return names.flatMap((name) => {
    const [, machine, processId] = OWNER.exec(name.slice(start.length)) ?? [];
    if (processId === undefined) return [];
    const path = join(parent, name);
    const changed = fs.statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
    const hasEnded = machine === MACHINE && !isRunning(Number(processId));
    return hasEnded || Date.now() - changed > MAX_RUN_TIME ? [path] : [];
  });
}

/** Creates an empty folder whose name says which process uses it. Its user deletes it. */
export function createTemporaryFolder(prefix: string): fs.DisposableTempDir {
  try {
    fs.mkdirSync(dirname(prefix), { recursive: true });
    return fs.mkdtempDisposableSync(`${prefix}${MACHINE}-${process.pid}-`);
  } catch (error) {
    throw replaceErrorPath(error, dirname(prefix));
  }
}

/** Deletes what killed commands left, and creates a temporary folder. */
export function openWorkFolder(prefix: string): fs.DisposableTempDir {
  for (const path of listLeftovers(prefix)) fs.rmSync(path, { recursive: true, force: true });
  return createTemporaryFolder(prefix);
}

/**
 * Returns the path without links of a file or folder that may not exist yet.
 * @throws UsageError for a link whose target is a link too, or would be in a folder that does not exist
 */
export function findRealPath(path: string): string {
  const full = resolve(path);
  if (fs.existsSync(full)) return fs.realpathSync(full);
  if (fs.lstatSync(full, { throwIfNoEntry: false })) {
    // A build that is killed while it replaces the target of a link leaves such a link.
    const target = resolve(dirname(full), fs.readlinkSync(full));
    if (fs.existsSync(dirname(target)) && !fs.lstatSync(target, { throwIfNoEntry: false })) return findRealPath(target);
    throw new UsageError(
      `「${full}」はリンクですが、その先がないか、自分自身に戻ります。つなぎ直すか、リンクを消してください。`,
    );
  }
  return join(findRealPath(dirname(full)), basename(full));
}

/** True for a folder that contains a built site: each has a data catalogue. */
export const isBuiltSite = (folder: string): boolean => fs.existsSync(join(folder, 'data', 'catalog.jsonld'));

/** True for a path at which a build deletes nothing except an older build of the same kind. */
function isReplaceable(path: string, isEarlierBuild: (folder: string) => boolean): boolean {
  const stat = fs.statSync(path, { throwIfNoEntry: false });
  if (!stat) return true;
  if (!stat.isDirectory()) return false;
  // A repository with a built site in it contains more than the site.
  return fs.readdirSync(path).length === 0 || (isEarlierBuild(path) && !fs.existsSync(join(path, '.git')));
}

/**
 * Checks that a build may replace a folder: its content is deleted.
 * @param isEarlierBuild true for a folder with an earlier build of the same kind
 * @throws UsageError if the folder contains anything else, or is a mount point, which can't be moved
 */
export function assertReplaceable(path: string, isEarlierBuild = isBuiltSite): void {
  if (!isReplaceable(path, isEarlierBuild))
    throw new UsageError(
      `「${path}」には、つくったサイトではないものがあります。サイトを置くとそれが消えるので、何もしません。--out に、空のフォルダか、まだないフォルダを書いてください。`,
    );
  if (fs.existsSync(path) && fs.statSync(path).dev !== fs.statSync(dirname(path)).dev)
    throw new UsageError(
      `「${path}」は、ほかのディスクをつないだところなので、サイトと入れかえられません。--out に、「${join(path, 'site')}」のような、その中のフォルダを書いてください。`,
    );
}

/** Throws a UsageError for a folder among the files of a site or of the program, of which it would become a part. */
export function assertOutsideSources(path: string, roots: readonly string[]): void {
  const real = findRealPath(path) + sep;
  const isAround = (folder: string) => roots.some((root) => real.startsWith(findRealPath(join(root, folder)) + sep));
  const folder = ['content', 'data', '.git', '.work', 'node_modules'].find(isAround);
  if (folder !== undefined)
    throw new UsageError(
      `「${path}」は、サイトやプログラムのファイルを置く ${folder}/ の中です。つくったサイトがその一部として扱われてしまうので、何もしません。--out に、ほかのフォルダを書いてください。`,
    );
}

/** Returns the start of the paths of temporary folders beside an output folder, on the same file system. */
const getSwapPrefix = (out: string) => `${out}.build-`;

/** Removes what killed builds left beside the output folder. Puts the last site back if a build was replacing it. */
export function tidyOutputFolder(out: string): void {
  for (const beside of listLeftovers(getSwapPrefix(out))) {
    const last = join(beside, 'last');
    if (!fs.existsSync(out) && fs.existsSync(last)) fs.renameSync(last, out);
    fs.rmSync(beside, { recursive: true, force: true });
  }
}

function moveFolder(from: string, to: string): void {
  try {
    fs.renameSync(from, to);
  } catch (error) {
    if (readErrorCode(error) !== 'EXDEV') throw error;
    fs.cpSync(from, to, { recursive: true });
  }
}

/** Replaces the last site with the new one. If that fails, the last site stays. */
function swapFolders(next: string, last: string, out: string): void {
  fs.rmSync(last, { recursive: true, force: true });
  if (fs.existsSync(out)) fs.renameSync(out, last);
  try {
    fs.renameSync(next, out);
  } catch (error) {
    if (fs.existsSync(last) && !fs.existsSync(out)) fs.renameSync(last, out);
    throw error;
  }
}

/** The errors of a swap if another build writes to the same folder at the same moment. */
const COLLISIONS = ['ENOENT', 'ENOTEMPTY', 'EEXIST'];
const MAX_SWAPS = 10;

/** Replaces the last site by a new one, which is complete beside it before anything changes. */
export function replaceOutputFolder(built: string, out: string): void {
  try {
    using beside = createTemporaryFolder(getSwapPrefix(out));
    const [next, last] = [join(beside.path, 'next'), join(beside.path, 'last')];
    moveFolder(built, next);
    for (let swaps = 1; fs.existsSync(next); swaps++) {
      try {
        swapFolders(next, last, out);
      } catch (error) {
        if (swaps === MAX_SWAPS || !COLLISIONS.includes(readErrorCode(error) ?? '')) throw error;
      }
    }
  } catch (error) {
    throw replaceErrorPath(error, out);
  }
}

/** The maximum number of sites that `npm start` keeps outside of `dist/`: each has all its pages. */
const MAX_SERVED_SITES = 4;

/** Returns the folder in which `npm start` keeps a site, and deletes those not served for the longest time. */
export function openServedFolder({ root, base, site }: SiteOptions, parent: string): string {
  const hash = createHash('sha256').update(JSON.stringify([findRealPath(root), base, site]));
  const folder = join(parent, hash.digest('hex').slice(0, 12));
  fs.mkdirSync(folder, { recursive: true });
  fs.utimesSync(folder, new Date(), new Date());
  const getTime = (path: string) => fs.statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const paths = fs.readdirSync(parent).map((name) => join(parent, name));
  for (const path of paths.sort((a, b) => getTime(b) - getTime(a)).slice(MAX_SERVED_SITES))
    fs.rmSync(path, { recursive: true, force: true });
  return folder;
}
