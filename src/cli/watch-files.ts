import { once } from 'node:events';
import { existsSync, watch } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Milliseconds without a change before the callback: saving one file causes several events. */
const DELAY = 150;

const SOURCE_FOLDERS = ['content', 'data'];

/**
 * Calls back when files of a site, or other files, change, until the person presses Ctrl+C.
 * @param root the folder of the site
 * @param otherFiles paths of other files
 * @param onChange is called once for several changes at the same time
 */
export async function watchFiles(root: string, otherFiles: readonly string[], onChange: () => void): Promise<void> {
  const controller = new AbortController();
  const { signal } = controller;
  let timer: NodeJS.Timeout | undefined;
  const schedule = () => {
    clearTimeout(timer);
    timer = setTimeout(onChange, DELAY);
  };
  // Watches the folder of the files: editors replace a file instead of changing it.
  const watchNames = (folder: string, names: readonly string[]) =>
    watch(folder, { signal }, (_event, name) => {
      if (name === null || names.includes(name)) schedule();
    });
  const watchers = [
    watchNames(root, ['site.config.json', ...SOURCE_FOLDERS]),
    ...SOURCE_FOLDERS.map((name) => join(root, name))
      .filter((folder) => existsSync(folder))
      .map((folder) => watch(folder, { signal, recursive: true }, schedule)),
    ...otherFiles.map((file) => watchNames(dirname(file), [basename(file)])),
  ];
  // The removal of a watched folder is also a change.
  for (const watcher of watchers) watcher.on('error', schedule);
  await once(process, 'SIGINT');
  clearTimeout(timer);
  controller.abort();
}
