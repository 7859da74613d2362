import type { FacetId } from '../model/explore-facets.ts';
import { fillRoute, getGuidePath, places, routes } from '../model/routes.ts';
import type { ItemKind } from '../model/value-lists.ts';

/** One value of some facets. */
export type FacetChoice = Readonly<Partial<Record<FacetId, string>>>;

/** The file endings of Atom and JSON Feed. */
export type FeedFormat = 'xml' | 'json';

/**
 * Returns the functions that create the URLs of a site, root-relative with its base. Every link and every `url` in the
 * data comes from here.
 * @param base the path of the site, beginning and ending with `/`
 * @param site the origin of the site, without a path
 */
export function createSiteUrls(base: string, site: string) {
  const withBase = (path: string) => `${base}${path.replace(/^\//, '')}`;
  const at: typeof fillRoute = (route, values) => withBase(fillRoute(route, values));
  return {
    /** Any path of the site with its base: `/themes/` → `/base/themes/`. */
    withBase,
    city: (municipality: string) => at(routes.municipality, { municipality }),
    /** The plans of a prefecture's municipalities in the list of all plans. */
    prefecture: (prefecture: string) => at(places.prefecture, { prefecture }),
    plan: (plan: string) => at(routes.plan, { plan }),
    /** The indicators on a plan's page, if the plan has any. */
    planIndicators: (plan: string) => at(places.planPart, { plan, part: 'indicators' }),
    /** The bands of a plan's own rating method. */
    planBands: (plan: string) => at(places.planPart, { plan, part: 'rating' }),
    translatedPlan: (lang: string, plan: string) => at(routes.translatedPlan, { lang, plan }),
    planItem: (plan: string, code: string) => at(routes.planItem, { plan, code }),
    planText: (plan: string, slug: string) => at(routes.planText, { plan, slug }),
    indicator: (indicator: string) => at(routes.indicator, { indicator }),
    statistic: (statistic: string) => at(routes.statistic, { statistic }),
    theme: (theme: string) => at(routes.theme, { theme }),
    /** The part of a theme's page about one municipality. */
    themeInCity: (theme: string, municipality: string) => at(places.themeInCity, { theme, municipality }),
    /** A theme in one prefecture, if prefectures have pages. */
    themeInPrefecture: (theme: string, prefecture: string) => at(routes.themeInPrefecture, { theme, prefecture }),
    /** The comparison of municipalities by items of one kind, in the country or in one prefecture. */
    compare: (kind: ItemKind, prefecture?: string) => {
      if (prefecture === undefined)
        return kind === 'action' ? withBase(routes.compare) : at(routes.compareKind, { kind });
      return kind === 'action'
        ? at(routes.compareInPrefecture, { prefecture })
        : at(routes.compareKindInPrefecture, { kind, prefecture });
    },
    /** The plan items with one value of some facets; the page shows actions unless `kind` is `all`. */
    explore: (values: FacetChoice, prefecture?: string) => {
      const path = prefecture === undefined ? routes.explore : fillRoute(routes.exploreInPrefecture, { prefecture });
      return withBase(`${path}?${new URLSearchParams(values)}`).replace(/\?$/, '');
    },
    compareCity: (municipality: string) => at(routes.compareCity, { municipality }),
    term: (term: string) => at(places.term, { term }),
    /** The search results for some words. */
    search: (words: string) => withBase(`${routes.search}?q=${encodeURIComponent(words)}`),
    zones: (municipality: string) => at(routes.zones, { municipality }),
    zone: (municipality: string, zone: string) => at(places.zone, { municipality, zone }),
    /** The downloadable picture of an indicator's chart, if it has one. */
    indicatorPicture: (indicator: string) => at(places.indicatorPicture, { indicator }),
    zonesPicture: (municipality: string) => at(places.zonesPicture, { municipality }),
    /** The page of an indicator's chart for frames in other pages. */
    indicatorEmbed: (indicator: string) => at(routes.indicatorEmbed, { indicator }),
    statisticEmbed: (statistic: string) => at(routes.statisticEmbed, { statistic }),
    zonesEmbed: (municipality: string) => at(routes.zonesEmbed, { municipality }),
    dataset: (dataset: string) => at(routes.dataset, { dataset }),
    /** A source in the list of all sources. */
    source: (source: string) => at(places.source, { source }),
    release: (release: string) => at(routes.release, { release }),
    releasedFile: (release: string, file: string) => at(places.releasedFile, { release, file }),
    /** A group of changes between releases; see `groupReleaseChanges`. */
    releaseChanges: (group: string) => at(places.releaseChanges, { group }),
    municipalityFeed: (municipality: string, format: FeedFormat) =>
      at(places.municipalityFeed, { municipality, format }),
    indicatorFeed: (indicator: string, format: FeedFormat) => at(places.indicatorFeed, { indicator, format }),
    /** One of the rules for machine-readable tables. */
    readabilityRule: (rule: string) => at(places.readabilityRule, { rule }),
    guide: (slug: string) => withBase(getGuidePath(slug)),
    /** The URL with the site's origin: for canonical links, feeds and sitemaps. */
    absolute: (rootRelative: string) => new URL(rootRelative, site).href,
  };
}

/** The URLs of pages. */
export type SiteUrls = Readonly<ReturnType<typeof createSiteUrls>>;
