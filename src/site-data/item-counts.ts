import { countValues, memoizeByObject } from '../model/collections.ts';
import type { Plan } from '../model/plan.ts';
import { type ItemKind, itemKinds, listKeys } from '../model/value-lists.ts';
import { formatNumber } from '../notation/format.ts';
import type { Theme } from '../tables/themes.ts';
import type { PlanItem } from '../tables/tree.ts';
import { listDescendants } from './plan-item-queries.ts';
import { memoizeBySite, type SiteData } from './site-data.ts';

/*
 * Counts items by the levels of their plans. The kinds of the site merge levels, such as 施策 and 小施策 of 蕨市, so
 * numbers of a kind are not added up, except those of the main kind.
 */

/** What pages say beside numbers of actions. */
export const COUNT_CAVEAT = '数の多さは、取組の熱心さを示すものではありません。';

type LevelCount = Readonly<{ level: string; count: number }>;

/** Returns the plan's own name of an item's level. An item outside the levels, such as 取組姿勢, has that of its kind. */
export const nameLevel = ({ level, kind }: PlanItem) => level || itemKinds.words[kind];

/** Returns the level of an item with its printed number: 小施策 (1), 施策1, 取組 ①. A bullet is not a number. */
export function nameNumberedLevel(item: PlanItem): string {
  const level = nameLevel(item);
  if (item.number.startsWith(level)) return item.number;
  if (!/[\p{L}\p{N}]/u.test(item.number)) return level;
  return /^\d/.test(item.number) ? level + item.number : `${level} ${item.number}`;
}

/** Groups items by levels of their plans, in the order of the levels. */
function groupByLevel(levels: Plan['levels'], planItems: readonly PlanItem[]) {
  const groups = Map.groupBy(planItems, nameLevel);
  const order = [...new Set([...levels.map(({ title }) => title), ...groups.keys()])];
  return order.flatMap((level) => {
    const group = groups.get(level);
    return group ? [{ level, planItems: group }] : [];
  });
}

/** Counts items by levels of their plans, in the order of the levels. */
export const countByLevel = (levels: Plan['levels'], planItems: readonly PlanItem[]): LevelCount[] =>
  groupByLevel(levels, planItems).map(({ level, planItems: group }) => ({ level, count: group.length }));

/** Returns the only item at the top of a plan if it repeats the plan's title, or null. */
export function findOpeningItem(siteData: SiteData, plan: Plan): PlanItem | null {
  const [top, ...others] = siteData.rootItemsOf(plan.id);
  return top && others.length === 0 && plan.title.endsWith(top.title) ? top : null;
}

/** Returns the items of a plan that are counted: all but the one that repeats the plan's title. */
export function listCountedItems(siteData: SiteData, plan: Plan): PlanItem[] {
  const opening = findOpeningItem(siteData, plan);
  return siteData.planItemsOf(plan.id).filter((item) => item !== opening);
}

/** Counts the items of a plan by level. */
export const countPlanLevels = (siteData: SiteData, plan: Plan): LevelCount[] =>
  countByLevel(plan.levels, listCountedItems(siteData, plan));

/** Returns the numbers of a plan's items in words, and what its main items are: 活動目標10件（このサイトでは取組）. */
export function formatLevelCounts(siteData: SiteData, plan: Plan): string {
  const { word, items } = listMainItems(siteData.planItemsOf(plan.id));
  const renamed = new Set(items.map(nameLevel).filter((level) => level !== word));
  return countPlanLevels(siteData, plan)
    .map(
      ({ level, count }) => `${level}${formatNumber(count)}件${renamed.has(level) ? `（このサイトでは${word}）` : ''}`,
    )
    .join('、');
}

/** Says how many items and indicators a plan has: のせた部分に、方針3件、取組35件、指標2件があります。 */
export function describePlanCounts(siteData: SiteData, plan: Plan): string {
  const [levels, total] = [formatLevelCounts(siteData, plan), siteData.indicatorsOf(plan.id).length];
  const counts = [levels, total > 0 && `指標${formatNumber(total)}件`].filter(Boolean).join('、');
  if (counts === '') return 'のせた部分に、項目も指標もありません。';
  return `のせた部分に、${counts}があります。${total > 0 ? '' : '指標はありません。'}`;
}

/** A level of a municipality's plans whose items have themes: 小施策 of 蕨市, which are measures. */
export type ThemedLevel = Readonly<{ municipality: string; kind: ItemKind; level: string }>;

