import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { dirname, join, relative } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { inspect } from 'node:util';
import type { AstroIntegration, AstroPrerenderer, HookParameters, RefreshContentOptions } from 'astro';
import { isProsePage, writePagefindIndex } from './cli/pagefind-index.ts';
import { DiagnosticsError } from './diagnostics/diagnostic.ts';
import { formatDiagnostics } from './diagnostics/format-diagnostics.ts';
import { readMdxBody } from './input/mdx-reader.ts';
import { clearSiteData, getSiteData, getSiteOptions, setProjectFolder } from './site-data/current-site-data.ts';
import { makesOnePart, makesPath, readFinishedFile } from './site-data/part-of-path.ts';
import { endStage, setFileWriter, type FileWriter } from './site-data/running-build.ts';

/** Lists the entries of a collection that the run needs; only texts have a body. */
function listCollection(
  collection: 'chapters' | 'guides' | 'indicators',
): { id: string; data: Record<string, unknown>; body?: string }[] {
  const siteData = getSiteData();
  const { chapters, guides, indicators } = siteData;
  if (collection === 'indicators') return indicators.map((indicator) => ({ id: indicator.id, data: { ...indicator } }));
  const texts = collection === 'guides' ? guides : chapters.filter(({ plan }) => makesPath(siteData, `plans/${plan}/`));
  return texts.map(({ id, title }) => {
    const body = readMdxBody(readFileSync(join(getSiteOptions().root, 'content', `${id}.mdx`)));
    return { id, data: { title }, body };
  });
}

declare global {
  /** Lists the entries of a collection for `content.config.ts`. */
  var listCollectionEntries: typeof listCollection;
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
      return makesOnePart(part) ? paths.filter(({ pathname }) => makesPath(getSiteData(), pathname)) : paths;
    },
    render: (request, options) => {
      const path = decodeURI(new URL(request.url).pathname).slice(site.base.length);
      const finished = readFinishedFile(getSiteData(), `${path}index.html`);
      return finished === null ? usual.render(request, options) : Promise.resolve(new Response(finished));
    },
  };
}

/** Returns a prerenderer that renders the pages of prose first, and then calls `onProse` to make their index. */
function renderProseFirst(usual: AstroPrerenderer, onProse: () => void): AstroPrerenderer {
  let proseLeft = 0;
  return {
    ...usual,
    getStaticPaths: async () => {
      const paths = await usual.getStaticPaths();
      const { prose = [], others = [] } = Object.groupBy(paths, ({ pathname }) =>
        isProsePage(pathname) ? 'prose' : 'others',
      );
      proseLeft = prose.length;
      return [...prose, ...others];
    },
    render: (request, options) => {
      // Astro writes each page before it renders the next one.
      if (proseLeft === 0) onProse();
      proseLeft -= 1;
      return usual.render(request, options);
    },
  };
}

/**
 * Returns a writer for the files of the site that are not pages, and a function that waits until all are written. Both
 * report two files with the same path.
 */
function createFileWriter(folder: string) {
  const folders = new Set<string>();
  const works: Promise<void>[] = [];
  const fileWriter: FileWriter = {
    writeFile: (path, body) => {
      const file = join(folder, path);
      const parent = dirname(file);
      if (!folders.has(parent)) mkdirSync(parent, { recursive: true });
      folders.add(parent);
      writeFileSync(file, body, { flag: 'wx' });
    },
    addWork: (work) => {
      works.push(work);
      // Nobody waits for it yet. `finish` reports its error.
      work.catch(() => undefined);
    },
  };
  return { fileWriter, finish: () => Promise.all(works) };
}

/**
 * Returns a middleware and a function that starts a reload. Requests and reloads wait for each other: Astro would show
 * old content for good if a request loaded the content store during a reload.
 * @param reload is called once for several changes before it starts; it must not throw
 */
function createReloadTurns(reload: () => Promise<void>) {
  const openRequests = new Set<Promise<unknown>>();
  let lastReload = Promise.resolve();
  let isWaiting = false;
  return {
    handleRequest: (_request: IncomingMessage, response: ServerResponse, next: () => void) => {
      void lastReload.then(() => {
        // The reader left while the request waited.
        if (response.closed) return;
        const closed = new Promise<void>((resolve) => response.once('close', resolve));
        openRequests.add(closed);
        void closed.then(() => openRequests.delete(closed));
        next();
      });
    },
    requestReload: () => {
      if (isWaiting) return;
      isWaiting = true;
      lastReload = lastReload.then(async () => {
        await Promise.all(openRequests);
        isWaiting = false;
        await reload();
      });
    },
  };
}

