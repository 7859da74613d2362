import { greatest } from 'd3';
import { memoizeByObject } from '../model/collections.ts';
import type { Plan } from '../model/plan.ts';
import { sdgGoals } from '../model/sdg-goals.ts';
import { itemKinds, type ItemKind } from '../model/value-lists.ts';
import type { PlanItem } from '../tables/tree.ts';
import { findOpeningItem, listMainItems, listOfKind } from './item-counts.ts';
import { listDescendants } from './plan-item-queries.ts';
import { memoizeBySite, type SiteData } from './site-data.ts';

/** A heading of a plan's page: an item with others below it, or with a page of its own. */
export interface PlanPart {
  readonly item: PlanItem;
  /** The item and those below it, of the kind that the page counts, in the order of the plan. */
  readonly counted: readonly PlanItem[];
  /** The parts directly below; a part of the second level has none. */
  readonly parts: readonly PlanPart[];
}

export interface PlanContents {
  /** The kind of the items that the page counts: actions or, in a plan without them, its other main items. */
  readonly kind: ItemKind;
  /** The only item at the top if it repeats the plan's title: the page shows its summary without a heading. */
  readonly opening: PlanItem | null;
  readonly parts: readonly PlanPart[];
  /** The items at the top that are not parts, such as stances and issues. */
  readonly others: readonly PlanItem[];
  /** The items at the end of the branches, which the filter by theme shows or hides. */
  readonly leaves: readonly PlanItem[];
  /** False for a plan with too many items for one page, which shows only the items with pages and links to them. */
  readonly listsAllItems: boolean;
}

/** A plan with more items than this has a page of its parts only: a longer page is slow, and tiring to scroll. */
export const MAX_ITEMS = 250;

/** Returns the first sentences of a plan's introduction: what it is, and what it is for. */
export function summarizePlan({ chaptersOf }: SiteData, { id }: Plan): string | undefined {
  const introduction = chaptersOf(id).find(({ role }) => role === 'introduction')?.text ?? '';
  return /^.*?。(?:.*?。(?![」』）]))?/m.exec(introduction)?.[0];
}

/** Returns true for an item that a page shows as a heading of its own, not as an entry of a list. */
export const isPlanPart = ({ childrenOf, hasOwnPage }: SiteData, item: PlanItem): boolean =>
  childrenOf(item.id).length > 0 || hasOwnPage(item);

function listParts(siteData: SiteData, kind: ItemKind, items: readonly PlanItem[], levels: number): PlanPart[] {
  if (levels === 0) return [];
  return items
    .filter((item) => isPlanPart(siteData, item))
    .map((item) => ({
      item,
      counted: listOfKind([item, ...listDescendants(siteData, item)], kind),
      parts: listParts(siteData, kind, siteData.childrenOf(item.id), levels - 1),
    }));
}

/** Returns what the page of a plan shows. */
export function listPlanContents(siteData: SiteData, plan: Plan): PlanContents {
  const roots = siteData.rootItemsOf(plan.id);
  const items = siteData.planItemsOf(plan.id);
  const { kind } = listMainItems(items);
  const opening = findOpeningItem(siteData, plan);
  const top = opening ? siteData.childrenOf(opening.id) : roots;
  return {
    kind,
    opening,
    parts: listParts(siteData, kind, top, 2),
    others: top.filter((item) => !isPlanPart(siteData, item)),
    leaves: items.filter((item) => item !== opening && !isPlanPart(siteData, item)),
    listsAllItems: items.length <= MAX_ITEMS,
  };
}

/** Returns true for a part with something else than itself that is counted. */
export const hasCountedBelow = ({ item, counted }: PlanPart): boolean => counted.some((one) => one !== item);

/** Returns the groups of a part: the parts with counted items below it, and what is in none of them. */
const listGroups = ({ counted, parts }: PlanPart) => {
  const below = parts.filter(hasCountedBelow);
  const grouped = new Set(below.flatMap((part) => part.counted));
  const rest = counted.filter((one) => !grouped.has(one));
  const groups = below.map(({ item, counted: own }) => ({ title: item.title, items: own }));
  return [...groups, { title: '', items: rest }].filter(({ items }) => items.length > 0);
};

