import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

/*
 * `npm run lockfile`, after each change of packages: removes the required Node versions from package-lock.json. npm
 * compares them with its own Node, not with the Node from the project's packages. It would print warnings and silently
 * omit optional packages such as the binary of the bundler.
 */
const FILE = fileURLToPath(new URL('../package-lock.json', import.meta.url));

const LockFile = z.looseObject({
  packages: z.record(z.string(), z.looseObject({ engines: z.unknown().optional() })),
});

const lock = LockFile.parse(JSON.parse(readFileSync(FILE, 'utf8')));
for (const [path, entry] of Object.entries(lock.packages)) if (path !== '') delete entry.engines;
writeFileSync(FILE, `${JSON.stringify(lock, null, 2)}\n`);
