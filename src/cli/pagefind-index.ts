import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { dirname, join, matchesGlob } from 'node:path';
import { close, createIndex } from 'pagefind';
import { listMatchingPaths } from './resolve-paths.ts';

/** Pages whose prose is indexed: plans, further texts, guides, themes, terms. */
const PROSE = [
  'about/**/index.html',
  'glossary/index.html',
  'plans/*/index.html',
  'plans/*/text/*/index.html',
  'themes/*/index.html',
];

/** Folders of pages without prose for readers: they show components, messages and rules with made-up names. */
const EXCLUDED = ['about/design', 'about/messages', 'about/rules'];

/** Pictures and controls of a page, and the items of a plan, which are in the other index. */
const NO_PROSE = ['svg', '.figure', 'nav', 'output', '.plan-overview', '.theme-filter', '.node-group', '.node-run'];

/** The files of Pagefind that `src/components/search/browser/prose-results.ts` loads, without its own form and list. */
const LOADED_FILES = /^(?:pagefind(?:-worker)?\.js|pagefind-entry\.json|.*\.pf_\w+|wasm\..*\.pagefind)$/;

/** True for the path of a page with prose or in `EXCLUDED`, below the base of the site: `/plans/warabi-jiritsu/`. */
export function isProsePage(path: string): boolean {
  const file = `${path.replace(/^\/|\/$/g, '')}/index.html`;
  return PROSE.some((pattern) => matchesGlob(file, pattern));
}

/**
 * Writes Pagefind's index of the pages with prose to `search/pagefind/` of a built site. docs/decisions/0023 explains
 * why the site has two indexes. The same pages give the same bytes: the names of files depend on their content, and
 * pages are added in the order of their names.
 * @throws if Pagefind can't read a page
 */
export async function writePagefindIndex(dist: string, base: string): Promise<void> {
  const { index, errors } = await createIndex({ rootSelector: 'main', excludeSelectors: NO_PROSE });
  if (!index) throw new Error(errors.join('\n'));
  try {
    const pages = listMatchingPaths(dist, PROSE);
    for (const page of pages.filter((path) => !EXCLUDED.some((folder) => path.startsWith(`${folder}/`)))) {
      const url = base + page.replace(/index\.html$/, '');
      const added = await index.addHTMLFile({ url, content: readFileSync(join(dist, page), 'utf8') });
      if (added.errors.length > 0) throw new Error(`${page}: ${added.errors.join('\n')}`);
    }
    const { files } = await index.getFiles();
    for (const { path, content } of files) {
      if (!LOADED_FILES.test(path)) continue;
      const file = join(dist, 'search', 'pagefind', path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, content);
    }
    // Whoever publishes the script publishes its licence.
    const licence = join(dirname(findPackageJSON('pagefind', import.meta.url) ?? ''), 'LICENSE', 'LICENSE');
    copyFileSync(licence, join(dist, 'search', 'pagefind', 'LICENSE.txt'));
  } finally {
    await close();
  }
}
