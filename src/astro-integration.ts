import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inspect } from 'node:util';
import type { AstroIntegration } from 'astro';
import { formatDiagnostics } from './diagnostics/format-diagnostics.ts';
import { DiagnosticsError } from './diagnostics/diagnostic.ts';
import { clearSiteData, getSiteData, getSiteOptions, setProjectFolder } from './site-data/current-site-data.ts';

/** True for a path, from the site's root, that holds what the site publishes. */
function isSource(path: string): boolean {
  return path === 'site.config.json' || /^(?:content|data)[/\\]/.test(path);
}

/**
 * Ties the site data to Astro: the site's address and base come from it, and while developing a change to any source
 * file is read at once and shown. Problems are printed where the person who made the change is looking.
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
      'astro:server:setup': ({ server, logger, refreshContent }) => {
        const { root } = getSiteOptions();
        for (const name of ['site.config.json', 'content', 'data']) server.watcher.add(`${root}/${name}`);
        server.watcher.on('all', (_event, path) => {
          if (!isSource(relative(root, path))) return;
          clearSiteData();
          try {
            const { warnings } = getSiteData();
            if (warnings.length > 0) logger.warn(`\n${formatDiagnostics(warnings)}`);
            void refreshContent?.({ loaders: ['siteData-indicators'] });
          } catch (error) {
            // Files may be on their way, as while git changes branches. Thrown here, an error would end the server.
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
