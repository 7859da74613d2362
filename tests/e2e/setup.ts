import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startServer } from '../../src/cli/static-server.ts';
import { launchBrowser } from '../../tools/launch-browser.ts';
import { spawnBuild, WORK_FOLDER } from './support/run-command.ts';
import { copyProject } from './support/copy-folders.ts';
import type { BuiltSite, SiteName } from './support/built-site.ts';

const builds: Record<SiteName, { base: string; address: string; args: string[] }> = {
  root: { base: '/', address: 'https://keikaku.example', args: [] },
  base: {
    base: '/plans/',
    address: 'https://example.org',
    args: ['--base', '/plans/', '--site', 'https://example.org'],
  },
  mihon: { base: '/', address: 'https://mihon.example', args: ['--example', 'mihon'] },
};

/** Builds each site once, serves it, and starts one browser for all tests. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const closers: (() => Promise<void>)[] = [];
  const make = async (name: SiteName): Promise<BuiltSite> => {
    const { base, address, args } = builds[name];
    const dist = join(WORK_FOLDER, `e2e-${name}`);
    await spawnBuild(dist, args);
    const server = await startServer(dist, base, 0);
    closers.push(server.close);
    return { name, dist, base, address, served: `http://localhost:${server.port}` };
  };
  // Copied first, so that what the copy builds can be held against what is built here.
  const copy = copyProject(mkdtempSync(join(tmpdir(), 'keikaku-')));
  closers.push(() => rm(copy, { recursive: true, force: true }));
  // One after the other: builds of one project share its cache folder.
  const sites = { root: await make('root'), base: await make('base'), mihon: await make('mihon') };
  const browser = await launchBrowser();
  closers.push(() => browser.close());
  project.provide('sites', sites);
  project.provide('copy', copy);
  project.provide('browser', browser.wsEndpoint());
  return async () => {
    for (const close of closers.reverse()) await close();
  };
}
