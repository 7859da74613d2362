import { fillRoute, routes } from '../model/routes.ts';
import { memoizeBySite, type SiteData } from './site-data.ts';

/** The language of the pages that are not in Japanese, as HTML names it. */
export const TRANSLATION = 'en';

/** Returns a path for each language besides Japanese that the site has pages in. */
export const listTranslationPaths = ({ site }: SiteData): { params: { lang: string } }[] =>
  site.english === undefined ? [] : [{ params: { lang: TRANSLATION } }];

/** Returns the URLs of Japanese pages and of the English pages about the same, in pairs. */
const listPagePairs = memoizeBySite(({ site, plans, urls }): readonly (readonly [string, string])[] => {
  if (site.english === undefined) return [];
  const lang = TRANSLATION;
  const fixed = [
    [routes.home, routes.translatedHome],
    [routes.plans, routes.translatedPlans],
    [routes.themes, routes.translatedThemes],
    [routes.indicators, routes.translatedIndicators],
    [routes.statistics, routes.translatedStatistics],
    [routes.data, routes.translatedData],
  ] as const;
  return [
    ...fixed.map(([own, route]) => [urls.withBase(own), urls.withBase(fillRoute(route, { lang }))] as const),
    ...plans.map(({ id, url }) => [url, urls.translatedPlan(lang, id)] as const),
  ];
});

/** The URLs of pages about the same in the other language, in both directions. */
const counterparts = memoizeBySite((siteData) => {
  const pairs = listPagePairs(siteData);
  return new Map([...pairs, ...pairs.map(([own, english]) => [english, own] as const)]);
});

/** Returns the URL of the page about the same in the other language; null if there is none. */
export const findCounterpart = (siteData: SiteData, url: string): string | null =>
  counterparts(siteData).get(url) ?? null;

/** Returns the URL of a page in the other language: the one about the same, or else the home page. */
export function getOtherLanguageUrl(siteData: SiteData, url: string): string {
  return findCounterpart(siteData, url) ?? siteData.urls.withBase(`/${TRANSLATION}/`);
}
