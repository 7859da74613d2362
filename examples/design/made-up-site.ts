import { validateSite } from '../../src/validation/validate-site.ts';
import { drawIndicatorPicture } from '../../src/open-data/downloadable-pictures.ts';
import { createSiteUrls, type SiteUrls } from '../../src/site-data/urls.ts';
import { assembleSiteData } from '../../src/site-data/open-site-data.ts';
import type { SiteData } from '../../src/site-data/site-data.ts';
import { buildRecords } from '../../src/site-data/build-records.ts';
import { DiagnosticsError } from '../../src/diagnostics/diagnostic.ts';
import type { SiteFolder } from '../../src/input/site-folder.ts';
import { madeUpFiles } from './made-up-files.ts';

/** Files that stand in the program. */
function folderOf(files: Readonly<Record<string, string>>): SiteFolder {
  return {
    files: Object.keys(files).sort(),
    has: (path) => Object.hasOwn(files, path),
    readBytes: (path) => new TextEncoder().encode(files[path]),
  };
}

/**
 * the site data of two cities that are made up, for examples of components. It is read and checked as any other. None of
 * its pages is published, so that every link leads to one place on the page of the examples.
 * @param here the address of that place
 * @throws DiagnosticsError where its files have errors
 */
export function createMadeUpSite(here: string): SiteData {
  const { parsedSite, diagnostics } = validateSite(folderOf(madeUpFiles));
  if (!parsedSite) throw new DiagnosticsError(diagnostics);
  const { site } = parsedSite;
  const to = () => here;
  const address: SiteUrls = {
    ...createSiteUrls(site.base, site.site),
    ...{
      withBase: to,
      city: to,
      plan: to,
      planItem: to,
      planText: to,
      indicator: to,
      theme: to,
      term: to,
      zone: to,
    },
    ...{
      planGoals: to,
      planBands: to,
      themeInCity: to,
      zonesPicture: to,
      indicatorEmbed: to,
      guide: to,
      readabilityRule: to,
    },
    ...{ planIndicators: to, themeInPrefecture: to, compare: to, compareCity: to, search: to, zones: to },
    // The picture is no file of the site either: it stands in its own address, where all but a few characters may.
    indicatorPicture: (id) => {
      const indicator = siteData.indicators.find((one) => one.id === id);
      const picture = indicator && drawIndicatorPicture(siteData, indicator);
      return picture ? `data:image/svg+xml,${picture.replace(/[%#"<>\n]/g, encodeURIComponent)}` : here;
    },
  };
  const records = buildRecords(parsedSite, address);
  // A node below a page is a place on it, and has one more anchor in its address.
  const nodes = records.planItems.map((node) => ({ ...node, url: here }));
  const siteData = assembleSiteData(
    { ...records, planItems: nodes },
    { site, urls: address, version: '0'.repeat(12), warnings: diagnostics },
  );
  return siteData;
}
