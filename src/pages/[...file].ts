import { createTableTemplate } from '../authoring/table-template.ts';
import { writeTemplateWorkbook } from '../authoring/template-workbook.ts';
import { drawStatisticPicture } from '../components/statistic/statistic-chart.ts';
import { listKeys } from '../model/value-lists.ts';
import { createSiteFeed, listPartFeeds, formatFeed } from '../open-data/change-feeds.ts';
import { drawIndicatorPicture, drawZonesPicture } from '../open-data/downloadable-pictures.ts';
import { createFileRoute } from '../open-data/file-route.ts';
import { makeFileInThread } from '../open-data/file-worker-client.ts';
import { drawSitePicture, listLinkPictures } from '../open-data/link-pictures.ts';
import { createApiCatalog, createLlmsText, createSecurityText } from '../open-data/metadata/discovery-documents.ts';
import { getProjectFolder, getSourceFolder, readSiteLogo } from '../site-data/current-site-data.ts';
import { listExplorePages } from '../site-data/explore-items.ts';
import { readColumnMeanings, readGuidePictures } from '../site-data/project-files.ts';
import { listSiteStatistics } from '../site-data/site-statistics.ts';
import { listTitleReadings } from '../site-data/title-readings.ts';
import { sourceTables } from '../tables/source-tables.ts';
import { getFileName } from '../tables/table-schema.ts';
import { READ_PATH } from '../validation/checks/file-checks.ts';

/** The files of the site that are not open data. */
export const { getStaticPaths, GET } = createFileRoute('', (siteData) => {
  const { indicators, municipalities, urls } = siteData;
  const folder = getSourceFolder();
  const meanings = readColumnMeanings(getProjectFolder());
  const sitemap = urls.absolute(urls.withBase('/sitemap-index.xml'));
  const render = (svg: string) => makeFileInThread({ svg, cache: siteData.cache }, getProjectFolder());
  return [
    { path: 'robots.txt', make: () => `User-agent: *\nAllow: /\n\nSitemap: ${sitemap}\n` },
    { path: 'llms.txt', make: () => createLlmsText(siteData) },
    // A site that names no contact has no such file.
    { path: '.well-known/security.txt', make: () => createSecurityText(siteData) },
    { path: '.well-known/api-catalog', make: () => createApiCatalog(siteData) },
    // Scripts of pages load the readings of names, and the items of pages that narrow them but do not list them.
    { path: 'readings.json', make: () => JSON.stringify(listTitleReadings(siteData)) },
    ...listExplorePages(siteData)
      .filter(({ listedIn }) => listedIn === 'file')
      .map(({ path, items }) => ({ path: `${path.slice(1, -1)}.json`, make: () => JSON.stringify(items) })),
    ...[createSiteFeed(siteData), ...listPartFeeds(siteData)].flatMap((feed) =>
      listKeys(feed.files).map((format) => ({
        path: feed.files[format].slice(urls.home().length),
        make: () => formatFeed(siteData, feed, format),
      })),
    ),
    ...indicators.map((one) => ({
      path: `charts/indicators/${one.id}.svg`,
      make: () => drawIndicatorPicture(siteData, one),
    })),
    ...listSiteStatistics(siteData).map((one) => ({
      path: `charts/statistics/${one.statistic.id}.svg`,
      make: () => drawStatisticPicture(siteData, one),
    })),
    ...municipalities.map((one) => ({
      path: `charts/zones/${one.id}.svg`,
      make: () => drawZonesPicture(siteData, one),
    })),
    // `/check/` offers a template of every source table, and compares with the tables of the site.
    ...listKeys(sourceTables).map((name) => {
      const file = getFileName(sourceTables[name]);
      const make = () => writeTemplateWorkbook(createTableTemplate(name, folder, null), meanings[file] ?? {});
      return { path: `check/templates/${file}.xlsx`, make };
    }),
    // The templates that `/check/` makes of the rows of a plan explain their columns alike.
    { path: 'check/files/columns.json', make: () => JSON.stringify(meanings) },
    ...folder.files
      .filter((file) => READ_PATH.test(file) && file.endsWith('.csv'))
      .map((file) => ({ path: `check/files/${file.slice('data/'.length)}`, make: () => folder.readBytes(file) })),
    { path: 'logo.png', make: () => readSiteLogo(siteData)?.bytes ?? null },
    ...readGuidePictures(getProjectFolder()).map(({ name, bytes }) => ({
      path: `about/staff/${name}`,
      make: () => bytes,
    })),
    // The picture for links to pages without a picture of their own.
    { path: 'og.png', make: () => render(drawSitePicture(siteData)) },
    ...listLinkPictures(siteData).map(({ path, draw }) => ({
      path: `link-pictures/${path}`,
      make: () => render(draw()),
    })),
  ];
});
