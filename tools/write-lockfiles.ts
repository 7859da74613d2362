import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { parseArguments, runCli } from '../src/cli/command-runner.ts';
import { PROJECT_FOLDER } from '../src/cli/site-options.ts';

/*
 * `npm run lockfile`, after each change of packages: removes the required Node versions from package-lock.json. npm
 * compares them with its own Node, not with the Node from the project's packages. It would print warnings and silently
 * omit optional packages such as the binary of the bundler. Also writes the lockfile that a new site begins with: the
 * same packages below the program, without those for development.
 */
const LockFile = z.looseObject({
  packages: z.record(z.string(), z.looseObject({ engines: z.unknown().optional() })),
});

/** Returns the lockfile of a site from that of the program. `new-site` adds the site itself. */
export function createSiteLock({ packages: { '': program, ...others } }: z.infer<typeof LockFile>): unknown {
  const { bin } = z.looseObject({}).parse(JSON.parse(readFileSync(join(PROJECT_FOLDER, 'package.json'), 'utf8')));
  const { version, license, dependencies, optionalDependencies } = program ?? {};
  const packages: Record<string, unknown> = {
    'node_modules/keikaku-hiroba': { version, license, dependencies, optionalDependencies, bin },
  };
  for (const [path, { dev, devOptional, ...entry }] of Object.entries(others))
    if (dev !== true) packages[path] = devOptional === true ? { ...entry, optional: true } : entry;
  return { lockfileVersion: 3, requires: true, packages };
}

const readLock = (file: string) => LockFile.parse(JSON.parse(readFileSync(join(PROJECT_FOLDER, file), 'utf8')));
const writeLock = (file: string, lock: unknown) =>
  writeFile(join(PROJECT_FOLDER, file), `${JSON.stringify(lock, null, 2)}\n`);

async function main(): Promise<void> {
  parseArguments({ options: {} });
  const lock = readLock('package-lock.json');
  for (const [path, entry] of Object.entries(lock.packages)) if (path !== '') delete entry.engines;
  await writeLock('package-lock.json', lock);
  await writeLock('examples/new-site/package-lock.json', createSiteLock(lock));
}

if (import.meta.main) await runCli(main);
