import type { ProductCache } from '../input/product-cache.ts';
import { memoizeByObject } from '../model/collections.ts';
import type { SiteConfig } from '../model/site.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { SiteUrls } from './urls.ts';
import type { RecordLookups } from './build-lookups.ts';
import type { SiteRecords } from './site-records.ts';

/** What one run makes of a site whose municipalities are shared out to several runs. */
export interface SitePart {
  /** The number of the part, from 1; 0 for the run that joins the parts and makes all that is in none. */
  readonly number: number;
  /** The number of parts. */
  readonly count: number;
  /** The folders with the finished parts, in their order, if the run joins them. */
  readonly folders: readonly string[];
}

/** The validated data of a site, deeply frozen. Pages and downloads use nothing else. */
export interface SiteData extends SiteRecords, RecordLookups {
  readonly site: SiteConfig;
  readonly urls: SiteUrls;
  /** Twelve hexadecimal digits that identify the contents of all source files. */
  readonly version: string;
  /** The latest day in the ledger of changes; null if it is empty. */
  readonly updated: string | null;
  /** Warnings; a site with errors has no site data. */
  readonly warnings: readonly Diagnostic[];
  /** The part of the site that this run makes; undefined for the whole. */
  readonly part?: SitePart | undefined;
  /** The products of earlier builds; undefined if none of them is used. */
  readonly cache?: ProductCache | undefined;
}

/** Returns a function that caches its result for each site data, because many pages need the same result. */
export const memoizeBySite: <T>(work: (siteData: SiteData) => T) => (siteData: SiteData) => T = memoizeByObject;
