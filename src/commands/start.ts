import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildSite } from './site.ts';
import { PROJECT, readBase, readRoot, readSite, siteOptions } from './options.ts';
import { run, UsageError } from './run.ts';
import { serve } from './serve.ts';
import { getPortal } from '../portal/shared.ts';

const PORT = 4321;

await run(async () => {
  const { values } = parseArgs({ options: { ...siteOptions, port: { type: 'string' } } });
  const port = Number(values.port ?? PORT);
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new UsageError(`--port の「${values.port}」は使えません。0 から 65535 までの数を書いてください。`);
  const root = readRoot(values.example, values.root);
  const out =
    values.example === undefined
      ? join(PROJECT, 'dist')
      : join(PROJECT, '.work', `example-${values.example}`);
  await buildSite({ root, base: readBase(values.base), site: readSite(values.site) }, out);
  const { base } = getPortal().site;
  const server = await serve(out, base, port);
  console.log(`http://localhost:${server.port}${base} で見られます（止めるには Ctrl+C）。`);
});