/** Returns the counted items of a plan by part and by group, those outside of parts last; empty if no part has any below. */
export function groupCounted({ kind, parts, others }: PlanContents) {
  const rest = listOfKind(others, kind);
  if (rest.length === 0 && !parts.some(hasCountedBelow)) return [];
  const groups = parts.map((part) => ({
    name: `${part.item.number} ${part.item.title}`.trim(),
    groups: listGroups(part),
  }));
  if (parts.length === 0 || rest.length === 0) return groups;
  return [...groups, { name: `ほかの${itemKinds.words[kind]}`, groups: [{ title: '', items: rest }] }];
}

/** Returns the themes by which the filter finds an item: its own, and those of the counted items above it. */
export const listFilterThemes = ({ ancestorsOf }: SiteData, item: PlanItem, kind: ItemKind): string[] => [
  ...new Set([...listOfKind(ancestorsOf(item), kind), item].flatMap(({ themes }) => themes)),
];

/**
 * Groups plan items by the goals that they name, in the order of goals. An item with two goals is in both groups. An
 * item directly below one with the same goal is left out: the plan counts only the item above.
 */
export const groupByGoal = (items: readonly PlanItem[]) =>
  sdgGoals.flatMap(({ goal }) => {
    const linked = new Map(items.filter(({ sdgs }) => sdgs.includes(goal)).map((item) => [item.id, item]));
    const highest = [...linked.values()].filter(({ parent }) => !linked.has(parent ?? ''));
    return highest.length > 0 ? [{ goal, items: highest }] : [];
  });

/** Returns the word for plan items: their kind, or 項目 if they have several kinds. */
export function getKindWord(items: readonly PlanItem[]): string {
  const [only, ...others] = new Set(items.map(({ kind }) => kind));
  return only !== undefined && others.length === 0 ? itemKinds.words[only] : '項目';
}

/** The kinds that are grouped by department. Outcomes and programmes belong to the measures and actions beside them. */
const GROUPED_KINDS: readonly ItemKind[] = ['measure', 'action'];

/** Groups the measures and actions of a plan by department, those without one last. Null if the plan names none. */
export function groupByDepartment(siteData: SiteData, plan: string) {
  const all = siteData.planItemsOf(plan);
  const counted = GROUPED_KINDS.filter((kind) => all.some((item) => item.kind === kind && item.departments.length > 0));
  if (counted.length === 0) return null;
  const items = all.filter(({ kind }) => counted.includes(kind));
  const named = [...new Set(items.flatMap(({ departments }) => departments))];
  const unnamed = items.filter(({ departments }) => departments.length === 0);
  return {
    kinds: counted,
    shares: [
      ...named.map((id) => ({
        department: siteData.department(id).title,
        items: items.filter(({ departments }) => departments.includes(id)),
      })),
      ...(unnamed.length > 0 ? [{ department: null, items: unnamed }] : []),
    ],
  };
}

/** Returns the last time of a plan's targets that has an end, as printed; every page of its items needs it. */
const findLastTarget = memoizeBySite(({ indicatorsOf, targetsOf }) =>
  memoizeByObject(({ id }: Plan) => {
    const periods = indicatorsOf(id).flatMap((indicator) => targetsOf(indicator.id).map(({ period }) => period));
    return greatest(periods, ({ end }) => end)?.text;
  }),
);

/** Returns true if a plan has an official title that its own does not name: its period is not only that of this part. */
export const isPartOfPlan = ({ officialTitle, title }: Plan): boolean => officialTitle?.includes(title) === false;

/** Returns the period of a plan in words or, if it has none, the last time of its targets. Both tell its age. */
export function describePlanTime(siteData: SiteData, plan: Plan): string {
  const { period, lastYear } = plan;
  const last = findLastTarget(siteData)(plan);
  if (period === null) return last === undefined ? '期間：のせた部分に記載なし' : `目標の年度：${last}`;
  // If the plan ended in another year, the period is only what was planned.
  const actual = lastYear === null ? '' : `、実際は${lastYear}まで`;
  return `${isPartOfPlan(plan) ? '計画全体の' : '計画の'}期間：${period}${actual}`;
}