/** Milliseconds between two requests to load the collections, and between two looks for a file that is gone. */
const RETRY_DELAY = 20;

const MAX_TRIES = 500;

/**
 * Loads the collections again. Astro ignores the request while it reads `content.config.ts`, which it does after each
 * change of an MDX file: repeats the request until the loaders run.
 */
async function refreshCollections(refresh: ((options: RefreshContentOptions) => Promise<void>) | undefined) {
  if (!refresh) return;
  const loaded = new Set<string>();
  for (let tries = 0; tries < MAX_TRIES && loaded.size === 0; tries += 1) {
    if (tries > 0) await setTimeout(RETRY_DELAY);
    await refresh({ loaders: ['site-data'], context: { loaded } });
  }
}

/** Loads the data and shows the pages again when a source file changes during development. */
function watchSources({ server, logger, refreshContent }: HookParameters<'astro:server:setup'>): void {
  const { root } = getSiteOptions();
  const reload = async () => {
    clearSiteData();
    try {
      const { warnings } = getSiteData();
      if (warnings.length > 0) logger.warn(`\n${formatDiagnostics(warnings)}`);
      await refreshCollections(refreshContent);
    } catch (error) {
      // An error must not stop the server: git can still be changing files.
      logger.error(error instanceof DiagnosticsError ? `\n${formatDiagnostics(error.diagnostics)}` : inspect(error));
    }
    server.ws.send({ type: 'full-reload' });
  };
  const { handleRequest, requestReload } = createReloadTurns(reload);
  server.middlewares.use(handleRequest);
  const sources = ['site.config.json', 'content', 'data'].map((name) => join(root, name));
  server.watcher.add(sources);
  // The watcher forgets what is gone, and of several such paths it would notice the return of one.
  const watchAgain = async (source: string) => {
    while (!existsSync(source)) await setTimeout(RETRY_DELAY, undefined, { ref: false });
    server.watcher.add(source);
    requestReload();
  };
  server.watcher.on('all', (event, path) => {
    if (/^(?:site\.config\.json$|(?:content|data)[/\\])/.test(relative(root, path))) requestReload();
    const source = sources.find((one) => relative(one, path) === '');
    if (source !== undefined && event.startsWith('unlink')) void watchAgain(source);
  });
}

/**
 * Connects the site data with Astro: sets the URL and the base of the site, and reloads the data and the pages when a
 * source file changes during development. Diagnostics go to the log.
 */
export function createAstroIntegration(): AstroIntegration {
  let outFolder = '';
  let finishFiles: () => Promise<unknown> = () => Promise.resolve();
  let proseIndex: Promise<void> | undefined;
  /** Makes the index of prose, once. A part of a site has none. */
  const indexProse = () => {
    const { part, site } = getSiteData();
    return (proseIndex ??= makesOnePart(part) ? Promise.resolve() : writePagefindIndex(outFolder, site.base));
  };
  return {
    name: 'siteData',
    hooks: {
      'astro:config:setup': ({ command, config, updateConfig }) => {
        // Pages have their policy only in production: the command decides that, not an environment variable.
        process.env.NODE_ENV = command === 'build' ? 'production' : 'development';
        delete process.env.PROD;
        setProjectFolder(fileURLToPath(config.root));
        const { site } = getSiteData();
        updateConfig({ site: site.site, base: site.base });
        globalThis.listCollectionEntries = listCollection;
      },
      'astro:config:done': ({ config }) => {
        outFolder = fileURLToPath(config.outDir);
      },
      'astro:build:start': ({ setPrerenderer }) => {
        const { fileWriter, finish } = createFileWriter(outFolder);
        setFileWriter(fileWriter);
        finishFiles = finish;
        // The end of the build reports an error of the index, unless another one comes before.
        const startIndex = () => void indexProse().catch(() => undefined);
        setPrerenderer((usual) => ({
          ...renderProseFirst(limitToPart(usual), startIndex),
          setup: async () => {
            await usual.setup?.();
            endStage('bundle');
          },
        }));
      },
      'astro:build:generated': async () => {
        await finishFiles();
        setFileWriter(null);
        endStage('pages');
      },
      'astro:build:done': async () => {
        await indexProse();
        endStage('prose');
      },
      'astro:server:setup': watchSources,
    },
  };
}
