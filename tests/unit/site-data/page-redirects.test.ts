import { describe, expect, test } from 'vitest';
import { routes } from '../../../src/model/routes.ts';
import type { ItemKind } from '../../../src/model/value-lists.ts';
import { listFilePaths, listRedirects, listShortenedUrls } from '../../../src/site-data/page-redirects.ts';
import type { Change } from '../../../src/tables/changes.ts';
import { EXAMPLE_SITE } from '../../support/example-site.ts';
import { openSharedSite, openFixtureSite } from '../../support/shared-sites.ts';
import { REPOSITORY_FOLDER } from '../../support/source-modules.ts';

const siteData = openFixtureSite();
const PLAN = 'mihon-keikaku';

/** A row of changes.csv for a changed id. */
function change(before: string, now: string, item = 'IDの変更'): Change {
  return {
    id: '2026-11-20-1',
    date: '2026-11-20',
    subjects: [now],
    item,
    before,
    after: now,
    reason: '',
    sources: [],
    kind: null,
  };
}

/** Returns the redirects for a changed id, as old and new URL. */
function moved(before: string, now: string, item?: string, site = siteData) {
  return listRedirects({ ...site, changes: [change(before, now, item)] }).map(({ from, to }) => `${from} → ${to}`);
}

describe('a page with a changed id', () => {
  test.each([
    [`${PLAN}/old`, `${PLAN}/sns`, `/indicators/${PLAN}/old/ → /indicators/${PLAN}/sns/`],
    [`${PLAN}/9_9`, `${PLAN}/1_1`, `/plans/${PLAN}/9_9/ → /plans/${PLAN}/1_1/`],
    ['old-plan/9_9', `${PLAN}/1_1`, `/plans/old-plan/9_9/ → /plans/${PLAN}/1_1/`],
    ['old-plan/old', `${PLAN}/sns`, `/indicators/old-plan/old/ → /indicators/${PLAN}/sns/`],
    ['old', 'digital', '/themes/old/ → /themes/digital/'],
    ['old', 'mihon', '/cities/old/ → /cities/mihon/'],
    ['old', 'mihon', '/zones/old/ → /zones/mihon/'],
    ['old', 'mihon', '/compare/city/old/ → /compare/city/mihon/'],
  ])('%s, now %s, is redirected: %s', (before, now, expected) => {
    expect(moved(before, now)).toContain(expected);
  });

  /** Records with every kind of page, by the name of their ids in routes. */
  const examples: Readonly<Record<string, string>> = {
    plan: 'warabi-jiritsu',
    indicator: 'warabi-jiritsu/sns-followers',
    municipality: 'kashiwa',
    statistic: 'census-population',
    theme: 'digital',
  };
  const ownRoutes = Object.values(routes).flatMap((route) => {
    const name = /\{(\w+)\}/.exec(route)?.[1] ?? '';
    return name in examples && !route.includes('{prefecture}') ? [[route, name] as const] : [];
  });
  test.each(ownRoutes)('%s is redirected if the %s has a new id', (route, name) => {
    const now = examples[name] ?? '';
    const old = now.replace(/[^/]+/g, 'old');
    const from = route.replace(`{${name}}`, old).replace(/\{\w+\}/, '[^/]+');
    const pages = moved(old, now, undefined, openSharedSite(REPOSITORY_FOLDER));
    expect(pages).toContainEqual(expect.stringMatching(`^${from} `));
  });

  test('is redirected with all pages of its plan', () => {
    expect(moved('old', PLAN)).toEqual(
      expect.arrayContaining([
        `/plans/old/ → /plans/${PLAN}/`,
        `/plans/old/1_1/ → /plans/${PLAN}/1_1/`,
        `/plans/old/text/basis/ → /plans/${PLAN}/text/basis/`,
        `/indicators/old/sns/ → /indicators/${PLAN}/sns/`,
        `/embed/indicators/old/sns/ → /embed/indicators/${PLAN}/sns/`,
      ]),
    );
  });

  test.each([
    ['the English page', '/en/plans/old/', '/en/plans/warabi-jiritsu/'],
    ['the map for frames', '/embed/zones/old/', '/embed/zones/kashiwa/'],
  ])('is redirected with %s, if the site has one', (_what, from, to) => {
    const now = to.split('/')[3] ?? '';
    expect(moved('old', now, undefined, openSharedSite(REPOSITORY_FOLDER))).toContain(`${from} → ${to}`);
    expect([...moved('old', PLAN), ...moved('old', 'mihon')].filter((page) => page.startsWith(from))).toEqual([]);
  });

  test('is redirected without a frame if its indicator has no chart', () => {
    const indicators = siteData.indicators.map((one) => ({ ...one, target: { ...one.target, value: null } }));
    const pages = moved('old', PLAN, undefined, { ...siteData, indicators });
    expect(pages).toContain(`/indicators/old/sns/ → /indicators/${PLAN}/sns/`);
    expect(pages.filter((page) => page.startsWith('/embed/'))).toEqual([]);
  });

  test('is redirected as far as its statistic has pages', () => {
    const real = openSharedSite(REPOSITORY_FOLDER);
    const id = real.statistics[0]?.id ?? '';
    const list = (comparison: 'value' | 'none', statisticValuesOf = real.statisticValuesOf) => {
      const statistics = real.statistics.map((one) => ({ ...one, comparison }));
      const pages = moved('old', id, undefined, { ...real, statistics, statisticValuesOf });
      return pages.filter((page) => page.includes('/statistics/old/'));
    };
    const pages = [`/statistics/old/ → /statistics/${id}/`, `/embed/statistics/old/ → /embed/statistics/${id}/`];
    expect(list('value')).toEqual(pages);
    expect(list('none')).toEqual(pages.slice(0, 1));
    expect(list('value', () => [])).toEqual([]);
  });

  test('has the title of the page in the language of the page', () => {
    const real = openSharedSite(REPOSITORY_FOLDER);
    const pages = listRedirects({ ...real, changes: [change('old', 'warabi-jiritsu')] });
    const getTitle = (url: string) => pages.find(({ from }) => from === url)?.title;
    expect(getTitle('/plans/old/')).toMatch(/^蕨市 /);
    expect(getTitle('/en/plans/old/')).toMatch(/^[\w ,:()’-]+$/);
    const plans = real.plans.map((plan) => ({ ...plan, titleEn: '' }));
    const untitled = listRedirects({ ...real, plans, changes: [change('old', 'warabi-jiritsu')] });
    expect(untitled.find(({ from }) => from === '/en/plans/old/')?.title).toBe('warabi-jiritsu');
  });

  test('is redirected by its own row if the id of its plan also changes', () => {
    const changes = [change('old/1_1', `${PLAN}/2_1`), change('old', PLAN)];
    const pages = listRedirects({ ...siteData, changes }).filter(({ from }) => from === '/plans/old/1_1/');
    expect(pages.map(({ to }) => to)).toEqual([`/plans/${PLAN}/2_1/`]);
  });

  test('is not redirected if the record has no page of its own', () => {
    expect(moved('old', 'dx')).toEqual([]);
    expect(moved(`${PLAN}/old`, `${PLAN}/1_1_1`)).toEqual([]);
  });

  test('is not redirected if another field changes', () => {
    expect(moved('old', 'digital', '名前の変更')).toEqual([]);
  });
});

