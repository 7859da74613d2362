/**
 * The pages of the site by their paths below its base, without redirects and the page for missing files. Paths are public
 * and never change. A `{name}` is an id; `{indicator}` is the two parts `{plan}/{slug}`. The names of ids say what a page
 * belongs to: `src/site-data/part-of-path.ts` reads them.
 */
export const routes = {
  home: '/',
  plans: '/plans/',
  plan: '/plans/{plan}/',
  planItem: '/plans/{plan}/{code}/',
  planText: '/plans/{plan}/text/{slug}/',
  municipalities: '/cities/',
  municipality: '/cities/{municipality}/',
  zones: '/zones/{municipality}/',
  indicators: '/indicators/',
  indicator: '/indicators/{indicator}/',
  statistics: '/statistics/',
  statistic: '/statistics/{statistic}/',
  explore: '/explore/',
  exploreInPrefecture: '/explore/prefecture/{prefecture}/',
  themes: '/themes/',
  theme: '/themes/{theme}/',
  themeInPrefecture: '/themes/{theme}/prefecture/{prefecture}/',
  compare: '/compare/',
  compareInPrefecture: '/compare/prefecture/{prefecture}/',
  compareKind: '/compare/kind/{kind}/',
  compareKindInPrefecture: '/compare/kind/{kind}/prefecture/{prefecture}/',
  compareCity: '/compare/city/{municipality}/',
  glossary: '/glossary/',
  data: '/data/',
  dataset: '/data/{dataset}/',
  releases: '/data/versions/',
  release: '/data/versions/{release}/',
  changes: '/changes/',
  search: '/search/',
  kana: '/search/kana/',
  check: '/check/',
  guides: '/about/',
  guide: '/about/{guide}/',
  staffGuide: '/about/staff/',
  staffGuideBelow: '/about/staff/{guide}/',
  designGuide: '/about/design/',
  examplesGuide: '/about/examples/',
  messagesGuide: '/about/messages/',
  rulesGuide: '/about/rules/',
  indicatorEmbed: '/embed/indicators/{indicator}/',
  statisticEmbed: '/embed/statistics/{statistic}/',
  zonesEmbed: '/embed/zones/{municipality}/',
  compareEmbed: '/embed/compare/',
  englishHome: '/en/',
  englishPlans: '/en/plans/',
  englishPlan: '/en/plans/{plan}/',
  englishThemes: '/en/themes/',
  englishIndicators: '/en/indicators/',
  englishStatistics: '/en/statistics/',
  englishData: '/en/data/',
} as const;

/** The paths of parts of pages that links lead to, and of files. None has the name of a page. */
export const otherPaths = {
  prefecture: '/plans/#prefecture-{prefecture}',
  planPart: '/plans/{plan}/#{part}',
  planItemInPlan: '/plans/{plan}/#{code}',
  planItemBelow: '/plans/{plan}/{page}/#{code}',
  themeInCity: '/themes/{theme}/#{municipality}',
  term: '/glossary/#{term}',
  source: '/data/#source-{source}',
  zone: '/zones/{municipality}/#{zone}',
  releasedFile: '/data/versions/{release}/{file}',
  change: '/changes/#{change}',
  releaseChanges: '/changes/#{group}',
  municipalityFeed: '/feeds/cities/{municipality}.{format}',
  indicatorFeed: '/feeds/indicators/{indicator}.{format}',
  readabilityRule: '/about/rules/#{rule}',
  tableTemplate: '/check/templates/{table}.xlsx',
  sourceFile: '/check/files/{file}',
  municipalityOutline: '/api/v1/municipalities/{municipality}.geojson',
  indicatorPicture: '/charts/indicators/{indicator}.svg',
  statisticPicture: '/charts/statistics/{statistic}.svg',
  zonesPicture: '/charts/zones/{municipality}.svg',
} as const;

type ParameterName<P extends string> = P extends `${string}{${infer Name}}${infer Rest}`
  ? Name | ParameterName<Rest>
  : never;

/** Returns a path with the values of its parameters: /plans/warabi-jiritsu/. */
export const fillRoute = <P extends string>(route: P, values: Readonly<Record<ParameterName<P>, string>>): string =>
  Object.entries<string>(values).reduce<string>((path, [name, value]) => path.replace(`{${name}}`, () => value), route);

/** Returns the path of a guide; the one named `index` is the start page of the guides. */
export const getGuidePath = (slug: string): string =>
  slug === 'index' ? routes.guides : fillRoute(routes.guide, { guide: slug });

/** Returns the path of a plan item. `page` is the code of the item whose page shows it; null for the plan's page. */
export function getPlanItemPath(plan: string, page: string | null, code: string): string {
  if (page === null) return fillRoute(otherPaths.planItemInPlan, { plan, code });
  return page === code
    ? fillRoute(routes.planItem, { plan, code })
    : fillRoute(otherPaths.planItemBelow, { plan, page, code });
}

/** Returns the part of a path before its last parameter: `/glossary/#`. */
export const getRouteStart = (route: string): string => route.slice(0, route.lastIndexOf('{'));

/** The main menu. Each item is the section that its pages belong to. */
export const menuItems = [
  { section: 'plans', title: '計画', path: routes.plans },
  { section: 'explore', title: '取組をさがす', path: routes.explore },
  { section: 'indicators', title: '指標', path: routes.indicators },
  { section: 'statistics', title: '統計', path: routes.statistics },
  { section: 'themes', title: 'テーマ', path: routes.themes },
  { section: 'glossary', title: '用語', path: routes.glossary },
  { section: 'data', title: 'オープンデータ', path: routes.data },
  { section: 'about', title: 'このサイトについて', path: routes.guides },
] as const;

/** The slugs of guides that are generated from data. No text may have one of them. */
export const GENERATED_GUIDES: readonly string[] = Object.values(routes).flatMap(
  (route) => /^\/about\/([^{/]+)\/$/.exec(route)?.[1] ?? [],
);

/** Returns a decoded part of a URL; null if it can't be decoded. */
export function decodeUrlPart(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}

/** Returns true for the path of a page, below the base, that other sites show in frames; search engines do not list it. */
export const isEmbedPath = (path: string): boolean => path.startsWith('/embed/');

/** Files that describe the open data of every site. Texts may link to them. */
export const describingFiles = ['/api/openapi.json', '/api/v1/index.json', '/data/datapackage.json'] as const;

/**
 * Pages without ids that every site has and texts may link to. Some sites have no English, and the start page of the
 * guides comes from a text.
 */
export const fixedPages: readonly string[] = Object.values(routes).filter(
  (route) =>
    !route.includes('{') && !isEmbedPath(route) && !route.startsWith(routes.englishHome) && route !== routes.guides,
);
