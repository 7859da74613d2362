import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';
import sitemap from '@astrojs/sitemap';
import { defineConfig, passthroughImageService } from 'astro/config';
import { contentSecurityPolicy } from './src/content-security-policy.ts';
import { createAstroIntegration } from './src/astro-integration.ts';
import { isEmbedPath } from './src/model/routes.ts';
import { getRedirectedUrls } from './src/site-data/page-redirects.ts';
import { getSiteData } from './src/site-data/current-site-data.ts';

/** Returns true for a page of the sitemap: neither a frame nor a redirect. */
function isListed(address) {
  const path = new URL(address).pathname;
  return !isEmbedPath(path) && !getRedirectedUrls(getSiteData()).has(path);
}

/**
 * In the place of the bundler's own helper for `import()`, which fetches what the fetched script needs, with its styles:
 * ours need nothing that is not there already, and the helper weighs as much as a script that is fetched apart.
 */
const plainImports = {
  name: 'plain-imports',
  enforce: 'pre',
  load: (id) =>
    id.includes('vite/preload-helper') ? 'export const __vitePreload = (load) => load();' : null,
};

export default defineConfig({
  output: 'static',
  trailingSlash: 'always',
  build: { format: 'directory', assets: 'assets', inlineStylesheets: 'never' },
  // Any page written by two routes would be right only by chance.
  prerenderConflictBehavior: 'error',
  integrations: [createAstroIntegration(), mdx(), sitemap({ filter: isListed })],
  image: { service: passthroughImageService() },
  // Quotes stay as they are typed.
  markdown: { syntaxHighlight: false, processor: satteri({ features: { smartPunctuation: false } }) },
  devToolbar: { enabled: false },
  vite: {
    plugins: [plainImports],
    build: {
      // Scripts stand in files of their own, however short, so that pages carry none.
      assetsInlineLimit: 0,
      rolldownOptions: {
        // Astro marks every MDX module with a directive of its own and takes it away again; the bundler need not say so.
        onwarn: (warning, warn) => {
          if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') warn(warning);
        },
      },
    },
  },
  security: { csp: contentSecurityPolicy },
});
