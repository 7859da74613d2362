import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';
import { listFolderFiles } from './project-copy.ts';

/** A built site with the server that serves it. */
export interface BuiltSite {
  readonly name: SiteName;
  readonly dist: string;
  readonly base: string;
  /** The origin that its pages publish as their own. */
  readonly origin: string;
  /** The origin of its server. */
  readonly served: string;
}
export type SiteName = (typeof SITE_NAMES)[number];

/** `root` is the real site at `/`, `mihon` the fictional town below `/plans/`. */
export const SITE_NAMES = ['root', 'mihon'] as const;

declare module 'vitest' {
  interface ProvidedContext {
    readonly sites: Readonly<Partial<Record<SiteName, BuiltSite>>>;
    /** The endpoint of the browser. */
    readonly browser: string;
  }
}

/** Returns a site that the global setup has built and serves. */
export function getBuiltSite(name: SiteName): BuiltSite {
  const site = inject('sites')[name];
  if (!site) throw new Error(`the site “${name}” is not built`);
  return site;
}

/** Returns a file of the built site as text. */
export function readSiteFile(site: Pick<BuiltSite, 'dist'>, file: string): string {
  return readFileSync(join(site.dist, file), 'utf8');
}

/** Returns the main part of a page of the built site. */
export function readMainPart(site: Pick<BuiltSite, 'dist'>, file: string): string {
  const [main] = /<main[\s\S]*<\/main>/.exec(readSiteFile(site, file)) ?? [];
  if (main === undefined) throw new Error(`${file} has no main part`);
  return main;
}

/** Lists the files of all pages of a site, also of those without a link to them, but not those that only redirect. */
export function listPageFiles(site: BuiltSite): string[] {
  const files = listFolderFiles(site.dist, '**/*.html');
  const redirects = new Set(listRedirectFiles(site));
  const pages = files.filter((file) => !redirects.has(file));
  // Without pages, tests of every page would test nothing.
  if (pages.length === 0) throw new Error(`the site “${site.name}” has no pages`);
  return pages;
}

/** Lists the files that redirect to another page. */
export function listRedirectFiles(site: BuiltSite): string[] {
  return listFolderFiles(site.dist, '**/*.html').filter((file) =>
    readSiteFile(site, file).includes('<meta http-equiv="refresh"'),
  );
}

/** Returns the path of a page in URLs: `/plans/about/`. */
export function getPagePath(site: BuiltSite, file: string): string {
  return site.base + file.replace(/(^|\/)index\.html$/, '$1');
}

/** Returns the file that a path in a URL leads to, whether or not it exists. */
export function getPageFile(site: BuiltSite, path: string): string {
  const below = decodeURI(path.slice(site.base.length));
  return below === '' || below.endsWith('/') ? `${below}index.html` : below;
}

/** Returns the ids of the elements on a page. */
export function findElementIds(html: string): Set<string> {
  return new Set([...html.matchAll(/\sid="([^"]*)"/g)].map((match) => match[1] ?? ''));
}
