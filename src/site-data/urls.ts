import { getGuidePath, otherPaths, routes } from '../model/routes.ts';
import type { FacetId } from './explore-facets.ts';

/** One value of some facets. */
export type FacetChoice = Readonly<Partial<Record<FacetId, string>>>;

type ParameterValues<P extends string> = P extends `${string}{${string}}${infer Rest}`
  ? [value: string, ...ParameterValues<Rest>]
  : [];

const paths = { ...routes, ...otherPaths };

/** For each path, the function that returns its URL with the values of its parameters. */
type PathUrls = { readonly [Name in keyof typeof paths]: (...values: ParameterValues<(typeof paths)[Name]>) => string };

/**
 * Returns the functions that create the URLs of a site, root-relative with its base. Each path in
 * `routes.ts` has a function of its name.
 * @param base the path of the site, beginning and ending with `/`
 * @param site the origin of the site, without a path
 * @example urls.planItem('warabi-jiritsu', '1-1') // → '/base/plans/warabi-jiritsu/1-1/'
 */
export function createSiteUrls(base: string, site: string) {
  const withBase = (path: string) => `${base}${path.replace(/^\//, '')}`;
  const pathUrls = Object.fromEntries(
    Object.entries(paths).map(([name, path]) => {
      const parts = path.split(/\{\w+\}/);
      return [
        name,
        (...values: readonly string[]) => withBase(parts.map((part, at) => part + (values[at] ?? '')).join('')),
      ];
    }),
  ) as PathUrls;
  return {
    ...pathUrls,
    /** A file, or a path from a text or a list, with the base: `/feed.xml` → `/base/feed.xml`. */
    withBase,
    /** The indicators on a plan's page, if the plan has any. */
    planIndicators: (plan: string) => pathUrls.planPart(plan, 'indicators'),
    /** The bands of a plan's own rating method. */
    planBands: (plan: string) => pathUrls.planPart(plan, 'rating'),
    /** The plan items with one value of some facets; the page shows actions unless `kind` is `all`. */
    explore: (values: FacetChoice = {}, prefecture?: string) => {
      const page = prefecture === undefined ? pathUrls.explore() : pathUrls.exploreInPrefecture(prefecture);
      return `${page}?${new URLSearchParams(values)}`.replace(/\?$/, '');
    },
    /** The search, or its results for some words. Browsers encode Japanese characters themselves. */
    search: (words?: string) =>
      pathUrls.search() + (words === undefined ? '' : `?q=${words.replace(/[\0-~]+/g, encodeURIComponent)}`),
    guide: (slug: string) => withBase(getGuidePath(slug)),
    /** The URL with the site's origin: for canonical links, feeds and sitemaps. */
    absolute: (rootRelative: string) => new URL(rootRelative, site).href,
  };
}

export type SiteUrls = Readonly<ReturnType<typeof createSiteUrls>>;
