import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempDisposableSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium, type Browser } from 'playwright-core';
import { buildSite } from '../src/cli/build-site.ts';
import { startServer } from '../src/cli/static-server.ts';
import { getSiteData } from '../src/site-data/current-site-data.ts';
import { launchBrowser } from './launch-browser.ts';

/**
 * Builds and serves a site, starts a browser, calls a function, and cleans up afterwards.
 * @param root the folder of the site's files
 * @param use takes the origin of the site, such as `http://localhost:4000`, and the browser
 * @param browserArguments further arguments of the browser
 */
export async function useServedSite<T>(
  root: string,
  use: (origin: string, browser: Browser) => Promise<T>,
  browserArguments: readonly string[] = [],
): Promise<T> {
  using dist = mkdtempDisposableSync(join(tmpdir(), 'served-site-'));
  await buildSite({ root }, dist.path);
  const server = await startServer(dist.path, getSiteData().site.base, 0);
  const browser = await launchBrowser(browserArguments);
  try {
    return await use(`http://localhost:${server.port}`, await chromium.connect(browser.wsEndpoint()));
  } finally {
    await browser.close();
    await server.close();
  }
}

/**
 * Runs a command that serves a site until it prints its URL, loads the home page, and ends the command.
 * @param onLoad takes whether the page has loaded, and its URL if the command has printed one
 */
export async function loadServedPage(
  command: string,
  args: readonly string[],
  options: { readonly cwd: string; readonly env: NodeJS.ProcessEnv },
  onLoad: (ok: boolean, url?: string) => void,
): Promise<void> {
  // Its own process group: the signal reaches npm, the launcher and the server.
  const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'inherit'], detached: true });
  try {
    for await (const line of createInterface({ input: child.stdout })) {
      const url = /^http:\/\/localhost:\d+\/\S*/.exec(line)?.[0];
      if (url === undefined) continue;
      onLoad((await fetch(url)).ok, url);
      return;
    }
    onLoad(false);
  } finally {
    if (child.pid !== undefined && child.exitCode === null) {
      process.kill(-child.pid, 'SIGTERM');
      await once(child, 'exit');
    }
  }
}