/** The levels whose items have themes, by municipality and kind, in the order of the plans. */
const themedLevels = memoizeBySite((siteData) => {
  const levels = new Map<string, ThemedLevel>();
  for (const plan of siteData.plans) {
    const items = siteData.planItemsOf(plan.id).filter(({ themes }) => themes.length > 0);
    for (const { level, planItems } of groupByLevel(plan.levels, items))
      for (const { municipality, kind } of planItems)
        levels.set(`${municipality}/${kind}/${level}`, { municipality, kind, level });
  }
  return Map.groupBy(levels.values(), ({ municipality, kind }) => `${municipality}/${kind}`);
});

/** Returns the levels of a kind in a municipality's plans whose items have themes. */
export const listThemedLevels = (siteData: SiteData, municipality: string, kind: ItemKind): readonly ThemedLevel[] =>
  themedLevels(siteData).get(`${municipality}/${kind}`) ?? [];

/** The items with a theme, and all items, by municipality, kind and level. */
const themeCounts = memoizeBySite(({ planItems }) =>
  countValues(
    planItems.flatMap((item) =>
      [null, ...item.themes].map((theme) => [theme, item.municipality, item.kind, nameLevel(item)].join('/')),
    ),
  ),
);

/** Returns the number of a level's items with a theme, or of all its items. */
export const countLevelItems = (
  siteData: SiteData,
  theme: string | null,
  { municipality, kind, level }: ThemedLevel,
): number => themeCounts(siteData).get([theme, municipality, kind, level].join('/')) ?? 0;

/** The kinds that say what is to be done, the most concrete first. */
const WORK_KINDS: readonly ItemKind[] = ['action', 'programme', 'measure', 'policy'];

/** Returns the items of a kind in a list, whatever their plans call them. */
export const listOfKind = (planItems: readonly PlanItem[], kind: ItemKind): PlanItem[] =>
  planItems.filter((item) => item.kind === kind);

/**
 * Returns what pages about some plans count and name: the items of their main kind. That is actions; of plans without
 * actions that have themes, it is the most concrete kind that has themes.
 */
export const listMainItems = memoizeByObject((planItems: readonly PlanItem[]) => {
  const kinds = new Set(planItems.filter(({ themes }) => themes.length > 0).map(({ kind }) => kind));
  const kind = WORK_KINDS.find((one) => kinds.has(one)) ?? 'action';
  return { kind, word: itemKinds.words[kind], items: listOfKind(planItems, kind) };
});

/** Returns those of all plans of the site. */
export const getMainItems = memoizeBySite(({ planItems }) => listMainItems(planItems));

/** Returns the actions in a list. */
export const listActions = (planItems: readonly PlanItem[]): PlanItem[] => listOfKind(planItems, 'action');

/** Returns what pages count below an item: the items of the main kind of its plan. */
export function listMainItemsBelow(siteData: SiteData, item: PlanItem) {
  const { kind, word } = listMainItems(siteData.planItemsOf(item.plan));
  return { word, items: listOfKind(listDescendants(siteData, item), kind) };
}

/** Returns the items with a theme, of the main kind of the site. */
export const listThemeItems = (siteData: SiteData, theme: string): PlanItem[] =>
  listOfKind(siteData.planItemsWithTheme(theme), getMainItems(siteData).kind);

/** Returns the number of such items in the plans of municipalities. */
export const countThemeItems = (siteData: SiteData, theme: string, municipalities: readonly string[]): number =>
  municipalities
    .flatMap((id) => listThemedLevels(siteData, id, getMainItems(siteData).kind))
    .reduce((sum, level) => sum + countLevelItems(siteData, theme, level), 0);

/** Returns the themes with items of the main kind in over half of the municipalities with any: many plans cover one field. */
export const listUsualThemes = memoizeBySite((siteData): readonly Theme[] => {
  const municipalities = siteData.municipalities
    .map(({ id }) => id)
    .filter((id) => listThemedLevels(siteData, id, getMainItems(siteData).kind).length > 0);
  const isUsual = ({ id }: Theme) => {
    const covered = municipalities.filter((one) => countThemeItems(siteData, id, [one]) > 0);
    return covered.length * 2 > municipalities.length;
  };
  return siteData.themes.filter(isUsual);
});

/** Returns the kinds of items that have themes anywhere on the site, in the order of the value list. */
export const listKindsWithThemes = memoizeBySite((siteData): readonly ItemKind[] => {
  const found = new Set(siteData.planItems.filter(({ themes }) => themes.length > 0).map(({ kind }) => kind));
  return listKeys(itemKinds.words).filter((kind) => found.has(kind));
});
