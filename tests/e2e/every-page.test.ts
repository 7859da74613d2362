import { beforeAll, describe, expect, test } from 'vitest';
import { filterBrokenLinks } from './support/published-links.ts';
import { getBuiltSite, SITE_NAMES, type BuiltSite } from './support/built-site.ts';
import { visitPages, type PageVisit } from './support/page-survey.ts';

/** Frames that other pages show: they have no place in lists of pages. */
const isEmbed = ({ file }: PageVisit) => file.startsWith('embed/');

describe.each(SITE_NAMES)('every page of the site “%s”', (name) => {
  let site: BuiltSite;
  let pages: readonly PageVisit[];
  const faults = (of: (page: PageVisit) => readonly string[]) =>
    pages.flatMap((page) => of(page).map((fault) => `${page.file} ${fault}`));
  const where = (bad: (page: PageVisit) => boolean) => pages.filter(bad).map(({ file }) => file);

  beforeAll(async () => {
    site = getBuiltSite(name);
    pages = await visitPages(site);
  }, 300_000);

  test('is there', () => {
    expect(pages.length).toBeGreaterThan(5);
    expect(where(({ status }) => status !== 200)).toEqual([]);
  });

  test('writes no error and no warning to the console', () => {
    expect(faults((page) => page.console)).toEqual([]);
  });

  test('asks for nothing that its content security policy stops', () => {
    expect(faults((page) => page.blocked)).toEqual([]);
  });

  test('has a content security policy without unsafe-inline and unsafe-eval', () => {
    const policy = (page: PageVisit) => page.facts.meta['content-security-policy'] ?? '';
    expect(where((page) => !policy(page).includes("default-src 'none'") || policy(page).includes("'unsafe-"))).toEqual(
      [],
    );
  });

  test('asks no other site for anything', () => {
    expect(faults((page) => page.foreign)).toEqual([]);
  });

  test('links only to what is there', () => {
    expect(faults((page) => filterBrokenLinks(site, page.facts.links, site.served))).toEqual([]);
  });

  test('names its own address under the address of the site', () => {
    const expected = ({ path }: PageVisit) => site.address + path;
    const listed = pages.filter((page) => !isEmbed(page) && page.file !== '404.html');
    expect(
      listed.flatMap((page) =>
        page.facts.canonical === expected(page) ? [] : [`${page.file} ${String(page.facts.canonical)}`],
      ),
    ).toEqual([]);
  });

  test('tells other sites its title, kind, address and description', () => {
    const complete = ({ facts: { meta, canonical } }: PageVisit) =>
      meta['og:title'] && meta['og:type'] && meta['og:description'] && meta['og:url'] === canonical;
    expect(where((page) => !isEmbed(page) && page.file !== '404.html' && !complete(page))).toEqual([]);
  });

  test('has a description', () => {
    expect(where((page) => !isEmbed(page) && !page.facts.meta.description)).toEqual([]);
  });

  test('has a title that no other page has', () => {
    const titles = Map.groupBy(pages, ({ facts }) => facts.title);
    const shared = [...titles].filter(([title, same]) => title === '' || same.length > 1);
    expect(shared.map(([title, same]) => `${title}: ${same.map(({ file }) => file).join(', ')}`)).toEqual([]);
  });

  test('says that it is in Japanese', () => {
    expect(where(({ facts }) => facts.lang !== 'ja')).toEqual([]);
  });

  test('has exactly one heading of the first level', () => {
    expect(where(({ facts }) => facts.headings.filter(({ level }) => level === 1).length !== 1)).toEqual([]);
  });

  test('skips no heading level', () => {
    const skipped = ({ facts: { headings } }: PageVisit) =>
      headings
        .filter(({ level }, at) => level > (headings[at - 1]?.level ?? 0) + 1)
        .map(({ level, text }) => `h${level} ${text}`);
    expect(faults(skipped)).toEqual([]);
  });

  test('has no id twice', () => {
    const twice = ({ facts: { ids } }: PageVisit) => ids.filter((id, at) => ids.indexOf(id) !== at);
    expect(faults(twice)).toEqual([]);
  });
});
