import { createHash } from 'node:crypto';
import { cpSync, existsSync, globSync, mkdirSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { REPOSITORY_FOLDER } from './run-command.ts';

/** The places below a root that hold what a site publishes. */
const SOURCES = ['site.config.json', 'content', 'data'];

/** What a build needs besides: everything in the project but its history, its packages and what it made. */
const MADE = new Set(['.git', 'node_modules', 'dist', '.astro', '.work', ...SOURCES]);

/** The files below a folder: paths with `/`, in a fixed order. */
export function listFolderFiles(folder: string, pattern = '**/*'): string[] {
  return globSync(pattern, { cwd: folder })
    .filter((path) => statSync(join(folder, path)).isFile())
    .map((path) => path.replaceAll('\\', '/'))
    .sort();
}

/** The checksum of every file below a folder; two folders with equal ones hold the same bytes. */
export function computeChecksums(folder: string): Record<string, string> {
  const sum = (path: string) =>
    createHash('sha256')
      .update(readFileSync(join(folder, path)))
      .digest('hex');
  return Object.fromEntries(listFolderFiles(folder).map((path) => [path, sum(path)]));
}

/** Makes an empty folder, whatever stood there. */
function emptyFolder(folder: string): string {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** Copies a site's files, so that a test may edit them. */
export function copySiteSources(from: string, to: string): string {
  emptyFolder(to);
  for (const name of SOURCES) cpSync(join(from, name), join(to, name), { recursive: true });
  return to;
}

/** Copies the whole project without its history; packages are shared by a link. */
export function copyProject(to: string): string {
  copySiteSources(REPOSITORY_FOLDER, to);
  for (const name of globSync('*', { cwd: REPOSITORY_FOLDER }))
    if (!MADE.has(name)) cpSync(join(REPOSITORY_FOLDER, name), join(to, name), { recursive: true });
  if (!existsSync(join(to, 'node_modules')))
    symlinkSync(join(REPOSITORY_FOLDER, 'node_modules'), join(to, 'node_modules'), 'dir');
  return to;
}
