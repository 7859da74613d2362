import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { getPageFile, findElementIds, readSiteFile, type BuiltSite } from './built-site.ts';

const ids = new Map<string, Set<string>>();

function idsIn(site: BuiltSite, file: string): Set<string> {
  const key = `${site.name}/${file}`;
  const known = ids.get(key) ?? findElementIds(readSiteFile(site, file));
  ids.set(key, known);
  return known;
}

/**
 * Why a link leads nowhere, or null where it leads to a file of the site and, with a `#`, to an element on it.
 * @param href a whole address, or one from the site's root
 * @param origin the site's own address in `href`: as served, or as published
 */
function whyBroken(site: BuiltSite, href: string, origin: string): string | null {
  const url = new URL(href, origin);
  if (url.origin !== origin) return /^(?:https?|mailto|data):$/.test(url.protocol) ? null : 'unknown protocol';
  if (!url.pathname.startsWith(site.base)) return 'outside the base';
  const file = getPageFile(site, url.pathname);
  if (!existsSync(join(site.dist, file))) return 'no such file';
  const anchor = decodeURIComponent(url.hash.slice(1)).replace(/:~:.*$/, '');
  if (anchor === '' || !file.endsWith('.html')) return null;
  return idsIn(site, file).has(anchor) ? null : `no element #${anchor}`;
}

/** The links of a list that lead nowhere, each with the reason. */
export function filterBrokenLinks(site: BuiltSite, hrefs: Iterable<string>, origin: string): string[] {
  return [...new Set(hrefs)].flatMap((href) => {
    const why = whyBroken(site, href, origin);
    return why === null ? [] : [`${href}: ${why}`];
  });
}
