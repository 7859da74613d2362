import { join } from 'node:path';
import { dev } from 'astro';
import { getPortal, shareOpening } from '../portal/shared.ts';
import { readArguments } from './arguments.ts';
import { PROJECT, readOpening, readPort, siteOptions } from './options.ts';
import { run } from './run.ts';

await run(async () => {
  const { values } = readArguments({ options: { ...siteOptions, port: { type: 'string' } } });
  shareOpening(readOpening(values));
  const { base } = getPortal().site;
  const server = await dev({
    root: PROJECT,
    cacheDir: join(PROJECT, '.work', 'dev'),
    server: { port: readPort(values.port) },
  });
  console.log(`http://localhost:${server.address.port}${base} で見られます（止めるには Ctrl+C）。`);
});
