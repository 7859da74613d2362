import { menuItems, routes } from '../model/routes.ts';
import { createEarlierIdLister } from '../tables/changes.ts';
import { hasChart } from '../tables/indicators.ts';
import type { PlanItem } from '../tables/tree.ts';
import { getMainItems, listKindsWithThemes } from './item-counts.ts';
import { createFolderPattern } from './part-of-path.ts';
import { getRecordLink } from './record-links.ts';
import { getGroupId, listReleaseChanges } from './release-queries.ts';
import { memoizeBySite, type SiteData } from './site-data.ts';
import { isNationwide, listPrefecturesWithPages } from './site-size.ts';
import { listSiteStatistics } from './site-statistics.ts';

/** A redirect to a page from its old URL, or from a shortened URL that has no page. */
export interface PageRedirect {
  /** The old or shortened URL, root-relative with the base. */
  readonly from: string;
  readonly to: string;
  /** The title of the page, in the language of the page. */
  readonly title: string;
}

/** Returns, with the id of each record, a function that lists the URLs of its pages with this id or an earlier one. */
function listPagesById(siteData: SiteData) {
  const { urls, site, chaptersOf, zonesOf, zoneOutlineSets } = siteData;
  const prefectures = listPrefecturesWithPages(siteData);
  const pair = <T extends Readonly<{ id: string }>>(records: readonly T[], list: (id: string, now: T) => string[]) =>
    records.map((record) => [record.id, (id: string) => list(id, record)] as const);
  const statistics = listSiteStatistics(siteData).map(({ statistic }) => statistic);
  return [
    ...pair(siteData.plans, (id, now) => [
      urls.plan(id),
      ...(site.english ? [urls.englishPlan(id)] : []),
      ...chaptersOf(now.id).flatMap(({ role, slug }) => (role === 'text' ? [urls.planText(id, slug)] : [])),
    ]),
    ...pair(siteData.planItems.filter(siteData.hasOwnPage), (id) => {
      // The plan may have changed too, so both parts come from the id.
      const [plan = '', code = ''] = id.split('/');
      return [urls.planItem(plan, code)];
    }),
    ...pair(siteData.indicators, (id, now) => [
      urls.indicator(id),
      ...(hasChart(now) ? [urls.indicatorEmbed(id)] : []),
    ]),
    ...pair(statistics, (id, { comparison }) => [
      urls.statistic(id),
      ...(comparison === 'none' ? [] : [urls.statisticEmbed(id)]),
    ]),
    ...pair(siteData.themes, (id) => [urls.theme(id), ...prefectures.map((one) => urls.themeInPrefecture(id, one.id))]),
    ...pair(siteData.municipalities, (id, now) => [
      urls.municipality(id),
      urls.compareCity(id),
      ...(zonesOf(now.id).length > 0 ? [urls.zones(id)] : []),
      ...zoneOutlineSets.flatMap(({ municipality }) => (municipality === now.id ? [urls.zonesEmbed(id)] : [])),
    ]),
  ];
}

/** Returns a function that lists the earlier ids of a record, the oldest last. */
export const getEarlierIds = memoizeBySite(({ changes }) => createEarlierIdLister(changes));

/** Returns the earlier codes of an item in its plan, which the fragments of old URLs may have; no other item has them. */
export const listEarlierCodes = (siteData: SiteData, { id, plan }: PlanItem): string[] =>
  getEarlierIds(siteData)(id).flatMap((one) => (one.startsWith(`${plan}/`) ? [one.slice(plan.length + 1)] : []));

/** Returns redirects to each plan from the URLs of the only item at its top, which the plan's page shows. */
const listOnlyRoots = (siteData: SiteData): PageRedirect[] =>
  siteData.plans.flatMap(({ id, url: to, shortTitle: title }) => {
    const [root, ...others] = siteData.rootItemsOf(id);
    if (!root || others.length > 0) return [];
    const ids = [root.id, ...getEarlierIds(siteData)(root.id)].map((one) => one.split('/'));
    return ids.map(([plan = '', code = '']) => ({ from: siteData.urls.planItem(plan, code), to, title }));
  });

/** Returns redirects from the URLs of indicators that left the site to the last change that names each of them. */
function listRemovedIndicators(siteData: SiteData): PageRedirect[] {
  const { urls, indicators, planItems } = siteData;
  const present = new Set([...indicators, ...planItems].map(({ id }) => id));
  // A code with _ is that of a plan item. A short one looks like the id of an indicator: its redirect does no harm.
  const removals = listReleaseChanges(siteData).filter(
    ({ kind, plan, record }) => kind === 'removed' && plan !== null && plan !== record && !record.includes('_'),
  );
  // The changes are the latest first.
  return [...new Map(removals.toReversed().map((change) => [change.record, change])).values()].flatMap((change) => {
    const ids = present.has(change.record) ? [] : [change.record, ...getEarlierIds(siteData)(change.record)];
    const title = `更新履歴（${change.title}）`;
    return ids.map((id) => ({ from: urls.indicator(id), to: urls.releaseChanges(getGroupId(change)), title }));
  });
}

/** Returns the redirects of changed ids, of indicators that left, and of items whose page is their plan's: each URL once. */
export const listRedirects = memoizeBySite((siteData): readonly PageRedirect[] => {
  const englishTitles = new Map(
    siteData.plans.map(({ id, titleEn }) => [siteData.urls.englishPlan(id), titleEn || id]),
  );
  const pages = listPagesById(siteData).flatMap(([id, listUrls]) =>
    getEarlierIds(siteData)(id).flatMap((earlier) => {
      const from = listUrls(earlier);
      const { title } = getRecordLink(siteData, id);
      return listUrls(id).map((to, at) => ({ from: from[at] ?? to, to, title: englishTitles.get(to) ?? title }));
    }),
  );
  return [...listOnlyRoots(siteData), ...pages, ...listRemovedIndicators(siteData)];
});

