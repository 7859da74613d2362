import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import mdx from '@astrojs/mdx';
import sitemap from '@astrojs/sitemap';
import { defineConfig, passthroughImageService } from 'astro/config';
import { createAstroIntegration } from './src/astro-integration.ts';
import { formatBrandStyles } from './src/model/brand-colours.ts';
import { isEmbedPath } from './src/model/routes.ts';
import { getSiteData } from './src/site-data/current-site-data.ts';
import { getRedirectedUrls } from './src/site-data/page-redirects.ts';

/** True for a URL in the sitemap, which omits frames and redirects. */
function isInSitemap(url) {
  const path = new URL(url).pathname;
  const siteData = getSiteData();
  return !isEmbedPath(path.slice(siteData.site.base.length - 1)) && !getRedirectedUrls(siteData).has(path);
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

/**
 * Lists the texts about fields in a program, each with its start and its end: what follows a schema in `.meta({…})` and
 * `defineField(schema, …)`, and the arguments of `defineText`.
 */
function listFieldTexts(node) {
  if (node === null || typeof node !== 'object') return [];
  const { callee, arguments: given = [] } = node.type === 'CallExpression' ? node : {};
  const [first] = given;
  if (first && callee.property?.name === 'meta')
    return [...listFieldTexts(callee.object), [callee.object.end, node.end]];
  // Each ends before the closing bracket.
  if (first && callee.name === 'defineField') return [...listFieldTexts(first), [first.end, node.end - 1]];
  if (first && callee.name === 'defineText') return [[first.start, node.end - 1]];
  return Object.values(node).flatMap(listFieldTexts);
}

/** Leaves the titles and descriptions of published columns out of scripts: only pages and files have them. */
const noColumnTexts = {
  name: 'no-column-texts',
  enforce: 'post',
  applyToEnvironment: ({ name }) => name === 'client',
  transform: {
    filter: { id: /\/src\/(?:model|tables|progress)\/[\w-]+\.ts$/, code: /\.meta\(|\bdefine(?:Field|Text)\(/ },
    handler(code) {
      const calls = listFieldTexts(this.parse(code).body).sort(([a], [b]) => b - a);
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

/** The code with which zod describes schemas as JSON: only a build writes such descriptions. */
const JSON_SCHEMA_CODE =
  /^ *inst\._zod\.processJSONSchema = .*$|^import \{.*\} from "\.\.\/core\/to-json-schema\.js";$/gm;

/** Leaves that code out of scripts. */
const noJsonSchemas = {
  name: 'no-json-schemas',
  applyToEnvironment: ({ name }) => name === 'client',
  transform: {
    filter: { id: /\/zod\/v4\/classic\/schemas\.js$/ },
    handler: (code) => ({
      code: `${code.replace(JSON_SCHEMA_CODE, '')}\nfunction createStandardJSONSchemaMethod() {}\nfunction createToJSONSchemaMethod() {}\n`,
      map: null,
    }),
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

/**
 * Vite's server would answer /data/sources.csv with the file of that name in this folder: for its own middlewares, the
 * URLs below /data/ begin as those do that are no file.
 */
const ownDataFiles = {
  name: 'own-data-files',
  enforce: 'pre',
  configureServer({ config: { base }, middlewares }) {
    const replaceStart = (from, to) =>
      middlewares.use((request, _response, next) => {
        if (request.url.startsWith(from)) request.url = to + request.url.slice(from.length);
        next();
      });
    replaceStart(`${base}data/`, `${base}@id/data/`);
    return () => void replaceStart('/@id/data/', '/data/');
  },
};

const SOURCES = new URL('src/', import.meta.url).href;

/** The folders with the code that reads and checks the data. One file imports a table as the bundler does. */
const SHARED_CODE =
  /^(?:diagnostics|input|model|notation|progress|readability|site-data|tables|validation)\/(?!.*message-explanations)/;

/** Lets the pages of a build use this code as Node has loaded it for the command, instead of a second copy. */
const sharedCode = {
  name: 'shared-code',
  apply: 'build',
  enforce: 'pre',
  applyToEnvironment: ({ name }) => name !== 'client',
  resolveId: {
    filter: { id: /^\.{1,2}\/.*\.ts$/ },
    handler(id, importer = '') {
      const { href } = new URL(id, pathToFileURL(importer));
      const isShared = href.startsWith(SOURCES) && SHARED_CODE.test(href.slice(SOURCES.length));
      return isShared ? { id: href, external: true } : null;
    },
  },
};

/** What Safari before 18 and Chrome and Firefox before 126 lack: their code, in as few bytes as possible. */
const missingFunctions = {
  'Map.groupBy':
    '(a,f)=>{let m=new Map,n=0;for(let x of a){let k=f(x,n++),g=m.get(k);g?g.push(x):m.set(k,[x])}return m}',
  'URL.canParse': 't=>{try{return!!new URL(t)}catch{return!1}}',
  'URL.parse': '(t,b)=>{try{return new URL(t,b)}catch{return null}}',
};

/** Methods that Chrome before 111 and Firefox before 119 lack, and what does the same in all browsers. */
const missingMethods = {
  '.toSorted(': '.slice().sort(',
  '.toReversed(': '.slice().reverse(',
  '.toWellFormed(': '.replace(/\\p{Cs}/gu,"\ufffd"',
};

/** Adds these functions to the scripts that call them, and replaces calls of these methods. */
const olderBrowsers = {
  name: 'older-browsers',
  applyToEnvironment: ({ name }) => name === 'client',
  renderChunk(code) {
    const called = Object.entries(missingFunctions).filter(([name]) => code.includes(name));
    const lowered = Object.entries(missingMethods).reduce((rest, [name, older]) => rest.replaceAll(name, older), code);
    return called.map(([name, body]) => `${name}??=${body};`).join('') + lowered;
  },
};

/** Adds the main colour of the site to its styles. */
const brandStyles = {
  name: 'brand-styles',
  enforce: 'pre',
  transform: {
    filter: { id: /\/src\/styles\/site\.css$/ },
    handler(code) {
      const { brand } = getSiteData().site.colours;
      return brand ? `${code}\n${formatBrandStyles(brand)}` : null;
    },
  },
};

const tokensFile = createRequire(import.meta.url).resolve('@digital-go-jp/design-tokens/dist/tokens.css');
const tokens = new Map(
  Array.from(readFileSync(tokensFile, 'utf8').matchAll(/(--[\w-]+):\s*([^;]+);/g), ([, name, value]) => [name, value]),
);

/** Writes the values of design tokens into the styles: most are used once, and their names are long. */
const inlineTokens = {
  postcssPlugin: 'inline-tokens',
  Declaration(declaration) {
    declaration.value = declaration.value.replace(/var\((--[\w-]+)\)/g, (all, name) => tokens.get(name) ?? all);
  },
};

/** Returns the name of a script: that of its component, without the words that Astro adds. */
const nameScript = ({ name }) => `assets/${name.replace(/\.astro_.*$/, '').replace(/[[\]]/g, '_')}.[hash].js`;

/** The bit of lightningcss for `light-dark()`, which no style uses: its code for older browsers would be needless. */
const LIGHT_DARK = 1 << 20;

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
    plugins: [
      plainImports,
      sharedCode,
      d3WithoutSideEffects,
      noColumnTexts,
      noZodEval,
      noJsonSchemas,
      noToolbarPackages,
      ownDataFiles,
      olderBrowsers,
      brandStyles,
    ],
    // A bundle of styles would have the name of any module that its pages share.
    environments: {
      client: { build: { rolldownOptions: { output: { entryFileNames: nameScript } } } },
      prerender: { build: { rolldownOptions: { output: { assetFileNames: 'assets/[hash][extname]' } } } },
    },
    css: { postcss: { plugins: [inlineTokens] }, lightningcss: { exclude: LIGHT_DARK } },
    build: {
      // Styles reach further back than scripts, so that pages without scripts keep their layouts.
      cssTarget: ['chrome100', 'safari15.4', 'ios15.4'],
      // Keeps every script, however short, in a file: pages contain none.
      assetsInlineLimit: 0,
      // The licences of the packages in the scripts ask for their text beside them.
      license: { fileName: 'licences.md' },
    },
  },
});
