import { join } from 'node:path';
import { parseArguments } from './arguments.ts';
import { buildSite } from './build-site.ts';
import { PROJECT_FOLDER, readSiteOptions, readPortOption, siteOptions } from './options.ts';
import { runCli } from './run.ts';
import { startServer } from './serve.ts';
import { getSiteData } from '../portal/shared.ts';

await runCli(async () => {
  const { values } = parseArguments({ options: { ...siteOptions, port: { type: 'string' } } });
  const port = readPortOption(values.port);
  const opening = readSiteOptions(values);
  // Only the project's own site belongs into dist/.
  const out =
    opening.root === PROJECT_FOLDER ? join(PROJECT_FOLDER, 'dist') : join(PROJECT_FOLDER, '.work', 'served');
  await buildSite(opening, out);
  const { base } = getSiteData().site;
  const server = await startServer(out, base, port);
  console.log(`http://localhost:${server.port}${base} で見られます（止めるには Ctrl+C）。`);
});
