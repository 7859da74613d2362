import { join } from 'node:path';
import { dev } from 'astro';
import { getSiteData, setSiteOptions } from '../site-data/current-site-data.ts';
import { parseArguments } from './parse-arguments.ts';
import { PROJECT_FOLDER, readSiteOptions, readPortOption, siteOptions } from './site-options.ts';
import { runCli } from './command-runner.ts';

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
