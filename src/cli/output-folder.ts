import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from './command-runner.ts';

/** True for a folder that contains a built site: each has a data catalogue. */
export function isBuiltSite(folder: string): boolean {
  return existsSync(join(folder, 'data', 'catalog.jsonld'));
}

/** True for a path at which a build deletes nothing except an older build. */
function isReplaceable(path: string): boolean {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) return true;
  if (!stat.isDirectory()) return false;
  // A repository with a built site in it contains more than the site.
  return readdirSync(path).length === 0 || (isBuiltSite(path) && !existsSync(join(path, '.git')));
}

/**
 * Checks that a build may replace a folder: its content is deleted.
 * @throws UsageError if the folder contains anything but a built site
 */
export function assertReplaceable(path: string): void {
  if (!isReplaceable(path))
    throw new UsageError(
      `「${path}」には、つくったサイトではないものがあります。サイトを置くとそれが消えるので、何もしません。--out に、空のフォルダか、まだないフォルダを書いてください。`,
    );
}
