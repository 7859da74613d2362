import { globSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import mdx from '@astrojs/mdx';
import sitemap from '@astrojs/sitemap';
import { defineConfig, passthroughImageService } from 'astro/config';
import { createAstroIntegration } from './src/astro-integration.ts';
import { formatBrandStyles } from './src/model/brand-colours.ts';
import { isEmbedPath } from './src/model/routes.ts';
import { getRedirectedUrls } from './src/site-data/page-redirects.ts';
import { getSiteData } from './src/site-data/current-site-data.ts';

/** True for a URL in the sitemap, which omits frames and redirects. */
function isInSitemap(url) {
  const path = new URL(url).pathname;
  return !isEmbedPath(path) && !getRedirectedUrls(getSiteData()).has(path);
}

/**
 * Replaces the bundler's own helper for `import()`, which also fetches what the imported script needs, with its styles:
 * ours need nothing that is not there already, and the helper is as large as a script of its own. The lists of what is
 * needed, which only that helper reads, are left out, too.
 */
const plainImports = {
  name: 'plain-imports',
  enforce: 'pre',
  configEnvironment: () => ({ build: { modulePreload: false } }),
  load: (id) => (id.includes('vite/preload-helper') ? 'export const __vitePreload = (load) => load();' : null),
};

/**
 * Three parts of d3 do something when they load, so a bundler keeps them (14 KiB) even if nobody uses them. No script
 * here does: without this, `import { extent } from 'd3'` would cost more than `extent`.
 */
const d3WithoutSideEffects = {
  name: 'd3-without-side-effects',
  transform: { filter: { id: /d3-(transition|brush|zoom)/ }, handler: () => ({ moduleSideEffects: false }) },
};

/** Lists the calls `.meta({…})` in a program, each as the start and the end of what follows its schema. */
function listMetaCalls(node) {
  if (node === null || typeof node !== 'object') return [];
  if (node.type !== 'CallExpression' || node.callee.property?.name !== 'meta' || node.arguments.length === 0)
    return Object.values(node).flatMap(listMetaCalls);
  return [...listMetaCalls(node.callee.object), [node.callee.object.end, node.end]];
}

/** Leaves the titles and descriptions of published columns out of scripts: only pages and files have them. */
const noColumnTexts = {
  name: 'no-column-texts',
  enforce: 'post',
  applyToEnvironment: ({ name }) => name === 'client',
  transform: {
    filter: { id: /\/src\/(?:model|tables|progress)\/[\w-]+\.ts$/, code: '.meta({' },
    handler(code) {
      const calls = listMetaCalls(this.parse(code).body).sort(([a], [b]) => b - a);
      return { code: calls.reduce((rest, [start, end]) => rest.slice(0, start) + rest.slice(end), code), map: null };
    },
  },
};

/** Zod tries `eval` when schemas are made. The content security policy blocks and reports it: scripts do not try. */
const noZodEval = {
  name: 'no-zod-eval',
  applyToEnvironment: ({ name }) => name === 'client',
  transform: {
    filter: { id: /\/zod\/v4\/core\/core\.js$/ },
    handler: (code) => ({ code: `${code}\nglobalConfig.jitless = true;\n`, map: null }),
  },
};

/**
 * To read `content.config.ts`, Astro starts Vite's server in each build too. It would bundle packages of a toolbar that
 * nobody sees.
 */
const noToolbarPackages = {
  name: 'no-toolbar-packages',
  configResolved: ({ environments }) => {
    for (const { optimizeDeps } of Object.values(environments)) if (optimizeDeps.noDiscovery) optimizeDeps.include = [];
  },
};

const tokensImport = "@import '@digital-go-jp/design-tokens/dist/tokens.css';";

/** Keeps the design tokens that the site's own styles name, a third of all, and adds the main colour of the site. */
const usedTokens = {
  name: 'used-tokens',
  enforce: 'pre',
  transform: {
    filter: { id: /\/src\/styles\/site\.css$/ },
    handler(code) {
      if (!code.includes(tokensImport)) throw new Error(`site.css has no line ${tokensImport}`);
      // The folder of the project may have the brackets of a pattern in its name.
      const files = globSync('src/**/*.css', { cwd: import.meta.dirname });
      const texts = files.map((file) => readFileSync(join(import.meta.dirname, file), 'utf8'));
      const names = new Set(texts.flatMap((text) => text.match(/--[\w-]+/g) ?? []));
      const tokens = readFileSync(createRequire(import.meta.url).resolve(tokensImport.slice(9, -2)), 'utf8');
      const used = tokens.split('\n').filter((line) => names.has(line.split(':')[0].trim()));
      const { brand } = getSiteData().site.colours;
      return `${code.replace(tokensImport, '')}\n:root {\n${used.join('\n')}\n}\n${brand ? formatBrandStyles(brand) : ''}`;
    },
  },
};

export default defineConfig({
  output: 'static',
  // With `always`, the dev server would find no file: only URLs of pages end in a slash.
  trailingSlash: 'ignore',
  build: { format: 'directory', assets: 'assets', inlineStylesheets: 'never' },
  // If two routes wrote the same page, chance would decide which one stays.
  prerenderConflictBehavior: 'error',
  integrations: [createAstroIntegration(), mdx(), sitemap({ filter: isInSitemap })],
  image: { service: passthroughImageService() },
  markdown: { syntaxHighlight: false },
  devToolbar: { enabled: false },
  vite: {
    plugins: [plainImports, d3WithoutSideEffects, noColumnTexts, noZodEval, noToolbarPackages, usedTokens],
    build: {
      // Keeps every script, however short, in a file: pages contain none.
      assetsInlineLimit: 0,
      // The licences of the packages in the scripts ask for their text beside them.
      license: { fileName: 'licences.md' },
    },
  },
});
