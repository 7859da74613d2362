import { createHash } from 'node:crypto';
import { cpSync, existsSync, globSync, mkdirSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { REPOSITORY_FOLDER } from './run-command.ts';

/** The files and folders of a root that a build reads. */
const SOURCES = ['site.config.json', 'content', 'data'];

/** What a copy of the project leaves out: history, packages and generated files. */
const LEFT_OUT = /^(?:node_modules|dist(?:\..*)?|\.(?:git|astro|work|ci))$/;

/** Lists the files below a folder: paths with `/`, in a fixed order. */
export function listFolderFiles(folder: string, pattern = '**/*'): string[] {
  return globSync(pattern, { cwd: folder })
    .filter((path) => statSync(join(folder, path)).isFile())
    .map((path) => path.replaceAll('\\', '/'))
    .sort();
}

/** Returns the checksum of every file below a folder. */
export function computeChecksums(folder: string): Record<string, string> {
  const sum = (path: string) =>
    createHash('sha256')
      .update(readFileSync(join(folder, path)))
      .digest('hex');
  return Object.fromEntries(listFolderFiles(folder).map((path) => [path, sum(path)]));
}

/** Copies the files of a site into an empty folder, so that a test can edit them. */
export function copySiteSources(from: string, to: string): string {
  rmSync(to, { recursive: true, force: true });
  mkdirSync(to, { recursive: true });
  for (const name of SOURCES) cpSync(join(from, name), join(to, name), { recursive: true });
  return to;
}

/** Copies the project into a folder, so that builds in it share no files with others; `node_modules` is a link. */
export function copyProject(to: string): string {
  for (const name of globSync('*', { cwd: REPOSITORY_FOLDER }))
    if (!LEFT_OUT.test(name)) cpSync(join(REPOSITORY_FOLDER, name), join(to, name), { recursive: true });
  if (!existsSync(join(to, 'node_modules')))
    symlinkSync(join(REPOSITORY_FOLDER, 'node_modules'), join(to, 'node_modules'), 'dir');
  return to;
}
