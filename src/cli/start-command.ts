import { join } from 'node:path';
import { parseArguments } from './parse-arguments.ts';
import { buildSite } from './build-site.ts';
import { PROJECT_FOLDER, readSiteOptions, readPortOption, siteOptions } from './site-options.ts';
import { runCli } from './command-runner.ts';
import { startServer } from './static-server.ts';
import { getSiteData } from '../site-data/current-site-data.ts';

await runCli(async () => {
  const { values } = parseArguments({ options: { ...siteOptions, port: { type: 'string' } } });
  const port = readPortOption(values.port);
  const opening = readSiteOptions(values);
  // Only the project's own site belongs into dist/.
  const out = opening.root === PROJECT_FOLDER ? join(PROJECT_FOLDER, 'dist') : join(PROJECT_FOLDER, '.work', 'served');
  await buildSite(opening, out);
  const { base } = getSiteData().site;
  const server = await startServer(out, base, port);
  console.log(`http://localhost:${server.port}${base} で見られます（止めるには Ctrl+C）。`);
});
