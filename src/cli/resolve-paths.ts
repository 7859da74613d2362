import { existsSync, realpathSync, statSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import type { SiteFolder } from '../input/site-folder.ts';
import { UsageError } from './command-runner.ts';

/** What the names behind a command mean. */
export interface ResolvedPaths {
  /** Files and folders of the site, from its root, with `/`; an empty one is the whole site. */
  readonly sitePaths: readonly string[];
  /** Files that are not the site's: as they were named, and where they stand. */
  readonly otherFiles: readonly { readonly name: string; readonly path: string }[];
}

/** Where a path stands below a root, with `/`; null for one outside of it. */
function insideOf(root: string, path: string): string | null {
  const real = existsSync(path) ? realpathSync(path) : resolve(path);
  const inside = relative(realpathSync(root), real);
  if (inside === '..' || inside.startsWith(`..${sep}`) || resolve(inside) === inside) return null;
  return inside.replaceAll('\\', '/');
}

/** True for a file, or for what stands below a folder. */
export function isPathBelow(file: string, path: string): boolean {
  return path === '' || file === path || file.startsWith(`${path}/`);
}

/** The folders that a name may start from: the site's, the one where the person stands, and npm's. */
export function listBaseFolders(root: string): string[] {
  return [root, process.env.INIT_CWD ?? '', process.cwd()].filter((one) => one !== '');
}

/**
 * Finds what names mean: files or folders of the site, from its root or from where the person stands, or files
 * anywhere else.
 * @throws UsageError for a name that is no file
 */
export function resolvePaths(root: string, folder: SiteFolder, names: readonly string[]): ResolvedPaths {
  const inside: string[] = [];
  const loose: { name: string; path: string }[] = [];
  for (const name of names) {
    const paths = listBaseFolders(root).map((start) => resolve(start, name));
    const own = paths
      .map((path) => insideOf(root, path))
      .find((path) => path !== null && folder.files.some((file) => isPathBelow(file, path)));
    const there = paths.find((path) => existsSync(path));
    if (own !== undefined && own !== null) inside.push(own);
    else if (there === undefined) throw new UsageError(`「${name}」というファイルもフォルダもありません。`);
    else if (statSync(there).isFile()) loose.push({ name, path: there });
    else throw new UsageError(`「${name}」には、このサイトのファイルがありません。`);
  }
  return { sitePaths: inside, otherFiles: loose };
}
