import { join } from 'node:path';
import { parseArguments, runCli, type CommandStreams } from './command-runner.ts';
import { findFinishedBase, openCache } from './finished-site.ts';
import { openServedFolder } from './output-folder.ts';
import { SITE_FOLDER, readSiteOptions, flagOption, readPortOption, siteOptions, textOption } from './site-options.ts';
import { assertFreePort, startServer } from './static-server.ts';

/** `npm start`: builds the site, if anything has changed since the last time, and serves it until Ctrl+C. */
async function main(args: readonly string[], { stdout }: CommandStreams): Promise<void> {
  const options = { ...siteOptions, port: textOption, fresh: flagOption };
  const { values } = parseArguments({ args, options });
  const port = readPortOption(values.port);
  await assertFreePort(port);
  const site = { ...readSiteOptions(values), cache: values.fresh ? undefined : openCache() };
  // dist/ is only for the site of this folder.
  const served = join(SITE_FOLDER, '.work', 'served');
  const out = site.root === SITE_FOLDER ? join(SITE_FOLDER, 'dist') : openServedFolder(site, served);
  let base = findFinishedBase(site, out);
  if (base === null) {
    // The bundler takes longer to load than all the rest.
    const { buildSite } = await import('./build-site.ts');
    ({ base } = (await buildSite(site, out)).site);
  } else
    stdout.write(
      '前につくったときから何も変わっていないので、そのサイトをそのまま見せます（つくり直すには --fresh）。\n',
    );
  const server = await startServer(out, base, port);
  stdout.write(`http://localhost:${server.port}${base} で見られます（止めるには Ctrl+C）。\n`);
}

await runCli(main);
