import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { dev } from 'astro';
import { getPortal, shareOpening } from '../portal/shared.ts';
import { PROJECT, readBase, readRoot, readSite, siteOptions } from './options.ts';
import { run } from './run.ts';

await run(async () => {
  const { values } = parseArgs({ options: { ...siteOptions, port: { type: 'string', default: '4321' } } });
  const root = readRoot(values.example, values.root);
  shareOpening({ root, base: readBase(values.base), site: readSite(values.site) });
  getPortal();
  const server = await dev({
    root: PROJECT,
    cacheDir: join(PROJECT, '.work', 'dev'),
    server: { port: Number(values.port) },
  });
  console.log(`http://localhost:${server.address.port} で見られます（止めるには Ctrl+C）。`);
});
