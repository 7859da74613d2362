import { join } from 'node:path';
import { openSiteData } from '../../src/site-data/open-site-data.ts';
import type { SiteData } from '../../src/site-data/site-data.ts';
import { createFixtureSite, FIXTURE_SITES, type FixtureFiles } from './fixture-site.ts';

const sites = new Map<string, SiteData>();

/** Returns the data of a site. They are frozen, so that all tests can share them. */
export function openSharedSite(root: string): SiteData {
  const siteData = sites.get(root) ?? openSiteData({ root });
  sites.set(root, siteData);
  return siteData;
}

/** Returns the data of the valid town with these files; without files, those that all tests share. */
export function openFixtureSite(files: FixtureFiles = {}): SiteData {
  if (Object.keys(files).length === 0) return openSharedSite(join(FIXTURE_SITES, 'sound'));
  return openSiteData({ root: createFixtureSite(files) });
}
