import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';
import { listFolderFiles } from './copy-folders.ts';

/** A built site that is being served. */
export interface BuiltSite {
  readonly name: SiteName;
  readonly dist: string;
  readonly base: string;
  /** The address that its pages name as their own. */
  readonly address: string;
  /** Where it is served for these tests. */
  readonly served: string;
}
export type SiteName = (typeof SITE_NAMES)[number];

/** `root` is the real site at `/`, `base` the same below `/plans/`, `mihon` the fictional town. */
export const SITE_NAMES = ['root', 'base', 'mihon'] as const;

declare module 'vitest' {
  interface ProvidedContext {
    readonly sites: Readonly<Record<SiteName, BuiltSite>>;
    readonly browser: string;
    /** A copy of the project outside of any git repository. */
    readonly copy: string;
  }
}

/** A site that the global setup has built and serves. */
export function getBuiltSite(name: SiteName): BuiltSite {
  return inject('sites')[name];
}

/** A file of the built site as text. */
export function readSiteFile(site: BuiltSite, file: string): string {
  return readFileSync(join(site.dist, file), 'utf8');
}

/** Every page of a site as a file: also those that nothing links to. */
export function listPageFiles(site: BuiltSite): string[] {
  return listFolderFiles(site.dist, '**/*.html');
}

/** The address of a page on its server, without the server: `/plans/about/`. */
export function getPagePath(site: BuiltSite, file: string): string {
  return site.base + file.replace(/(^|\/)index\.html$/, '$1');
}

/** The file that an address shows, whether or not it exists. */
export function getPageFile(site: BuiltSite, path: string): string {
  const below = decodeURI(path.slice(site.base.length));
  return below === '' || below.endsWith('/') ? `${below}index.html` : below;
}

/** The ids of the elements on a page. */
export function findElementIds(html: string): Set<string> {
  return new Set([...html.matchAll(/\sid="([^"]*)"/g)].map((found) => found[1] ?? ''));
}
