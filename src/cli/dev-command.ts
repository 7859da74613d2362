import { join } from 'node:path';
import { dev } from 'astro';
import { DiagnosticsError } from '../diagnostics/diagnostic.ts';
import { formatDiagnostics } from '../diagnostics/format-diagnostics.ts';
import { createSiteMemory } from '../validation/validate-site.ts';
import { getSiteData, setSiteOptions } from '../site-data/current-site-data.ts';
import { parseArguments, runCli, UsageError, type CommandStreams } from './command-runner.ts';
import { PROJECT_FOLDER, readSiteOptions, readPortOption, siteOptions } from './site-options.ts';

function openSite() {
  try {
    return getSiteData();
  } catch (error) {
    if (!(error instanceof DiagnosticsError)) throw error;
    const errors = formatDiagnostics(error.diagnostics);
    throw new UsageError(`${errors}まちがいがあるので、始められません。直してから、もう一度実行してください。`);
  }
}

/** `npm run dev`: serves the site and updates it on each change of a file, until Ctrl+C. */
async function main(args: readonly string[], { stdout }: CommandStreams): Promise<void> {
  const { values } = parseArguments({ args, options: { ...siteOptions, port: { type: 'string' } } });
  setSiteOptions({ ...readSiteOptions(values), memory: createSiteMemory() });
  const { base } = openSite().site;
  const server = await dev({
    root: PROJECT_FOLDER,
    cacheDir: join(PROJECT_FOLDER, '.work', 'dev'),
    server: { port: readPortOption(values.port) },
  });
  stdout.write(`http://localhost:${server.address.port}${base} で見られます（止めるには Ctrl+C）。\n`);
}

await runCli(main);
