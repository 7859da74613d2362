import { existsSync, watch } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** How long the files have to rest, in milliseconds: saving one file makes several events. */
const REST = 150;

/** The places below a root where a change is one of the site. */
const PLACES = ['site.config.json', 'content', 'data'];

/**
 * Calls back whenever files of a site, or further ones, change, until the person presses Ctrl+C.
 * @param root the folder of the site
 * @param more further files
 * @param changed what to do; it is called once for changes that come together
 */
export async function watchFiles(root: string, more: readonly string[], changed: () => void): Promise<void> {
  const ending = new AbortController();
  const { signal } = ending;
  let rest: NodeJS.Timeout | undefined;
  const soon = () => {
    clearTimeout(rest);
    rest = setTimeout(changed, REST);
  };
  // A folder is watched for a file in it: editors put a new file in the place of the old one.
  const among = (folder: string, names: readonly string[]) =>
    watch(folder, { signal }, (_event, name) => {
      if (name === null || names.includes(name)) soon();
    });
  const watchers = [
    among(root, PLACES),
    ...['content', 'data']
      .map((place) => join(root, place))
      .filter((place) => existsSync(place))
      .map((place) => watch(place, { signal, recursive: true }, soon)),
    ...more.map((file) => among(dirname(file), [basename(file)])),
  ];
  // A watched folder that is taken away is a change like any other.
  for (const watcher of watchers) watcher.on('error', soon);
  await new Promise<void>((resolve) => {
    process.once('SIGINT', () => {
      resolve();
    });
  });
  clearTimeout(rest);
  ending.abort();
}
