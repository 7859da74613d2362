import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startServer } from '../../src/cli/static-server.ts';
import { SITE_NAMES, type BuiltSite, type SiteName } from './support/built-site.ts';
import { copyProject } from './support/project-copy.ts';
import { spawnBuild, WORK_FOLDER } from './support/run-command.ts';

const builds: Record<SiteName, { base: string; origin: string; args: string[] }> = {
  root: { base: '/', origin: 'https://keikaku.example', args: [] },
  mihon: {
    base: '/plans/',
    origin: 'https://example.org',
    args: ['--example', 'mihon', '--base', '/plans/', '--site', 'https://example.org'],
  },
};

/** Builds each site and serves it, once for all projects of a run. */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const run = project.vitest.getRootProject();
  if ('sites' in run.getProvidedContext()) return undefined;
  // Astro writes into the folder of the project, which the type check reads at the same time.
  const copy = copyProject(mkdtempSync(join(tmpdir(), 'keikaku-')));
  const closers = [() => rm(copy, { recursive: true, force: true })];
  const sites: Partial<Record<SiteName, BuiltSite>> = {};
  // The builds run one after another, because they write to the same folder.
  for (const name of SITE_NAMES) {
    const { base, origin, args } = builds[name];
    const dist = join(WORK_FOLDER, `site-${name}`);
    await spawnBuild(dist, args, copy);
    const server = await startServer(dist, base, 0);
    closers.push(server.close);
    sites[name] = { name, dist, base, origin, served: `http://localhost:${server.port}` };
  }
  run.provide('sites', sites);
  return async () => {
    for (const close of closers.reverse()) await close();
  };
}
