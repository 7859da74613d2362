import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The value of an `href` or `src`. Built pages always have double quotes. */
const LINK = /\s(?:href|src)="([^"]*)"/g;
const ID = /\sid="([^"]*)"/g;

function listMatches(html: string, pattern: RegExp): string[] {
  return [...html.matchAll(pattern)].map(([, value = '']) => value.replace(/&amp;|&#38;/g, '&'));
}

/** Returns a decoded part of a URL; null if it can't be decoded. */
function decodePart(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}

/**
 * Finds links of a built site to missing pages, files or ids. Does not follow links to other sites.
 * @param dist the folder of the built site
 * @param base the path of the site on its host
 * @returns a line for each broken link: the page and the link
 */
export function findBrokenLinks(dist: string, base: string): string[] {
  const pages = globSync('**/*.html', { cwd: dist }).sort();
  const htmlByPage = new Map(pages.map((page) => [page.replaceAll('\\', '/'), readFileSync(join(dist, page), 'utf8')]));
  const idsByPage = new Map<string, Set<string>>();
  const getIds = (page: string) => {
    const ids = idsByPage.get(page) ?? new Set(listMatches(htmlByPage.get(page) ?? '', ID));
    idsByPage.set(page, ids);
    return ids;
  };
  const isBroken = (page: string, link: string): boolean => {
    const [url = '', hash = ''] = link.split('#');
    const urlPath = url.split('?')[0] ?? '';
    if (urlPath !== '' && !urlPath.startsWith(base)) return true;
    const path = decodePart(urlPath.slice(base.length));
    const id = decodePart(hash);
    if (path === null || id === null) return true;
    const file = urlPath === '' ? page : path.replace(/(^|\/)$/, '$1index.html');
    if (!htmlByPage.has(file)) return !statSync(join(dist, file), { throwIfNoEntry: false })?.isFile();
    return hash !== '' && !getIds(file).has(id);
  };
  return [...htmlByPage].flatMap(([page, html]) =>
    [...new Set(listMatches(html, LINK))]
      .filter((link) => !/^(?:[a-z]+:|\/\/)/i.test(link) && isBroken(page, link))
      .map((link) => `${page}: ${link}`),
  );
}
