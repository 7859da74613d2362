import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { getPageFile, findElementIds, readSiteFile, type BuiltSite } from './built-site.ts';

const ids = new Map<string, Set<string>>();

function readIds(site: BuiltSite, file: string): Set<string> {
  const key = `${site.name}/${file}`;
  const known = ids.get(key) ?? findElementIds(readSiteFile(site, file));
  ids.set(key, known);
  return known;
}

/**
 * Returns why a link is broken, or null if it leads to a file of the site and, with a `#`, to an element of it.
 * @param href a whole URL, or a path from the root of the site
 * @param origin the origin of the site in `href`: as served, or as published
 */
function explainBrokenLink(site: BuiltSite, href: string, origin: string): string | null {
  const url = new URL(href, origin);
  if (url.origin !== origin) return /^(?:https?|mailto|data):$/.test(url.protocol) ? null : 'unknown protocol';
  if (!url.pathname.startsWith(site.base)) return 'outside the base';
  const file = getPageFile(site, url.pathname);
  if (!existsSync(join(site.dist, file))) return 'no such file';
  const anchor = decodeURIComponent(url.hash.slice(1)).replace(/:~:.*$/, '');
  if (anchor === '' || !file.endsWith('.html')) return null;
  return readIds(site, file).has(anchor) ? null : `no element #${anchor}`;
}

/** Lists the broken links of a list, each with the reason. */
export function filterBrokenLinks(site: BuiltSite, hrefs: Iterable<string>, origin: string): string[] {
  return [...new Set(hrefs)].flatMap((href) => {
    const reason = explainBrokenLink(site, href, origin);
    return reason === null ? [] : [`${href}: ${reason}`];
  });
}
