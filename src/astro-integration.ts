import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inspect } from 'node:util';
import type { AstroIntegration, AstroPrerenderer } from 'astro';
import { formatDiagnostics } from './diagnostics/format-diagnostics.ts';
import { DiagnosticsError } from './diagnostics/diagnostic.ts';
import { endStage } from './model/build-stages.ts';
import { clearSiteData, getSiteData, getSiteOptions, setProjectFolder } from './site-data/current-site-data.ts';
import { makesPath, readFinishedFile } from './site-data/site-part.ts';

/** True for a path, from the site's root, of a file that the site is built from. */
function isSourceFile(path: string): boolean {
  return path === 'site.config.json' || /^(?:content|data)[/\\]/.test(path);
}

/**
 * Returns a prerenderer for the part of the site that the run makes. A part renders only the pages and files of its
 * municipalities; the run that joins parts takes these from their folders, so that Astro lists them with its own.
 */
function limitToPart(usual: AstroPrerenderer): AstroPrerenderer {
  const { part, site } = getSiteData();
  if (part === undefined) return usual;
  return {
    ...usual,
    getStaticPaths: async () => {
      const paths = await usual.getStaticPaths();
      return part.number === 0 ? paths : paths.filter(({ pathname }) => makesPath(getSiteData(), pathname));
    },
    render: (request, options) => {
      const path = decodeURI(new URL(request.url).pathname).slice(site.base.length);
      // The URL of a file, such as a picture, ends in a slash too.
      const file = options.routeData.type === 'page' ? `${path}index.html` : path.replace(/\/$/, '');
      const finished = readFinishedFile(getSiteData(), file);
      return finished === null ? usual.render(request, options) : Promise.resolve(new Response(finished));
    },
  };
}

/**
 * Connects the site data with Astro: sets the URL and the base of the site, and reloads the data and the pages when a
 * source file changes during development. Diagnostics go to the log.
 */
export function createAstroIntegration(): AstroIntegration {
  return {
    name: 'siteData',
    hooks: {
      'astro:config:setup': ({ config, updateConfig }) => {
        setProjectFolder(fileURLToPath(config.root));
        const { site } = getSiteData();
        updateConfig({ site: site.site, base: site.base });
      },
      'astro:build:start': ({ setPrerenderer }) => {
        setPrerenderer((usual) => ({
          ...limitToPart(usual),
          setup: async () => {
            await usual.setup?.();
            endStage('bundle');
          },
        }));
      },
      'astro:build:generated': () => {
        endStage('pages');
      },
      'astro:server:setup': ({ server, logger, refreshContent }) => {
        const { root } = getSiteOptions();
        for (const name of ['site.config.json', 'content', 'data']) server.watcher.add(`${root}/${name}`);
        server.watcher.on('all', (_event, path) => {
          if (!isSourceFile(relative(root, path))) return;
          clearSiteData();
          try {
            const { warnings } = getSiteData();
            if (warnings.length > 0) logger.warn(`\n${formatDiagnostics(warnings)}`);
            void refreshContent?.({ loaders: ['site-data-texts', 'site-data-indicators'] });
          } catch (error) {
            // An error must not stop the server: git can still be changing files.
            logger.error(
              error instanceof DiagnosticsError ? `\n${formatDiagnostics(error.diagnostics)}` : inspect(error),
            );
          }
          server.ws.send({ type: 'full-reload' });
        });
      },
    },
  };
}
