import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseAtomFeed } from 'feedsmith';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  listPageFiles,
  getPagePath,
  readSiteFile,
  getBuiltSite,
  SITE_NAMES,
  type BuiltSite,
} from './support/built-site.ts';
import { listFolderFiles } from './support/project-copy.ts';
import { filterBrokenLinks } from './support/published-links.ts';

/** Lists the URLs in an XML file. */
function listXmlUrls(xml: string): string[] {
  return [...xml.matchAll(/(?:<loc>|<id>|\shref=")([^<"]+)/g)].map((match) => match[1] ?? '');
}

/** Lists the `url` of every record that has a `url`, at any depth. */
function listRecordUrls(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(listRecordUrls);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'url' && typeof inner === 'string' ? [inner] : listRecordUrls(inner),
  );
}

describe.each(SITE_NAMES)('the data of the site “%s”', (name) => {
  let site: BuiltSite;
  beforeAll(() => {
    site = getBuiltSite(name);
  });

  test('contains only URLs of existing pages and anchors', () => {
    const lists = listFolderFiles(site.dist, 'api/v1/*.json');
    expect(lists.length).toBeGreaterThan(5);
    const broken = lists.flatMap((list) => {
      const { data } = JSON.parse(readSiteFile(site, list)) as { readonly data: unknown };
      return filterBrokenLinks(site, listRecordUrls(data), site.served).map((fault) => `${list} ${fault}`);
    });
    expect(broken).toEqual([]);
  });

  test('contains the number of records in every list', () => {
    const wrong = listFolderFiles(site.dist, 'api/v1/*.json').filter((list) => {
      const { meta, data } = JSON.parse(readSiteFile(site, list)) as {
        meta: { count: number };
        data: unknown[];
      };
      return meta.count !== data.length;
    });
    expect(wrong).toEqual([]);
  });

  test('is listed on the data page with paths of the API that can be copied, with the base', () => {
    const links = [...readSiteFile(site, 'data/index.html').matchAll(/<a href="([^"]+)">(\/[^<]*api\/[^<]+)<\/a>/g)];
    expect(links.length).toBeGreaterThan(5);
    expect(links.map(([, , path]) => path)).toEqual(links.map(([, href]) => href));
  });

  test('is on the data page also with the paths of single records, each with an example', () => {
    const html = readSiteFile(site, 'data/index.html');
    const rows = [...html.matchAll(/<code>([^<]*)(\{\w+\})(\.\w+)<\/code> [^<]*（例：<a href="([^"]+)">([^<]+)</g)];
    const paths = rows.map(([, start = '', , end = '']) => `${start}*${end}`.slice(site.base.length));
    expect(paths).toEqual(expect.arrayContaining(['api/v1/plans/*.json', 'api/v1/indicators/*.json']));
    for (const [, start = '', , end = '', href = '', id = ''] of rows) expect(href).toBe(start + id + end);
  });

  test('has on the page of each table its terms of use beside the downloads, before the rows', () => {
    const pages = listPageFiles(site).filter((file) => /^data\/[a-z-]+\/index\.html$/.test(file));
    const datasets = pages
      .map((file) => readSiteFile(site, file))
      .filter((html) => html.includes('class="data-table"'));
    expect(datasets.length).toBeGreaterThan(5);
    for (const html of datasets)
      expect(html).toMatch(
        /ダウンロード<\/h2>.*利用条件・出典：\s*<a href="(?:#licence|https:[^"]*)".*データの中身<\/h2>.*列の説明<\/h2>/s,
      );
  });

  test('has a sitemap of every page', () => {
    const listed = listFolderFiles(site.dist, 'sitemap*.xml')
      .flatMap((file) => listXmlUrls(readSiteFile(site, file)))
      .filter((url) => !url.endsWith('.xml'));
    const pages = listPageFiles(site).filter((file) => file !== '404.html' && !file.startsWith('embed/'));
    expect(listed.sort()).toEqual(pages.map((file) => site.origin + getPagePath(site, file)).sort());
  });

  test.each(['sitemap-index.xml', 'feed.xml'])('has in %s only URLs that exist', (file) => {
    const urls = listXmlUrls(readSiteFile(site, file));
    expect(urls).not.toEqual([]);
    expect(filterBrokenLinks(site, urls, site.origin)).toEqual([]);
  });

  test('has no two files whose paths differ only in case, which some disks take for one', () => {
    const paths = [...listFolderFiles(site.dist, '**/*'), ...listFolderFiles(site.dist, '.well-known/*')];
    const folded = paths.map((path) => path.toLowerCase());
    expect(paths.length).toBeGreaterThan(200);
    expect(folded.filter((path, at) => folded.indexOf(path) !== at)).toEqual([]);
  });

  test('has the licences of the packages in its scripts', () => {
    const licences = readSiteFile(site, 'licences.md');
    for (const name of ['d3-array', 'fflate', 'papaparse', 'zod'])
      expect(licences).toMatch(new RegExp(`^## ${name} - `, 'm'));
  });

  test('has a robots.txt that names the sitemap', () => {
    expect(readSiteFile(site, 'robots.txt')).toContain(`Sitemap: ${site.origin}${site.base}sitemap-index.xml`);
  });

  test('has CSV files that begin with a byte order mark and end every line with CR LF', () => {
    const files = listFolderFiles(site.dist, 'data/**/*.csv');
    expect(files.length).toBeGreaterThan(5);
    const wrong = files.filter((file) => {
      const text = readSiteFile(site, file);
      return !text.startsWith('\ufeff') || !text.endsWith('\r\n') || /[^\r]\n|\r[^\n]/.test(text);
    });
    expect(wrong).toEqual([]);
  });
});

describe('the feed', () => {
  test('is Atom, with a time for every entry', () => {
    const feed = parseAtomFeed(readSiteFile(getBuiltSite('mihon'), 'feed.xml'));
    // Ten rows of changes.csv, and fourteen groups of changes between releases.
    expect(feed.entries).toHaveLength(24);
    expect(feed.entries?.filter(({ id, title, updated }) => !id || !title || !updated)).toEqual([]);
  });
});

describe('a missing page', () => {
  test.each(SITE_NAMES)('has status 404 and the error page of the site “%s”', async (name) => {
    const site = getBuiltSite(name);
    expect(existsSync(join(site.dist, '404.html'))).toBe(true);
    const response = await fetch(`${site.served}${site.base}no/such/page/`);
    expect([response.status, await response.text()]).toEqual([404, readSiteFile(site, '404.html')]);
  });
});
