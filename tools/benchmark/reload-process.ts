import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { PROJECT_FOLDER } from '../../src/cli/site-options.ts';
import { changeTitle } from './fictional-towns.ts';
import { findMedian } from './measure-process.ts';

/*
 * Edits a cell of a site that `npm run dev` serves, five times, and prints the median of the seconds until the page of
 * the plan shows it: `reload-process.ts ROOT`.
 */
const [root = ''] = process.argv.slice(2);
const command = join(PROJECT_FOLDER, 'src', 'cli', 'dev-command.ts');
const server = spawn(process.execPath, [...process.execArgv, command, '--root', root, '--port', '0'], {
  cwd: PROJECT_FOLDER,
  stdio: ['ignore', 'pipe', 'inherit'],
});

/** Waits until the server prints its URL. */
async function waitForUrl(): Promise<string> {
  for await (const line of createInterface({ input: server.stdout })) {
    const url = /http:\/\/localhost:\d+\/(?= で)/.exec(line)?.[0];
    if (url === undefined) continue;
    // Otherwise the server would wait for a reader of its further output.
    server.stdout.resume();
    return url;
  }
  throw new Error('the server ended');
}

/** Changes a title, and returns the seconds until its page shows it. */
async function measureReload(url: string): Promise<number> {
  const start = performance.now();
  const { plan, title } = changeTitle(root);
  for (;;) {
    const response = await fetch(`${url}plans/${plan}/`);
    if ((await response.text()).includes(title)) return (performance.now() - start) / 1000;
  }
}

try {
  const url = await waitForUrl();
  // The first request compiles the page.
  await measureReload(url);
  const seconds: number[] = [];
  for (let round = 0; round < 5; round += 1) seconds.push(await measureReload(url));
  process.stdout.write(JSON.stringify(findMedian(seconds)));
} finally {
  server.kill();
  if (server.exitCode === null) await once(server, 'exit');
}