describe('a file with a changed id', () => {
  const changes = [change('old', PLAN), change(`${PLAN}/x`, `${PLAN}/sns`), change('old/y', `${PLAN}/2_1`)];
  const site = { ...siteData, changes: [...changes, change('mura', 'mihon'), change('it', 'digital')] };
  test.each([
    [`data/plans/${PLAN}/nodes.csv`, ['data/plans/old/nodes.csv']],
    [`data/plans/${PLAN}/items/1_1.xlsx`, ['data/plans/old/items/1_1.xlsx']],
    [`data/plans/${PLAN}/items/2_1.csv`, ['data/plans/old/items/2_1.csv', 'data/plans/old/items/y.csv']],
    [
      `api/v1/indicators/${PLAN}/sns.json`,
      ['api/v1/indicators/old/sns.json', `api/v1/indicators/${PLAN}/x.json`, 'api/v1/indicators/old/x.json'],
    ],
    [
      `feeds/indicators/${PLAN}/sns.xml`,
      ['feeds/indicators/old/sns.xml', `feeds/indicators/${PLAN}/x.xml`, 'feeds/indicators/old/x.xml'],
    ],
    ['feeds/cities/mihon.json', ['feeds/cities/mura.json']],
    ['data/cities/mihon/statistics.csv', ['data/cities/mura/statistics.csv']],
    ['data/zones/mihon-figures.csv', ['data/zones/mura-figures.csv']],
    ['api/v1/municipalities/mihon.geojson', ['api/v1/municipalities/mura.geojson']],
    ['data/themes/digital.xlsx', ['data/themes/it.xlsx']],
    [`link-pictures/plans/${PLAN}.png`, ['link-pictures/plans/old.png']],
    [`link-pictures/plans/${PLAN}/1_1.png`, ['link-pictures/plans/old/1_1.png']],
    [`link-pictures/plans/${PLAN}/2_1.png`, ['link-pictures/plans/old/2_1.png', 'link-pictures/plans/old/y.png']],
    [`link-pictures/plans/${PLAN}/text/basis.png`, ['link-pictures/plans/old/text/basis.png']],
    ['data/plans.csv', []],
    [`check/files/plans/${PLAN}/tree.csv`, []],
  ])('%s has the paths of its old ids, if any', (path, expected) => {
    expect(listFilePaths(site, path)).toEqual([path, ...expected]);
  });
});

