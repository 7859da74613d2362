import { mkdirSync, mkdtempDisposableSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'astro';
import { PROJECT_FOLDER } from '../../src/cli/site-options.ts';

/*
 * Builds an Astro site of plain pages, as a yardstick, and prints its times and memory as JSON:
 * `bare-process.ts NUMBER_OF_PAGES`.
 */
const [count = ''] = process.argv.slice(2);
const page = `---
export const getStaticPaths = () => Array.from({ length: ${Number(count)} }, (_, at) => ({ params: { page: String(at) } }));
const { page } = Astro.params;
---
<html lang="ja"><head><meta charset="utf-8" /><title>{page}</title></head><body><h1>{page}</h1><p>本文</p></body></html>
`;
mkdirSync(join(PROJECT_FOLDER, '.work'), { recursive: true });
// Below the project, where its packages are found.
using folder = mkdtempDisposableSync(join(PROJECT_FOLDER, '.work', 'bare-'));
mkdirSync(join(folder.path, 'src', 'pages'), { recursive: true });
writeFileSync(join(folder.path, 'src', 'pages', '[page].astro'), page);
await build({ root: folder.path, configFile: false, logLevel: 'warn' });
const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
process.stdout.write(
  JSON.stringify({
    seconds: (userCPUTime + systemCPUTime) / 1e6,
    wallSeconds: performance.now() / 1000,
    megabytes: maxRSS / 1024,
  }),
);
