import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from './command-runner.ts';

/** True for a folder that holds a built site: every one has a catalogue of its data. */
export function isBuiltSite(folder: string): boolean {
  return existsSync(join(folder, 'data', 'catalog.jsonld'));
}

/** True for a place where nothing is lost when a site is put there. */
function isFree(place: string): boolean {
  const stat = statSync(place, { throwIfNoEntry: false });
  if (!stat) return true;
  if (!stat.isDirectory()) return false;
  // A repository into which a site was built holds more than that site.
  return readdirSync(place).length === 0 || (isBuiltSite(place) && !existsSync(join(place, '.git')));
}

/**
 * Makes sure that a site may be put in a place: what stands there is taken away for it.
 * @throws UsageError for a place that holds anything but a site that was built
 */
export function assertReplaceable(place: string): void {
  if (!isFree(place))
    throw new UsageError(
      `「${place}」には、つくったサイトではないものがあります。サイトを置くとそれが消えるので、何もしません。--out に、空のフォルダか、まだないフォルダを書いてください。`,
    );
}
