import { DiagnosticsError } from '../../src/diagnostics/diagnostic.ts';
import type { SiteFolder } from '../../src/input/site-folder.ts';
import { drawIndicatorPicture } from '../../src/open-data/downloadable-pictures.ts';
import { buildRecords } from '../../src/site-data/build-records.ts';
import { assembleSiteData } from '../../src/site-data/open-site-data.ts';
import type { SiteData } from '../../src/site-data/site-data.ts';
import { createSiteUrls, type SiteUrls } from '../../src/site-data/urls.ts';
import { validateSite } from '../../src/validation/validate-site.ts';
import { madeUpFiles } from './made-up-files.ts';

/** Returns a folder of files that exist only in memory. */
function createFolder(files: Readonly<Record<string, string>>): SiteFolder {
  return {
    files: Object.keys(files).sort(),
    has: (path) => Object.hasOwn(files, path),
    readBytes: (path) => new TextEncoder().encode(files[path]),
  };
}

/**
 * Returns the site data of two made-up cities, for examples of components. It is read and checked like any other. Its
 * pages do not exist, so every link leads to the same URL.
 * @throws DiagnosticsError if its files have errors
 */
export function createMadeUpSite(linkTarget: string): SiteData {
  const { parsedSite, diagnostics } = validateSite(createFolder(madeUpFiles));
  if (!parsedSite) throw new DiagnosticsError(diagnostics);
  const { site } = parsedSite;
  const to = () => linkTarget;
  const all = createSiteUrls(site.base, site.site);
  const urls: SiteUrls = {
    ...all,
    ...Object.fromEntries(Object.keys(all).map((name) => [name, to])),
    absolute: all.absolute,
    // The URL contains the picture itself, because the picture is not a file of the site.
    indicatorPicture: (id) => {
      const indicator = siteData.indicators.find((one) => one.id === id);
      const picture = indicator && drawIndicatorPicture(siteData, indicator);
      return picture ? `data:image/svg+xml,${picture.replace(/[%#"<>\n]/g, encodeURIComponent)}` : linkTarget;
    },
  };
  const records = buildRecords(parsedSite, urls);
  // The URL of an item without its own page would contain `#` twice.
  const planItems = records.planItems.map((item) => ({ ...item, url: linkTarget }));
  const siteData = assembleSiteData(
    { ...records, planItems },
    { site, urls, version: '0'.repeat(12), warnings: diagnostics },
  );
  return siteData;
}
