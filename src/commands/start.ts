import { join } from 'node:path';
import { readArguments } from './arguments.ts';
import { buildSite } from './build-site.ts';
import { PROJECT, readOpening, readPort, siteOptions } from './options.ts';
import { run } from './run.ts';
import { serve } from './serve.ts';
import { getPortal } from '../portal/shared.ts';

await run(async () => {
  const { values } = readArguments({ options: { ...siteOptions, port: { type: 'string' } } });
  const port = readPort(values.port);
  const opening = readOpening(values);
  // Only the project's own site belongs into dist/.
  const out = opening.root === PROJECT ? join(PROJECT, 'dist') : join(PROJECT, '.work', 'served');
  await buildSite(opening, out);
  const { base } = getPortal().site;
  const server = await serve(out, base, port);
  console.log(`http://localhost:${server.port}${base} で見られます（止めるには Ctrl+C）。`);
});
