import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** A link with quotes, as the pages are written: the value of `href` or `src`. */
const LINK = /\s(?:href|src)="([^"]*)"/g;
const ID = /\sid="([^"]*)"/g;

const unescape = (text: string) => text.replaceAll('&amp;', '&').replaceAll('&#38;', '&');

function matches(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map((found) => unescape(found[1] ?? ''));
}

/** An encoded part of an address as it is named in the site; null where it can't be decoded. */
function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}

/**
 * Finds links inside a built site that lead nowhere: to a page or file that is not there, or a `#` that the page does
 * not have. Links to other sites are not followed.
 * @param dist the built site
 * @param base the path that the site stands under
 * @returns a line for each broken link: the page, and the link
 */
export function findBrokenLinks(dist: string, base: string): string[] {
  const pages = globSync('**/*.html', { cwd: dist }).sort();
  const html = new Map(pages.map((page) => [page.replaceAll('\\', '/'), readFileSync(join(dist, page), 'utf8')]));
  const ids = new Map<string, Set<string>>();
  const idsOf = (page: string) => {
    const known = ids.get(page) ?? new Set(matches(html.get(page) ?? '', ID));
    ids.set(page, known);
    return known;
  };
  const leads = (from: string, link: string): boolean => {
    const [path = '', anchor = ''] = link.split('#');
    const rest = path.split('?')[0] ?? '';
    if (rest !== '' && !rest.startsWith(base)) return false;
    const asked = decoded(rest.slice(base.length));
    const place = decoded(anchor);
    if (asked === null || place === null) return false;
    const file = rest === '' ? from : asked.replace(/(^|\/)$/, '$1index.html');
    if (!html.has(file)) return existsSync(join(dist, file)) && statSync(join(dist, file)).isFile();
    return anchor === '' || idsOf(file).has(place);
  };
  const broken: string[] = [];
  for (const [page, text] of html)
    for (const link of new Set(matches(text, LINK)))
      if (!/^(?:[a-z]+:|\/\/)/i.test(link) && !leads(page, link)) broken.push(`${page}: ${link}`);
  return broken;
}
