import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

/*
 * Removes from package-lock.json which Node each package wants: everything here runs on the project's own Node, while npm
 * compares with the Node that it runs on itself. It would warn, and silently leave out optional packages such as the
 * bundler's binary. Run it after each change of packages.
 */
const FILE = fileURLToPath(new URL('../package-lock.json', import.meta.url));

const LockFile = z.looseObject({
  packages: z.record(z.string(), z.looseObject({ engines: z.unknown().optional() })),
});

const lock = LockFile.parse(JSON.parse(readFileSync(FILE, 'utf8')));
for (const [path, entry] of Object.entries(lock.packages)) if (path !== '') delete entry.engines;
writeFileSync(FILE, `${JSON.stringify(lock, null, 2)}\n`);
