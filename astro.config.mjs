import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';
import sitemap from '@astrojs/sitemap';
import { defineConfig, passthroughImageService } from 'astro/config';
import { csp } from './src/csp.ts';
import { portalIntegration } from './src/integration.ts';
import { movedPages } from './src/portal/moved.ts';
import { getPortal } from './src/portal/shared.ts';

/** True for an address that search engines are told of: frames and pages that moved are none. */
function isListed(address) {
  const path = new URL(address).pathname;
  return !path.includes('/embed/') && !movedPages(getPortal()).some(({ from }) => from === path);
}

export default defineConfig({
  output: 'static',
  trailingSlash: 'always',
  build: { format: 'directory', assets: 'assets', inlineStylesheets: 'never' },
  // Any page written by two routes would be right only by chance.
  prerenderConflictBehavior: 'error',
  integrations: [portalIntegration(), mdx(), sitemap({ filter: isListed })],
  image: { service: passthroughImageService() },
  // Quotes stay as they are typed.
  markdown: { syntaxHighlight: false, processor: satteri({ features: { smartPunctuation: false } }) },
  devToolbar: { enabled: false },
  vite: {
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
  security: { csp },
});
