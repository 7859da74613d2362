import { join } from 'node:path';
import { dev } from 'astro';
import { getSiteData, setSiteOptions } from '../portal/shared.ts';
import { parseArguments } from './arguments.ts';
import { PROJECT_FOLDER, readSiteOptions, readPortOption, siteOptions } from './options.ts';
import { runCli } from './run.ts';

await runCli(async () => {
  const { values } = parseArguments({ options: { ...siteOptions, port: { type: 'string' } } });
  setSiteOptions(readSiteOptions(values));
  const { base } = getSiteData().site;
  const server = await dev({
    root: PROJECT_FOLDER,
    cacheDir: join(PROJECT_FOLDER, '.work', 'dev'),
    server: { port: readPortOption(values.port) },
  });
  console.log(`http://localhost:${server.address.port}${base} で見られます（止めるには Ctrl+C）。`);
});
