import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { listFolderFiles } from './support/project-copy.ts';
import { filterBrokenLinks } from './support/published-links.ts';
import {
  listPageFiles,
  getPagePath,
  readSiteFile,
  getBuiltSite,
  SITE_NAMES,
  type BuiltSite,
} from './support/built-site.ts';

interface NodeRecord {
  readonly plan: string;
  readonly kind: string;
  readonly url: string;
}

/** The nodes that a site's static API gives. */
function nodesOf(site: BuiltSite): readonly NodeRecord[] {
  return (JSON.parse(readSiteFile(site, 'api/v1/nodes.json')) as { readonly data: readonly NodeRecord[] }).data;
}

/** The addresses in the elements of an XML file that hold one. */
function addressesIn(xml: string): string[] {
  return [...xml.matchAll(/(?:<loc>|<id>|\shref=")([^<"]+)/g)].map((found) => found[1] ?? '');
}

/** The `url` of every record that has one, however deep. */
function urlsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(urlsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'url' && typeof inner === 'string' ? [inner] : urlsIn(inner),
  );
}

describe.each(SITE_NAMES)('the data of the site “%s”', (name) => {
  let site: BuiltSite;
  beforeAll(() => {
    site = getBuiltSite(name);
  });

  test('names only addresses that open a page and, with a #, stand on it', () => {
    const lists = listFolderFiles(site.dist, 'api/v1/*.json');
    expect(lists.length).toBeGreaterThan(5);
    const broken = lists.flatMap((list) => {
      const { data } = JSON.parse(readSiteFile(site, list)) as { readonly data: unknown };
      return filterBrokenLinks(site, urlsIn(data), site.served).map((fault) => `${list} ${fault}`);
    });
    expect(broken).toEqual([]);
  });

  test('gives every list with the number of its records', () => {
    const wrong = listFolderFiles(site.dist, 'api/v1/*.json').filter((list) => {
      const { meta, data } = JSON.parse(readSiteFile(site, list)) as {
        meta: { count: number };
        data: unknown[];
      };
      return meta.count !== data.length;
    });
    expect(wrong).toEqual([]);
  });

  test('is listed with the addresses of the API that its links lead to', () => {
    const links = [...readSiteFile(site, 'data/index.html').matchAll(/<a href="([^"]+)">(\/api\/[^<]+)<\/a>/g)];
    expect(links.length).toBeGreaterThan(5);
    expect(links.map(([, address]) => address)).toEqual(links.map(([, , words = '']) => site.base + words.slice(1)));
  });

  test('has a sitemap of every page', () => {
    const listed = listFolderFiles(site.dist, 'sitemap*.xml')
      .flatMap((file) => addressesIn(readSiteFile(site, file)))
      .filter((address) => !address.endsWith('.xml'));
    const pages = listPageFiles(site).filter((file) => file !== '404.html' && !file.startsWith('embed/'));
    expect(listed.sort()).toEqual(pages.map((file) => site.address + getPagePath(site, file)).sort());
  });

  test('has sitemaps, named by one another, that are there', () => {
    const index = addressesIn(readSiteFile(site, 'sitemap-index.xml'));
    expect(index).not.toEqual([]);
    expect(filterBrokenLinks(site, index, site.address)).toEqual([]);
  });

  test('has a robots.txt that names the sitemap', () => {
    expect(readSiteFile(site, 'robots.txt')).toContain(`Sitemap: ${site.address}${site.base}sitemap-index.xml`);
  });

  test('has a feed whose addresses lead somewhere', () => {
    expect(filterBrokenLinks(site, addressesIn(readSiteFile(site, 'feed.xml')), site.address)).toEqual([]);
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

describe('the data of the five plans', () => {
  const actions = (plan: string) =>
    nodesOf(getBuiltSite('root')).filter((node) => node.plan === plan && node.kind === 'action');

  test.each([
    ['kashiwa-suishin', 17],
    ['kashiwara-unei-r2', 10],
    ['hiratsuka-jitsugen', 20],
    ['warabi-jiritsu', 46],
    ['kanazawa-keiei', 35],
  ])('has the actions of %s: %i', (plan, count) => {
    expect(actions(plan)).toHaveLength(count);
  });

  test('is the same below another address but for the addresses in it', () => {
    const [root, base] = [getBuiltSite('root'), getBuiltSite('base')];
    const plain = (site: BuiltSite) =>
      nodesOf(site).map(({ url, ...rest }) => ({
        ...rest,
        url: url.slice(site.base.length),
      }));
    expect(plain(base)).toEqual(plain(root));
  });
});

describe('the feed', () => {
  test('is Atom, with a time for every entry', async () => {
    const { parseAtomFeed } = await import('feedsmith');
    const feed = parseAtomFeed(readSiteFile(getBuiltSite('mihon'), 'feed.xml'));
    expect(feed.entries).toHaveLength(5);
    expect(feed.entries?.filter(({ id, title, updated }) => !id || !title || !updated)).toEqual([]);
  });
});

describe('a page that is not there', () => {
  test.each(SITE_NAMES)('is answered with 404 and the site’s own words on the site “%s”', async (name) => {
    const site = getBuiltSite(name);
    expect(existsSync(join(site.dist, '404.html'))).toBe(true);
    const response = await fetch(`${site.served}${site.base}no/such/page/`);
    expect([response.status, await response.text()]).toEqual([404, readSiteFile(site, '404.html')]);
  });
});