const FOLDERS = createFolderPattern('plan', 'indicator', 'statistic', 'theme', 'municipality');
const FILE_FOLDER = `(?:api|charts|data|feeds|link-pictures)/.*?(?:${FOLDERS})/`;
/** What is between the two parts of a record's id: data/plans/a/items/1_2.csv, api/v1/indicators/a/b.json. */
const BETWEEN_PARTS = /\/items\/|(?<=(?:indicators|link-pictures\/plans)\/[a-z0-9-]+)\//;
/** The path of a file of one record: its folder, the two parts of the record's id and what is between them, its end. */
const RECORD_FILE = new RegExp(
  `^(${FILE_FOLDER})([a-z0-9-]+?)(?:(${BETWEEN_PARTS.source})([a-z0-9_-]+))?((?:-figures)?[./].*)$`,
);

/** Returns the path of a file, and those with earlier ids: it is at each, because static hosts redirect no files. */
export function listFilePaths(siteData: SiteData, path: string): string[] {
  const [, folder = '', owner = '', between = '', part = '', end = ''] = RECORD_FILE.exec(path) ?? [];
  const earlier = getEarlierIds(siteData)(part === '' ? owner : `${owner}/${part}`);
  return [path, ...earlier.map((id) => folder + id.replace('/', between) + end)];
}

/** The pages that shortened URLs lead to: those of the menu, and the comparison. */
const destinations = [...menuItems, { section: 'compare', title: 'くらべる', path: routes.compare }] as const;

/** URLs that a reader gets by shortening the URL of a page or a file, by the page that is nearest to each. */
const shortenedUrls: Readonly<Partial<Record<(typeof destinations)[number]['section'], readonly string[]>>> = {
  plans: ['/feeds/cities/', '/data/cities/', '/api/v1/plans/', '/api/v1/municipalities/'],
  compare: ['/compare/city/', '/compare/kind/', '/compare/prefecture/', '/data/compare/'],
  explore: ['/explore/prefecture/'],
  data: ['/data/codes/', '/api/', '/api/v1/', '/api/v1/search/', '/charts/', '/feeds/', '/embed/'],
  indicators: ['/feeds/indicators/', '/embed/indicators/', '/charts/indicators/', '/api/v1/indicators/'],
  statistics: ['/embed/statistics/', '/charts/statistics/', '/api/v1/statistics/'],
};

/** The folders, each with `indicators/`, of the pages and files of single indicators. */
const INDICATOR_FOLDERS = ['', '/data', '/api/v1', '/charts', '/feeds', '/embed'];

/** Returns a redirect for each URL without a page that is the beginning of another URL, also one with an old id. */
export const listShortenedUrls = memoizeBySite((siteData): readonly PageRedirect[] => {
  const { urls, plans, planItemsOf, indicatorsOf, municipalities, zonesOf } = siteData;
  const [zoned, ...others] = municipalities.filter(({ id }) => zonesOf(id).length > 0);
  const zones =
    zoned && others.length === 0
      ? { to: urls.zones(zoned.id), title: `${siteData.nameMunicipality(zoned.id)}の地域` }
      : { to: urls.plans(), title: '計画' };
  const themes = isNationwide(siteData) ? siteData.themes : [];
  const { kind: mainKind } = getMainItems(siteData);
  const listIds = (id: string) => [id, ...getEarlierIds(siteData)(id)];
  const compared = listKindsWithThemes(siteData).filter((kind) => themes.length > 0 && kind !== mainKind);
  return [
    ...municipalities.flatMap(({ id, url: to, title }) =>
      listIds(id).map((one) => ({ from: urls.withBase(`/data/municipalities/${one}/`), to, title })),
    ),
    ...themes.flatMap(({ id, url: to, title }) =>
      listIds(id).map((one) => ({ from: `${urls.theme(one)}prefecture/`, to, title })),
    ),
    ...compared
      .map((kind) => urls.compareKind(kind))
      .map((to) => ({ from: `${to}prefecture/`, to, title: 'くらべる' })),
    ...['/zones/', '/embed/zones/', '/api/v1/zones/', '/charts/zones/'].map((from) => ({
      from: urls.withBase(from),
      ...zones,
    })),
    ...destinations.flatMap(({ section, path, title }) =>
      (shortenedUrls[section] ?? []).map((from) => ({ from: urls.withBase(from), to: urls.withBase(path), title })),
    ),
    ...plans.flatMap(({ id, url: to, shortTitle: title }) => {
      const indicators =
        indicatorsOf(id).length > 0
          ? { to: urls.planIndicators(id), title: `${title}の指標` }
          : { to: urls.indicators(), title: '指標' };
      const redirects = listIds(id).flatMap((one) => [
        { from: urls.withBase(`/plans/${one}/text/`), to, title },
        { from: urls.withBase(`/data/plans/${one}/`), to, title },
        ...INDICATOR_FOLDERS.map((folder) => ({ from: urls.withBase(`${folder}/indicators/${one}/`), ...indicators })),
      ]);
      return redirects.filter(({ from }) => planItemsOf(id).every((item) => item.url !== from));
    }),
  ];
});

/** Returns the URLs of all redirects. */
export const getRedirectedUrls = memoizeBySite(
  (siteData): ReadonlySet<string> =>
    new Set([...listRedirects(siteData), ...listShortenedUrls(siteData)].map(({ from }) => from)),
);
