import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { close, createIndex } from 'pagefind';

/** The pages whose prose is indexed: plans with their introductions, further texts, guides, themes, terms. */
const PROSE = [
  'about/**/index.html',
  'glossary/index.html',
  'plans/*/index.html',
  'plans/*/text/*/index.html',
  'themes/*/index.html',
];

/** Pages below these that are no prose for readers: they show parts and messages with made-up names. */
const OTHER = ['about/design', 'about/messages', 'about/rules'];

/** Of the files that Pagefind brings, those that `src/components/search/browser/prose-results.ts` asks for; not its own boxes and lists. */
const ASKED = /^(?:pagefind(?:-worker)?\.js|pagefind-entry\.json|.*\.pf_\w+|wasm\..*\.pagefind)$/;

/**
 * Makes Pagefind's index of the pages that hold prose, and puts it below `search/pagefind/` of a built site. The same
 * pages give the same bytes: files are named for their content, and pages are given in the order of their names.
 * @param dist the built site
 * @param base the path that the site stands under
 * @throws where Pagefind can't read a page
 */
export async function writePagefindIndex(dist: string, base: string): Promise<void> {
  // The header and the footer of a page, and its pictures, are not what it says.
  const { index, errors } = await createIndex({
    rootSelector: 'main',
    excludeSelectors: ['svg', 'nav', 'form'],
  });
  if (!index) throw new Error(errors.join('\n'));
  try {
    const pages = globSync(PROSE, { cwd: dist })
      .map((page) => page.replaceAll('\\', '/'))
      .filter((page) => !OTHER.some((folder) => page.startsWith(`${folder}/`)));
    for (const page of pages.sort()) {
      const url = base + page.replace(/index\.html$/, '');
      const content = readFileSync(join(dist, page), 'utf8');
      const added = await index.addHTMLFile({ url, content });
      if (added.errors.length > 0) throw new Error(`${page}: ${added.errors.join('\n')}`);
    }
    const { files } = await index.getFiles();
    for (const { path, content } of files) {
      if (!ASKED.test(path)) continue;
      const file = join(dist, 'search', 'pagefind', path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, content);
    }
  } finally {
    await close();
  }
}
