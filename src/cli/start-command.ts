import { join } from 'node:path';
import { parseArguments } from './parse-arguments.ts';
import { buildSite } from './build-site.ts';
import { SITE_FOLDER, readSiteOptions, readPortOption, siteOptions } from './site-options.ts';
import { runCli, type CommandStreams } from './command-runner.ts';
import { startServer } from './static-server.ts';
import { getSiteData } from '../site-data/current-site-data.ts';

/** `npm start`: builds the site and serves it until Ctrl+C. */
async function main(args: readonly string[], { stdout }: CommandStreams): Promise<void> {
  const { values } = parseArguments({ args, options: { ...siteOptions, port: { type: 'string' } } });
  const port = readPortOption(values.port);
  const site = readSiteOptions(values);
  // dist/ is only for the site of this folder.
  const out = join(SITE_FOLDER, site.root === SITE_FOLDER ? 'dist' : '.work/served');
  await buildSite(site, out);
  const { base } = getSiteData().site;
  const server = await startServer(out, base, port);
  stdout.write(`http://localhost:${server.port}${base} で見られます（止めるには Ctrl+C）。\n`);
}

await runCli(main);
