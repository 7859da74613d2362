import { mkdtempDisposableSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserServer } from 'playwright-core';
import { launchBrowser } from '../launch-browser.ts';
import { buildSite } from '../../src/cli/build-site.ts';
import { PROJECT_FOLDER } from '../../src/cli/site-options.ts';
import { startServer } from '../../src/cli/static-server.ts';

/**
 * Builds and serves the site of the project, starts a browser, calls a function, and takes everything away again.
 * @param use takes the origin of the site, such as `http://localhost:4000`, and the browser
 * @param browserArguments further arguments of the browser
 */
export async function useServedSite<T>(
  use: (origin: string, browser: BrowserServer) => Promise<T>,
  browserArguments: readonly string[] = [],
): Promise<T> {
  using dist = mkdtempDisposableSync(join(tmpdir(), 'bench-site-'));
  await buildSite({ root: PROJECT_FOLDER }, dist.path);
  const [server, browser] = [await startServer(dist.path, '/', 0), await launchBrowser(browserArguments)];
  try {
    return await use(`http://localhost:${server.port}`, browser);
  } finally {
    await browser.close();
    await server.close();
  }
}
