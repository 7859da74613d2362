import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { decodeUrlPart } from '../model/routes.ts';
import { listMatchingPaths } from './resolve-paths.ts';

/** The value of an `href` or `src`. Built pages always have double quotes. */
const LINK = /\s(?:href|src)="([^"]*)"/g;
const ID = /\sid="([^"]*)"/g;

function listMatches(html: string, pattern: RegExp): Set<string> {
  const values = new Set(Array.from(html.matchAll(pattern), ([, value = '']) => value));
  return new Set([...values].map((value) => value.replace(/&amp;|&#38;/g, '&')));
}

const listLinks = (html: string) => [...listMatches(html, LINK)].filter((link) => !/^(?:[a-z]+:|\/\/)/i.test(link));

/** Returns the file and the id that a link leads to; null if it is not a URL below the base. */
function readLink(link: string, page: string, base: string): { readonly file: string; readonly id: string } | null {
  const [url = '', hash = ''] = link.split('#');
  const urlPath = url.split('?')[0] ?? '';
  if (urlPath !== '' && !urlPath.startsWith(base)) return null;
  const path = decodeUrlPart(urlPath.slice(base.length));
  const id = decodeUrlPart(hash);
  if (path === null || id === null) return null;
  return { file: urlPath === '' ? page : path.replace(/(^|\/)$/, '$1index.html'), id };
}

/**
 * Finds links of a built site to missing pages, files or ids. Does not follow links to other sites. Keeps one page in
 * memory at a time, and follows a link that many pages have only once.
 * @returns a line for each broken link: the page and the link
 */
export function findBrokenLinks(dist: string, base: string): string[] {
  const pages = listMatchingPaths(dist, '**/*.html');
  const readPage = (page: string) => readFileSync(join(dist, page), 'utf8');
  const knownPages = new Set(pages);
  const isFile = (path: string) =>
    knownPages.has(path) || statSync(join(dist, path), { throwIfNoEntry: false })?.isFile() === true;
  const followed = new Set<string>();
  /** The keys of broken links. */
  const broken = new Set<string>();
  /** The links to ids of a page. */
  const linksByPage = new Map<string, { readonly key: string; readonly id: string }[]>();
  /** Links that begin with a path are the same on all pages. */
  const getKey = (page: string, link: string) => (link.startsWith('/') ? link : `${page}: ${link}`);
  for (const page of pages)
    for (const link of listLinks(readPage(page))) {
      if (followed.has(getKey(page, link))) continue;
      // A copy: a part of a page would keep the whole page in memory.
      const key = Buffer.from(getKey(page, link)).toString();
      followed.add(key);
      const target = readLink(link, page, base);
      if (target === null || !isFile(target.file)) broken.add(key);
      else if (target.id !== '' && knownPages.has(target.file)) {
        linksByPage.getOrInsertComputed(target.file, () => []).push({ key, id: target.id });
      }
    }
  for (const [page, links] of linksByPage) {
    const ids = listMatches(readPage(page), ID);
    for (const { key, id } of links) if (!ids.has(id)) broken.add(key);
  }
  if (broken.size === 0) return [];
  return pages.flatMap((page) =>
    listLinks(readPage(page)).flatMap((link) => (broken.has(getKey(page, link)) ? [`${page}: ${link}`] : [])),
  );
}
