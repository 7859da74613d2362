import type { FacetId } from '../model/explore-facets.ts';
import { fillRoute, getGuidePath, places, routes } from '../model/routes.ts';
import type { ItemKind } from '../model/value-lists.ts';

/** The file endings of Atom and JSON Feed. */
export type FeedFormat = 'xml' | 'json';

/** The URLs of pages, root-relative with the site's base. Every link and every `url` in the data comes from here. */
export interface SiteUrls {
  /** Any path of the site with its base: `/themes/` → `/base/themes/`. */
  readonly withBase: (path: string) => string;
  readonly city: (municipality: string) => string;
  /** The plans of a prefecture's municipalities in the list of all plans. */
  readonly prefecture: (prefecture: string) => string;
  readonly plan: (plan: string) => string;
  /** The indicators on a plan's page, if the plan has any. */
  readonly planIndicators: (plan: string) => string;
  /** The bands of a plan's own rating method. */
  readonly planBands: (plan: string) => string;
  readonly planItem: (plan: string, code: string) => string;
  readonly planText: (plan: string, slug: string) => string;
  readonly indicator: (id: string) => string;
  readonly statistic: (id: string) => string;
  readonly theme: (theme: string) => string;
  /** The part of a theme's page about one municipality. */
  readonly themeInCity: (theme: string, municipality: string) => string;
  /** A theme in one prefecture, if prefectures have pages. */
  readonly themeInPrefecture: (theme: string, prefecture: string) => string;
  /** The comparison of municipalities by items of one kind, in the country or in one prefecture. */
  readonly compare: (kind: ItemKind, prefecture?: string) => string;
  readonly compareCity: (municipality: string) => string;
  /** The plan items with one value of some facets; the page shows actions unless `kind` is `all`. */
  readonly explore: (values: Readonly<Partial<Record<FacetId, string>>>) => string;
  readonly term: (term: string) => string;
  /** The search results for some words. */
  readonly search: (words: string) => string;
  readonly zones: (municipality: string) => string;
  readonly zone: (municipality: string, zone: string) => string;
  /** The downloadable picture of an indicator's chart, if it has one. */
  readonly indicatorPicture: (id: string) => string;
  readonly zonesPicture: (municipality: string) => string;
  /** The page of an indicator's chart for frames in other pages. */
  readonly indicatorEmbed: (id: string) => string;
  readonly statisticEmbed: (id: string) => string;
  readonly dataset: (table: string) => string;
  /** A source in the list of all sources. */
  readonly source: (source: string) => string;
  readonly guide: (slug: string) => string;
  readonly release: (version: string) => string;
  readonly releasedFile: (version: string, file: string) => string;
  /** A group of changes between releases; see `groupReleaseChanges`. */
  readonly releaseChanges: (group: string) => string;
  readonly municipalityFeed: (municipality: string, format: FeedFormat) => string;
  readonly indicatorFeed: (indicator: string, format: FeedFormat) => string;
  /** One of the rules for machine-readable tables. */
  readonly readabilityRule: (id: string) => string;
  /** The URL with the site's origin: for canonical links, feeds and sitemaps. */
  readonly absolute: (rootRelative: string) => string;
}

/**
 * Returns the functions that create the URLs of a site.
 * @param base the path of the site, beginning and ending with `/`
 * @param site the origin of the site, without a path
 */
export function createSiteUrls(base: string, site: string): SiteUrls {
  const withBase = (path: string) => `${base}${path.replace(/^\//, '')}`;
  const at: typeof fillRoute = (route, values) => withBase(fillRoute(route, values));
  return {
    withBase,
    city: (municipality) => at(routes.municipality, { municipality }),
    prefecture: (prefecture) => at(places.prefecture, { prefecture }),
    plan: (plan) => at(routes.plan, { plan }),
    planIndicators: (plan) => at(places.planPart, { plan, part: 'indicators' }),
    planBands: (plan) => at(places.planPart, { plan, part: 'rating' }),
    planItem: (plan, code) => at(routes.planItem, { plan, code }),
    planText: (plan, slug) => at(routes.planText, { plan, slug }),
    indicator: (indicator) => at(routes.indicator, { indicator }),
    statistic: (statistic) => at(routes.statistic, { statistic }),
    theme: (theme) => at(routes.theme, { theme }),
    themeInCity: (theme, municipality) => at(places.themeInCity, { theme, municipality }),
    themeInPrefecture: (theme, prefecture) => at(routes.themeInPrefecture, { theme, prefecture }),
    compare: (kind, prefecture) => {
      if (prefecture === undefined)
        return kind === 'action' ? withBase(routes.compare) : at(routes.compareKind, { kind });
      return kind === 'action'
        ? at(routes.compareInPrefecture, { prefecture })
        : at(routes.compareKindInPrefecture, { kind, prefecture });
    },
    explore: (values) => withBase(`${routes.explore}?${new URLSearchParams(values)}`),
    compareCity: (municipality) => at(routes.compareCity, { municipality }),
    term: (term) => at(places.term, { term }),
    search: (words) => withBase(`${routes.search}?q=${encodeURIComponent(words)}`),
    zones: (municipality) => at(routes.zones, { municipality }),
    zone: (municipality, zone) => at(places.zone, { municipality, zone }),
    indicatorPicture: (indicator) => at(places.indicatorPicture, { indicator }),
    zonesPicture: (municipality) => at(places.zonesPicture, { municipality }),
    indicatorEmbed: (indicator) => at(routes.indicatorEmbed, { indicator }),
    statisticEmbed: (statistic) => at(routes.statisticEmbed, { statistic }),
    dataset: (dataset) => at(routes.dataset, { dataset }),
    source: (source) => at(places.source, { source }),
    release: (release) => at(routes.release, { release }),
    releasedFile: (release, file) => at(places.releasedFile, { release, file }),
    releaseChanges: (group) => at(places.releaseChanges, { group }),
    municipalityFeed: (municipality, format) => at(places.municipalityFeed, { municipality, format }),
    indicatorFeed: (indicator, format) => at(places.indicatorFeed, { indicator, format }),
    readabilityRule: (rule) => at(places.readabilityRule, { rule }),
    guide: (slug) => withBase(getGuidePath(slug)),
    absolute: (rootRelative) => new URL(rootRelative, site).href,
  };
}
