import { countValues } from '../model/collections.ts';
import { fillRoute, routes } from '../model/routes.ts';
import { inferredColumns, itemKinds, listKeys } from '../model/value-lists.ts';
import type { PlanItem } from '../tables/tree.ts';
import { ACTION_VALUE, NO_VALUE, type ExploreItem, type FacetValue } from './explore-facets.ts';
import { listCountedItems, nameLevel, nameNumberedLevel } from './item-counts.ts';
import { memoizeBySite, type SiteData } from './site-data.ts';
import { getExploreUrl, isNationwide, listPrefecturesWithPages, type PrefectureGroup } from './site-size.ts';

/** The maximum number of items that a page lists; the script of the page loads more from a file. */
const MAX_ITEMS_ON_PAGE = 500;

/** Returns the value of an item in the facet 階層: one for all actions, one for each kind at each other level. */
const getKindValue = (item: PlanItem) =>
  item.kind === 'action' ? ACTION_VALUE : `${item.kind}-${nameLevel(item).replace(/\s/g, '_')}`;

/** Returns the URL of a municipality's items on `/explore/`, of one theme if given, of the kinds and levels of `items`. */
export function getCityItemsUrl(siteData: SiteData, city: string, items: readonly PlanItem[], theme?: string): string {
  // The page shows actions unless a URL chooses kinds.
  const kinds = [...new Set(items.map(getKindValue))].filter((kind) => kind !== ACTION_VALUE);
  const url = getExploreUrl(siteData, city, theme === undefined ? { city } : { city, theme });
  return url + kinds.map((kind) => `&${new URLSearchParams({ kind })}`).join('');
}

const toFacetValues = (values: readonly (string | number)[]) => (values.length === 0 ? [NO_VALUE] : values.map(String));

/** Returns the items of a plan that `/explore/` shows, in the order of the plan. */
export function listPlanExploreItems(siteData: SiteData, planId: string): ExploreItem[] {
  const plan = siteData.plan(planId);
  const items = listCountedItems(siteData, plan);
  const levels = countValues(items.map(nameNumberedLevel));
  /** Names the parent of an action, if other actions have the same number: the page shows actions without parents. */
  const nameItemLevel = (item: PlanItem) => {
    const level = nameNumberedLevel(item);
    const isShared = item.kind === 'action' && level !== nameLevel(item) && (levels.get(level) ?? 0) > 1;
    return isShared && item.parent !== null ? `${level}（${siteData.planItem(item.parent).title}）` : level;
  };
  return items.map((item) => ({
    id: item.id,
    title: item.title,
    summary: item.summary,
    url: item.url,
    plan: plan.title,
    level: nameItemLevel(item),
    inferred: item.inferred.flatMap((one) =>
      one === 'title' || one === 'departments' ? inferredColumns.words[one] : [],
    ),
    values: {
      city: [item.municipality],
      theme: toFacetValues(item.themes),
      kind: [getKindValue(item)],
      department: toFacetValues(item.departments),
      state: [item.planState],
      sdg: toFacetValues(item.sdgs),
    },
  }));
}

/** Returns the items of all plans that `/explore/` shows: of each municipality, those of ended plans last. */
export const listExploreItems = memoizeBySite((siteData): readonly ExploreItem[] =>
  siteData.planOwners.flatMap(({ id }) => siteData.plansOf(id)).flatMap(({ id }) => listPlanExploreItems(siteData, id)),
);

/** A page that narrows items: those of the site, or of one prefecture. */
export interface ExplorePage {
  readonly path: string;
  readonly items: readonly ExploreItem[];
  readonly prefecture: PrefectureGroup | null;
  /** What lists the items: the page, a file that its script loads, or the pages of the prefectures. */
  readonly listedIn: 'page' | 'file' | 'prefectures';
}

/** Returns `/explore/`, and on a nationwide site a page for each prefecture, to which it leads. */
export const listExplorePages = memoizeBySite((siteData): readonly ExplorePage[] => {
  const items = listExploreItems(siteData);
  const usual = items.length <= MAX_ITEMS_ON_PAGE ? 'page' : 'file';
  const owners = Map.groupBy(items, ({ values }) => values.city[0]);
  return [
    { path: routes.explore, items, prefecture: null, listedIn: isNationwide(siteData) ? 'prefectures' : usual },
    ...listPrefecturesWithPages(siteData).map((prefecture): ExplorePage => ({
      path: fillRoute(routes.exploreInPrefecture, { prefecture: prefecture.id }),
      items: prefecture.municipalities.flatMap(({ id }) => owners.get(id) ?? []),
      prefecture,
      listedIn: 'file',
    })),
  ];
});

/** Returns the levels of plans as values of the facet 階層: actions first, then by kind. */
export const listKindValues = memoizeBySite((siteData): readonly FacetValue[] => {
  const items = siteData.plans.flatMap((plan) => listCountedItems(siteData, plan));
  const levels = new Map(items.map((item) => [getKindValue(item), item]));
  const names = Map.groupBy(levels.values(), nameLevel);
  const order = listKeys(itemKinds.words).toSorted((a, b) => Number(b === 'action') - Number(a === 'action'));
  return order.flatMap((kind) =>
    [...levels]
      .filter(([, item]) => item.kind === kind)
      .map(([id, item]) => {
        const level = nameLevel(item);
        const word = itemKinds.words[kind];
        const isShared = (names.get(level)?.length ?? 0) > 1;
        if (id === ACTION_VALUE) return { id, title: word };
        // 重点的な取組 of a plan may be the names of programmes, which are not counted as actions.
        if (level.endsWith(itemKinds.words.action)) return { id, title: `${word}（計画では「${level}」）` };
        return { id, title: isShared && level !== word ? `${level}（${word}）` : level };
      }),
  );
});
