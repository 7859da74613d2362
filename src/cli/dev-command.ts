import { join } from 'node:path';
import { dev } from 'astro';
import { getSiteData, setSiteOptions } from '../site-data/current-site-data.ts';
import { createSiteMemory } from '../validation/validate-site.ts';
import { parseArguments, runCli, type CommandStreams } from './command-runner.ts';
import { PROJECT_FOLDER, readSiteOptions, readPortOption, siteOptions, textOption } from './site-options.ts';

/** `npm run dev`: serves the site and updates it on each change of a file, until Ctrl+C. */
async function main(args: readonly string[], { stdout }: CommandStreams): Promise<void> {
  const { values } = parseArguments({ args, options: { ...siteOptions, port: textOption } });
  setSiteOptions({ ...readSiteOptions(values), memory: createSiteMemory() });
  const { base } = getSiteData().site;
  const cacheDir = join(PROJECT_FOLDER, '.work', 'dev');
  const server = await dev({ root: PROJECT_FOLDER, cacheDir, server: { port: readPortOption(values.port) } });
  stdout.write(`http://localhost:${server.address.port}${base} で見られます（止めるには Ctrl+C）。\n`);
}

await runCli(main, '始められません');
// If a server cannot start, the parts of it that did start would keep running.
if (process.exitCode === 1) process.exit();
