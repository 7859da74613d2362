import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { filesIn } from './support/folder.ts';
import { brokenAmong } from './support/links.ts';
import { pageFiles, pathOf, read, siteNamed, SITES, type Site } from './support/site.ts';

interface NodeRecord {
  readonly plan: string;
  readonly kind: string;
  readonly url: string;
}

/** The nodes that a site's static API gives. */
function nodesOf(site: Site): readonly NodeRecord[] {
  return (JSON.parse(read(site, 'api/v1/nodes.json')) as { readonly data: readonly NodeRecord[] }).data;
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

describe.each(SITES)('the data of the site “%s”', (name) => {
  let site: Site;
  beforeAll(() => {
    site = siteNamed(name);
  });

  test('names only addresses that open a page and, with a #, stand on it', () => {
    const lists = filesIn(site.dist, 'api/v1/*.json');
    expect(lists.length).toBeGreaterThan(5);
    const broken = lists.flatMap((list) => {
      const { data } = JSON.parse(read(site, list)) as { readonly data: unknown };
      return brokenAmong(site, urlsIn(data), site.served).map((fault) => `${list} ${fault}`);
    });
    expect(broken).toEqual([]);
  });

  test('gives every list with the number of its records', () => {
    const wrong = filesIn(site.dist, 'api/v1/*.json').filter((list) => {
      const { meta, data } = JSON.parse(read(site, list)) as { meta: { count: number }; data: unknown[] };
      return meta.count !== data.length;
    });
    expect(wrong).toEqual([]);
  });

  test('is listed with the addresses of the API that its links lead to', () => {
    const links = [...read(site, 'data/index.html').matchAll(/<a href="([^"]+)">(\/api\/[^<]+)<\/a>/g)];
    expect(links.length).toBeGreaterThan(5);
    expect(links.map(([, address]) => address)).toEqual(
      links.map(([, , words = '']) => site.base + words.slice(1)),
    );
  });

  test('has a sitemap of every page', () => {
    const listed = filesIn(site.dist, 'sitemap*.xml')
      .flatMap((file) => addressesIn(read(site, file)))
      .filter((address) => !address.endsWith('.xml'));
    const pages = pageFiles(site).filter((file) => file !== '404.html' && !file.startsWith('embed/'));
    expect(listed.sort()).toEqual(pages.map((file) => site.address + pathOf(site, file)).sort());
  });

  test('has sitemaps, named by one another, that are there', () => {
    const index = addressesIn(read(site, 'sitemap-index.xml'));
    expect(index).not.toEqual([]);
    expect(brokenAmong(site, index, site.address)).toEqual([]);
  });

  test('has a robots.txt that names the sitemap', () => {
    expect(read(site, 'robots.txt')).toContain(`Sitemap: ${site.address}${site.base}sitemap-index.xml`);
  });

  test('has a feed whose addresses lead somewhere', () => {
    expect(brokenAmong(site, addressesIn(read(site, 'feed.xml')), site.address)).toEqual([]);
  });

  test('has CSV files that begin with a byte order mark and end every line with CR LF', () => {
    const files = filesIn(site.dist, 'data/**/*.csv');
    expect(files.length).toBeGreaterThan(5);
    const wrong = files.filter((file) => {
      const text = read(site, file);
      return !text.startsWith('\ufeff') || !text.endsWith('\r\n') || /[^\r]\n|\r[^\n]/.test(text);
    });
    expect(wrong).toEqual([]);
  });
});

describe('the data of the five plans', () => {
  const actions = (plan: string) =>
    nodesOf(siteNamed('root')).filter((node) => node.plan === plan && node.kind === 'action');

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
    const [root, base] = [siteNamed('root'), siteNamed('base')];
    const plain = (site: Site) =>
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
    const feed = parseAtomFeed(read(siteNamed('mihon'), 'feed.xml'));
    expect(feed.entries).toHaveLength(5);
    expect(feed.entries?.filter(({ id, title, updated }) => !id || !title || !updated)).toEqual([]);
  });
});

describe('a page that is not there', () => {
  test.each(SITES)('is answered with 404 and the site’s own words on the site “%s”', async (name) => {
    const site = siteNamed(name);
    expect(existsSync(join(site.dist, '404.html'))).toBe(true);
    const response = await fetch(`${site.served}${site.base}no/such/page/`);
    expect([response.status, await response.text()]).toEqual([404, read(site, '404.html')]);
  });
});