test('the URL of the only item at the top of a plan leads to the plan', () => {
  const real = openSharedSite(REPOSITORY_FOLDER);
  const pages = listRedirects(real).filter(({ from }) => from.startsWith('/plans/'));
  expect(pages.map(({ from, to }) => `${from} → ${to}`)).toContain('/plans/warabi-jiritsu/7/ → /plans/warabi-jiritsu/');
  expect(pages.filter(({ from }) => from.startsWith('/plans/kashiwa-suishin/'))).toEqual([]);
  const listTargets = (...changes: Change[]) =>
    listRedirects({ ...real, changes }).flatMap(({ from, to }) => (from === '/plans/old/7/' ? [to] : []));
  expect(listTargets(change('old', 'warabi-jiritsu'))).toEqual(['/plans/warabi-jiritsu/']);
  // Another item had this code in the old plan.
  const item = real.planItemsOf('warabi-jiritsu').find(real.hasOwnPage);
  expect(listTargets(change('old', 'warabi-jiritsu'), change('old/7', item?.id ?? ''))).toEqual([item?.url]);
});

test('the shortened URLs of a plan with its old id are redirected too', () => {
  const listFor = (id: string, site: typeof siteData) =>
    listShortenedUrls(site)
      .filter(({ from }) => from.includes(`/${id}/`))
      .map(({ from, to }) => `${from.replace(id, '…')} → ${to}`);
  const redirects = listFor('old', { ...siteData, changes: [change('old', PLAN)] });
  expect(redirects).toContain(`/data/plans/…/ → /plans/${PLAN}/`);
  expect(redirects).toEqual(listFor(PLAN, siteData));
});

test('the shortened URL of an indicator leads to the indicators of its plan, or to all if the plan has none', () => {
  const redirects = listShortenedUrls(openSharedSite(REPOSITORY_FOLDER));
  const getTarget = (url: string) => redirects.find(({ from }) => from === url)?.to;
  expect(getTarget('/indicators/warabi-jiritsu/')).toBe('/plans/warabi-jiritsu/#indicators');
  expect(getTarget('/api/v1/indicators/warabi-jiritsu/')).toBe('/plans/warabi-jiritsu/#indicators');
  expect(getTarget('/indicators/kanazawa-keiei/')).toBe('/indicators/');
});

test('the shortened URL of a text leads to the plan, unless an item has a page with this URL', () => {
  const url = `/plans/${PLAN}/text/`;
  const findUrl = (site: typeof siteData) => listShortenedUrls(site).find(({ from }) => from === url)?.to;
  const items = siteData.planItemsOf(PLAN).map((item) => ({ ...item, url }));
  expect(findUrl(siteData)).toBe(`/plans/${PLAN}/`);
  expect(findUrl({ ...siteData, planItemsOf: () => items })).toBeUndefined();
});

test('the folder of the tables of a municipality leads to its page, also with an old id', () => {
  const redirects = listShortenedUrls({ ...siteData, changes: [change('old', 'mihon')] });
  const found = redirects.filter(({ from }) => from.startsWith('/data/municipalities/'));
  expect(found.map(({ from, to }) => `${from} → ${to}`)).toEqual([
    '/data/municipalities/mihon/ → /cities/mihon/',
    '/data/municipalities/old/ → /cities/mihon/',
  ]);
});

