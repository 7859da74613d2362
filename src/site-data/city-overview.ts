import type { SourceCitation } from '../model/identifiers.ts';
import type { Municipality } from '../model/municipality.ts';
import { formatNumber } from '../notation/format.ts';
import { isProjected, type Statistic } from '../tables/statistics.ts';
import type { Topic } from '../tables/topics.ts';
import type { PlanItem } from '../tables/tree.ts';
import { listMainItems, listOfKind, listThemeItems, listUsualThemes } from './item-counts.ts';
import { findPlanItemsOnTopic, listCityItems } from './plan-item-queries.ts';
import type { SiteData } from './site-data.ts';
import { hasManyMunicipalities } from './site-size.ts';
import { getSiteStatistic, listPublishedValues } from './site-statistics.ts';
import { formatReadable, formatTime } from './statistic-words.ts';

/** Returns the themes of a municipality's items, with the number of its main kind and one of these; most come first. */
export function listCityThemes(siteData: SiteData, city: Municipality) {
  const all = listCityItems(siteData, city.id);
  const { kind } = listMainItems(all);
  return siteData.themes
    .map((theme) => ({ theme, items: all.filter(({ themes }) => themes.includes(theme.id)) }))
    .filter(({ items }) => items.length > 0)
    .map(({ theme, items }) => {
      const counted = listOfKind(items, kind);
      const ended = counted.filter(({ planState }) => planState === 'ended');
      return { theme, count: counted.length, ended: ended.length, example: counted[0]?.title ?? null };
    })
    .sort((a, b) => b.count - a.count);
}

/** Returns the municipalities with items of a theme, of the main kind; none on a site with many: too many links. */
export function listCitiesWithTheme(siteData: SiteData, theme: string) {
  if (hasManyMunicipalities(siteData)) return [];
  const byCity = Map.groupBy(listThemeItems(siteData, theme), ({ municipality }) => municipality);
  return siteData.municipalities
    .map((city) => ({ city, items: byCity.get(city.id) ?? [] }))
    .filter(({ items }) => items.length > 0);
}

/** Returns the themes of which only others have items, with those municipalities; on a site with many, only usual themes. */
export function listMissingThemes(siteData: SiteData, city: Municipality) {
  const own = new Set(listCityThemes(siteData, city).map(({ theme }) => theme));
  const isMany = hasManyMunicipalities(siteData);
  return (isMany ? listUsualThemes(siteData) : siteData.themes)
    .filter((theme) => !own.has(theme))
    .map((theme) => ({ theme, elsewhere: listCitiesWithTheme(siteData, theme.id) }))
    .filter(({ elsewhere }) => isMany || elsewhere.length > 0);
}

/** Returns the latest value of the first statistic of a category that a municipality has; none of days to come. */
function findLatestFigure(siteData: SiteData, city: string, category: Statistic['category']) {
  const { statistics, updated } = siteData;
  for (const statistic of statistics.filter((one) => one.category === category)) {
    const { id, title, unit } = statistic;
    const own = listPublishedValues(getSiteStatistic(siteData, id), city).filter(({ value }) => value !== null);
    const today = isProjected(statistic) ? updated : null;
    const latest = own.findLast(({ period: { start } }) => today === null || start === null || start <= today);
    if (!latest) continue;
    const label = `${title}（${formatTime(latest.period)}）`;
    return [{ label, value: formatReadable(latest, unit), statistic: id, source: latest.source }];
  }
  return [];
}

/** Returns the figures at the head of a municipality's page, with their statistics and sources. */
export function listCityFigures(
  siteData: SiteData,
  city: Municipality,
): { readonly label: string; readonly value: string; readonly statistic?: string; readonly source?: string }[] {
  const people = findLatestFigure(siteData, city.id, 'population');
  const label = `人口：${city.populationAsOf || 'いつの数かは未確認'}`;
  const listed = city.population === null ? [] : [{ label, value: `${formatNumber(city.population)}人` }];
  const { word, items: counted } = listMainItems(listCityItems(siteData, city.id));
  return [
    ...(people.length > 0 ? people : listed),
    ...findLatestFigure(siteData, city.id, 'land'),
    ...(counted.length > 0 ? [{ label: `のせている${word}`, value: formatNumber(counted.length) }] : []),
  ];
}

/**
 * Returns what the head of a municipality's page shows, with its sources. The terms of outlines say how to credit them.
 * @param figures see `listCityFigures`
 */
export function listCityCredits(
  siteData: SiteData,
  city: Municipality,
  figures: ReturnType<typeof listCityFigures>,
): { readonly name: string; readonly sources: readonly SourceCitation[]; readonly copyWords?: string }[] {
  const outline = siteData.outlineOf(city.id);
  return [
    { name: '名前やコードなど', ids: city.sources.filter((id) => !figures.some(({ source }) => source === id)) },
    ...figures.map(({ label, source = [] }) => ({ name: label, ids: [source].flat() })),
    { name: `${city.title}の形`, ids: outline ? [outline.source] : [], copyWords: '' },
  ]
    .filter(({ ids }) => ids.length > 0)
    .map(({ ids, ...rest }) => ({ ...rest, sources: ids.map((id) => ({ id, place: '' })) }));
}

/** Returns the topics of everyday life that a municipality has items about, with these items. */
export const listCityTopics = (
  siteData: SiteData,
  city: Municipality,
): { readonly topic: Topic; readonly found: readonly PlanItem[] }[] =>
  siteData.topics
    .map((topic) => ({ topic, found: findPlanItemsOnTopic(siteData, topic, city.id) }))
    .filter(({ found }) => found.length > 0);
