import type { ItemKind } from '../model/value-lists.ts';

/**
 * Addresses of pages, root-relative with the site's base. They are public and never change; every link on the site
 * and every `url` in the data is made here.
 */
export interface SiteUrls {
  /** Any address of the site given from its root: `/themes/` → `/base/themes/`. */
  readonly withBase: (path: string) => string;
  readonly city: (municipality: string) => string;
  readonly plan: (plan: string) => string;
  /** The indicators on a plan's page; a plan without any has no such place. */
  readonly planIndicators: (plan: string) => string;
  /** The goals of the SDGs on a plan's page; a plan that names none has no such place. */
  readonly planGoals: (plan: string) => string;
  /** The bands of a plan's own way of rating. */
  readonly planBands: (plan: string) => string;
  readonly planItem: (plan: string, code: string) => string;
  readonly planText: (plan: string, slug: string) => string;
  readonly indicator: (id: string) => string;
  readonly theme: (theme: string) => string;
  /** What one municipality's plans say of a theme. */
  readonly themeInCity: (theme: string, municipality: string) => string;
  /** What the plans of one prefecture say of a theme, where prefectures have pages. */
  readonly themeInPrefecture: (theme: string, prefecture: string) => string;
  /** How many nodes of a kind each has of each theme; with a prefecture, in that one alone, where these have pages. */
  readonly compare: (kind: ItemKind, prefecture?: string) => string;
  readonly compareCity: (municipality: string) => string;
  readonly term: (term: string) => string;
  /** What the search finds for some words. */
  readonly search: (words: string) => string;
  readonly zone: (municipality: string, zone: string) => string;
  /** The picture to take away; an indicator without a chart has none. */
  readonly indicatorPicture: (id: string) => string;
  readonly zonesPicture: (municipality: string) => string;
  /** The bare page of an indicator's chart, for a frame in another page. */
  readonly indicatorEmbed: (id: string) => string;
  readonly guide: (slug: string) => string;
  /** One of the rules for machine-readable tables. */
  readonly readabilityRule: (id: string) => string;
  /** The whole address, with the site's own: for canonical links, feeds and sitemaps. */
  readonly absolute: (rootRelative: string) => string;
}

/**
 * @param base the path that the site stands under, beginning and ending with `/`
 * @param site the site's address without a path
 */
export function createSiteUrls(base: string, site: string): SiteUrls {
  const at = (path: string) => `${base}${path.replace(/^\//, '')}`;
  return {
    withBase: at,
    city: (municipality) => at(`/cities/${municipality}/`),
    plan: (plan) => at(`/plans/${plan}/`),
    planIndicators: (plan) => at(`/plans/${plan}/#indicators`),
    planGoals: (plan) => at(`/plans/${plan}/#sdgs`),
    planBands: (plan) => at(`/plans/${plan}/#rating`),
    planItem: (plan, code) => at(`/plans/${plan}/${code}/`),
    planText: (plan, slug) => at(`/plans/${plan}/text/${slug}/`),
    indicator: (id) => at(`/indicators/${id}/`),
    theme: (theme) => at(`/themes/${theme}/`),
    themeInCity: (theme, municipality) => at(`/themes/${theme}/#${municipality}`),
    themeInPrefecture: (theme, prefecture) => at(`/themes/${theme}/prefecture/${prefecture}/`),
    compare: (kind, prefecture) =>
      at(
        `/compare/${kind === 'action' ? '' : `kind/${kind}/`}${prefecture === undefined ? '' : `prefecture/${prefecture}/`}`,
      ),
    compareCity: (municipality) => at(`/compare/city/${municipality}/`),
    term: (term) => at(`/glossary/#${term}`),
    search: (words) => at(`/search/?q=${encodeURIComponent(words)}`),
    zone: (municipality, zone) => at(`/zones/${municipality}/#${zone}`),
    indicatorPicture: (id) => at(`/charts/indicators/${id}.svg`),
    zonesPicture: (municipality) => at(`/charts/zones/${municipality}.svg`),
    indicatorEmbed: (id) => at(`/embed/indicators/${id}/`),
    readabilityRule: (id) => at(`/about/rules/#${id}`),
    guide: (slug) => at(slug === 'index' ? '/about/' : `/about/${slug}/`),
    absolute: (rootRelative) => new URL(rootRelative, site).href,
  };
}
