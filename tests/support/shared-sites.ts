import { openSiteData } from '../../src/site-data/open-site-data.ts';
import type { SiteData } from '../../src/site-data/site-data.ts';

const sites = new Map<string, SiteData>();

/** Returns the data of a site. They are frozen, so that all tests can share them. */
export function openSharedSite(root: string): SiteData {
  const siteData = sites.get(root) ?? openSiteData({ root });
  sites.set(root, siteData);
  return siteData;
}