test('the shortened URL of zones leads to the only page of zones, or to the plans', () => {
  const findUrl = (site: typeof siteData) => listShortenedUrls(site).find(({ from }) => from === '/zones/')?.to;
  const both = siteData.municipalities.flatMap((one) => [one, { ...one, id: 'tonari' }]);
  expect(findUrl(siteData)).toBe('/zones/mihon/');
  expect(findUrl({ ...siteData, municipalities: both })).toBe('/zones/mihon/');
  expect(findUrl({ ...siteData, zonesOf: () => [] })).toBe('/plans/');
  expect(findUrl({ ...siteData, municipalities: both, zonesOf: () => siteData.zones })).toBe('/plans/');
});

test('the shortened URL of the list of a prefecture leads to its theme or comparison, if there are such lists', () => {
  const list = (count: number, kinds: readonly ItemKind[] = ['measure', 'action']) => {
    const municipalities = Array.from({ length: count }, () => siteData.municipalities).flat();
    const [item] = siteData.planItems;
    const planItems = kinds.flatMap((kind) => (item ? [{ ...item, kind, themes: ['digital'] }] : []));
    const redirects = listShortenedUrls({
      ...siteData,
      municipalities,
      planItems,
      changes: [change('old', 'digital')],
    });
    const found = redirects.filter(({ from }) => /^\/(?:themes|compare\/kind)\/.*prefecture\/$/.test(from));
    return found.map(({ from, to }) => `${from} → ${to}`);
  };
  expect(list(1)).toEqual([]);
  expect(list(201)).toContain('/themes/digital/prefecture/ → /themes/digital/');
  expect(list(201)).toContain('/themes/old/prefecture/ → /themes/digital/');
  expect(list(201)).toContain('/compare/kind/measure/prefecture/ → /compare/kind/measure/');
  // The comparison by the main kind has no kind in its URLs.
  expect(list(201, ['measure']).join()).not.toContain('/compare/kind/');
});

test('each beginning of a route without ids is a page or is redirected', () => {
  const starts = Object.values(routes)
    .map((route) => route.replace(/\{.*/, ''))
    .flatMap((path) => [...path.matchAll(/\//g)].map(({ index }) => path.slice(0, index + 1)));
  const pages: readonly string[] = Object.values(routes);
  const redirected = new Set(listShortenedUrls(siteData).map(({ from }) => from));
  expect(starts.filter((path) => !pages.includes(path) && !redirected.has(path))).toEqual([]);
});

describe('the URL of an indicator that left', () => {
  const example = openSharedSite(EXAMPLE_SITE);
  const [release] = example.releases;
  const [sample] = release?.changes ?? [];
  if (!release || !sample) throw new Error('no release with changes');
  const remove = (record: string, title: string, plan: string | null = 'mihon-sogo') =>
    ({ ...sample, kind: 'removed', record, title, plan, municipality: 'mihon' }) as const;
  const list = (...changes: ReturnType<typeof remove>[]) =>
    listRedirects({ ...example, releases: [{ ...release, changes }] }).filter(({ to }) => to.startsWith('/changes/'));
  const to = `/changes/#${release.version}-mihon-removed`;

  test('leads to the change that names it', () => {
    expect(list(remove('mihon-sogo/gone', '消えた指標'))).toEqual([
      { from: '/indicators/mihon-sogo/gone/', to, title: '更新履歴（消えた指標）' },
    ]);
  });

  test('is not that of a plan item, whose code has the numbers of the plan', () => {
    expect(list(remove('mihon-sogo/1_2', '消えた項目'), remove('mihon-sogo/gone', '消えた指標'))).toHaveLength(1);
  });

  test('is not that of a zone, of a plan or of a record that came back', () => {
    const [indicator] = example.indicators;
    expect(list(remove('mihon/gone', '山の地区', null), remove('mihon-old', '前の計画', null))).toEqual([]);
    expect(list(remove(indicator?.id ?? '', '指標'))).toEqual([]);
  });

  test('leads there once, with the latest title', () => {
    const twice = list(remove('mihon-sogo/gone', '新しい名前'), remove('mihon-sogo/gone', '古い名前'));
    expect(twice.map(({ title }) => title)).toEqual(['更新履歴（新しい名前）']);
  });
});
