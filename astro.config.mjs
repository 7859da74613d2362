import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';
import sitemap from '@astrojs/sitemap';
import { defineConfig, passthroughImageService } from 'astro/config';
import { contentSecurityPolicy } from './src/content-security-policy.ts';
import { createAstroIntegration } from './src/astro-integration.ts';
import { getRedirectedUrls } from './src/site-data/page-redirects.ts';
import { getSiteData } from './src/site-data/current-site-data.ts';

/** True for a URL in the sitemap, which omits frames and redirects. */
function isInSitemap(url) {
  const path = new URL(url).pathname;
  return !path.includes('/embed/') && !getRedirectedUrls(getSiteData()).has(path);
}

/**
 * Replaces the bundler's helper for `import()`, which also loads the dependencies and styles of a script. Our scripts do
 * not need it, and it is as large as one of them.
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
  // Two routes must not write the same page.
  prerenderConflictBehavior: 'error',
  integrations: [createAstroIntegration(), mdx(), sitemap({ filter: isInSitemap })],
  image: { service: passthroughImageService() },
  // Keeps quotes as they are typed.
  markdown: { syntaxHighlight: false, processor: satteri({ features: { smartPunctuation: false } }) },
  devToolbar: { enabled: false },
  vite: {
    plugins: [plainImports],
    build: {
      // All scripts are files, even short ones, so that pages contain none.
      assetsInlineLimit: 0,
      rolldownOptions: {
        // Astro adds its own directive to every MDX module and removes it later: ignore the warning.
        onwarn: (warning, warn) => {
          if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') warn(warning);
        },
      },
    },
  },
  security: { csp: contentSecurityPolicy },
});
