import { existsSync, globSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, relative, resolve, sep } from 'node:path';
import { suggestChoice } from '../diagnostics/suggest-choice.ts';
import { readBounded, type SiteFolder } from '../input/site-folder.ts';
import { UsageError } from './command-runner.ts';

/** Returns a path relative to a root, with `/`; null for a path outside the root. */
function findRelativePath(root: string, path: string): string | null {
  const relativePath = relative(realpathSync(root), existsSync(path) ? realpathSync(path) : resolve(path));
  if (relativePath === '..' || relativePath.startsWith(`..${sep}`) || resolve(relativePath) === relativePath)
    return null;
  return relativePath.replaceAll('\\', '/');
}

/** Lists the paths below a folder that match a pattern: with `/`, in a fixed order. */
export const listMatchingPaths = (folder: string, pattern: string | readonly string[]): string[] =>
  globSync(pattern, { cwd: folder })
    .map((path) => path.replaceAll('\\', '/'))
    .sort();

/** True if the path is the file itself or a folder that contains it. */
export const isPathBelow = (file: string, path: string): boolean =>
  path === '' || file === path || file.startsWith(`${path}/`);

/** Lists what a path can mean: it starts from the root, the folder of the npm call, or the working folder. */
function listPossiblePaths(name: string, root: string): string[] {
  const folders = [root, process.env.INIT_CWD ?? '', process.cwd()].filter((folder) => folder !== '');
  return folders.map((folder) => resolve(folder, name));
}

/** Returns the first file or folder that a path can mean; undefined if there is none. */
export const findExistingPath = (name: string, root: string): string | undefined =>
  listPossiblePaths(name, root).find((path) => existsSync(path));

/** Returns the name of another file beside the one that a person names, if it is similar; else an empty text. */
export function findSimilarFile(name: string, root: string): string {
  const folders = listPossiblePaths(name, root).map(dirname);
  const files = folders.filter((folder) => existsSync(folder)).flatMap((folder) => readdirSync(folder));
  // In this order, .xlsx comes before .xlsm.
  const others = new Set(files.sort().reverse());
  others.delete(basename(name));
  return suggestChoice(basename(name), others);
}

/** Returns the bytes of a table that a person names. */
export function readNamedFile(name: string, root: string): Uint8Array {
  const file = listPossiblePaths(name, root).find((path) => statSync(path, { throwIfNoEntry: false })?.isFile());
  if (file !== undefined) return readBounded(file);
  const near = findSimilarFile(name, root);
  throw new UsageError(
    findExistingPath(name, root) === undefined
      ? `「${name}」というファイルはありません。${near && `「${near}」ではありませんか。`}`
      : `「${name}」はフォルダです。CSV か Excel のファイルを1つずつ書いてください。`,
  );
}

/**
 * Resolves arguments to files or folders of the site, from its root or from the working folder, or to files outside.
 * @throws UsageError for a name that is not a file
 */
export function resolvePaths(root: string, folder: SiteFolder, names: readonly string[]) {
  // An empty path is the whole site.
  const sitePaths: string[] = [];
  const otherFiles: { name: string; path: string }[] = [];
  for (const name of new Set(names)) {
    const sitePath = listPossiblePaths(name, root)
      .map((path) => findRelativePath(root, path))
      .find((path) => path !== null && folder.files.some((file) => isPathBelow(file, path)));
    const existing = findExistingPath(name, root);
    if (sitePath !== undefined && sitePath !== null) sitePaths.push(sitePath);
    else if (existing === undefined) throw new UsageError(`「${name}」というファイルもフォルダもありません。`);
    else if (statSync(existing).isFile()) otherFiles.push({ name, path: existing });
    else throw new UsageError(`「${name}」には、このサイトのファイルがありません。`);
  }
  return { sitePaths, otherFiles };
}
