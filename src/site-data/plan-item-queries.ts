import { type ItemKind, itemKinds, listKeys } from '../model/value-lists.ts';
import type { Plan } from '../model/plan.ts';
import type { PlanItem } from '../tables/tree.ts';
import type { PrefectureGroup } from './site-size.ts';
import { memoizeBySite, type SiteData } from './site-data.ts';
import type { Topic } from '../tables/topics.ts';

/** Returns all items below an item, in the order of the plan. */
export function listDescendants(siteData: SiteData, node: PlanItem): PlanItem[] {
  return siteData.childrenOf(node.id).flatMap((child) => [child, ...listDescendants(siteData, child)]);
}

/** Returns the number of actions below an item. */
export function countDescendantActions(siteData: SiteData, node: PlanItem): number {
  return listDescendants(siteData, node).filter(({ kind }) => kind === 'action').length;
}

/** Returns the items of a plan that have pages, in the order of the plan. */
export function listPlanItemsWithPages(siteData: SiteData, plan: string): PlanItem[] {
  return siteData.planItemsOf(plan).filter(siteData.hasOwnPage);
}

/**
 * Returns the main parts of a plan: the measures directly below the policies, or the policies below a single top policy
 * (蕨市's chapter).
 */
export function listOverviewItems(siteData: SiteData, plan: string): PlanItem[] {
  const policies = siteData.rootItemsOf(plan).filter(({ kind }) => kind === 'policy');
  const below = policies
    .flatMap((one) => siteData.childrenOf(one.id))
    .filter(({ kind }) => kind === 'policy' || kind === 'measure');
  const [only] = policies;
  if (policies.length === 1 && only) return below;
  const deeper = below.flatMap((one) => (one.kind === 'policy' ? siteData.childrenOf(one.id) : [one]));
  return deeper.filter(({ kind }) => kind === 'measure');
}

interface LevelCount {
  readonly level: string;
  readonly count: number;
}

/**
 * Counts items by levels of their plans, in the order of the levels, with the plan's own names. Every number of items that a
 * page, the feed or the API contains comes from here, so that two pages never count a plan differently. The kinds of the
 * site are not counted: they merge levels, such as 施策 and 小施策 of 蕨市.
 */
export function countByLevel(levels: Plan['levels'], planItems: readonly PlanItem[]): LevelCount[] {
  const counts = Map.groupBy(planItems, ({ level, kind }) => level || itemKinds.words[kind]);
  const order = [...new Set([...levels.map(({ title }) => title), ...counts.keys()])];
  return order.flatMap((level) => {
    const count = counts.get(level)?.length ?? 0;
    return count === 0 ? [] : [{ level, count }];
  });
}

/** Counts the items of a plan by level. An item at the top that only repeats the plan's title is not counted. */
export const countPlanLevels = (siteData: SiteData, plan: Plan): LevelCount[] =>
  countByLevel(
    plan.levels,
    siteData.planItemsOf(plan.id).filter((item) => item.parent !== null || !plan.title.endsWith(item.title)),
  );

/** Returns the numbers of a plan's items in words: 分野3、施策9、小施策26、取組46. */
export const formatLevelCounts = (siteData: SiteData, plan: Plan): string =>
  countPlanLevels(siteData, plan)
    .map(({ level, count }) => `${level}${count}`)
    .join('、');

const cell = (theme: string, municipality: string, kind: ItemKind) => `${theme}/${municipality}/${kind}`;

/** Counts items by theme, municipality and kind. */
const counted = memoizeBySite((siteData) => {
  const counts = new Map<string, number>();
  for (const { themes, municipality, kind } of siteData.planItems)
    for (const theme of themes) {
      const key = cell(theme, municipality, kind);
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  return counts;
});

/** Returns the number of a municipality's items of a kind with a theme. */
export function countPlanItems(siteData: SiteData, theme: string, municipality: string, kind: ItemKind): number {
  return counted(siteData).get(cell(theme, municipality, kind)) ?? 0;
}

/** Returns the number of a prefecture's items of a kind with a theme. */
export function countPlanItemsInPrefecture(
  siteData: SiteData,
  theme: string,
  { municipalities }: PrefectureGroup,
  kind: ItemKind,
): number {
  return municipalities.reduce((sum, { id }) => sum + countPlanItems(siteData, theme, id, kind), 0);
}

/** Returns the number of a municipality's actions with a theme. */
export function countActions(siteData: SiteData, theme: string, municipality: string): number {
  return countPlanItems(siteData, theme, municipality, 'action');
}

/** Returns the kinds of items that have themes anywhere on the site, in the order of the value list. */
export const listKindsWithThemes = memoizeBySite((siteData): readonly ItemKind[] => {
  const found = new Set(siteData.planItems.filter(({ themes }) => themes.length > 0).map(({ kind }) => kind));
  return listKeys(itemKinds.words).filter((kind) => found.has(kind));
});

/** The items of a list that one page shows. */
export interface PageGroup {
  readonly title: string;
  readonly url: string;
  /** The summary of the page's own item, if it is in the list; otherwise empty. */
  readonly summary: string;
  /** The items below the title, without the page's own item and measures that only group others. */
  readonly planItems: readonly PlanItem[];
}

/** Groups items by the page that shows them, in the order in which the pages first occur. */
export function groupByPage(siteData: SiteData, nodes: readonly PlanItem[]): PageGroup[] {
  const pages = Map.groupBy(nodes, (node) => siteData.pageItemOf(node)?.id ?? node.plan);
  return [...pages].map(([id, group]) => {
    const page = group.map(siteData.pageItemOf).find((one) => one?.id === id);
    const { title, url } = page ?? siteData.plan(id);
    const gathers = (node: PlanItem) => node.kind === 'measure' && siteData.childrenOf(node.id).length > 0;
    return {
      title,
      url,
      summary: page && group.includes(page) ? page.summary : '',
      planItems: group.filter((node) => node.id !== id && !gathers(node)),
    };
  });
}

/** Kinds of items about work and results; policies and stances are too general to answer a question. */
const CONCRETE: readonly ItemKind[] = ['measure', 'action', 'outcome', 'programme'];

/** Returns true if an item contains one of the words outside the other phrases. */
function saysOf({ title, summary }: PlanItem, words: readonly string[], otherPhrases: readonly string[] = []): boolean {
  const text = otherPhrases.reduce((rest, phrase) => rest.replaceAll(phrase, ' '), `${title}\n${summary}`);
  return words.some((word) => text.includes(word));
}

/** Returns, for each topic in the plans, the first of its words that occurs, as a search suggestion. */
export function listExampleWords({ topics, planItems }: Pick<SiteData, 'topics' | 'planItems'>): string[] {
  return topics.flatMap(({ words }) => {
    const word = words.find((one) => planItems.some((node) => saysOf(node, [one])));
    return word === undefined ? [] : [word];
  });
}

/**
 * Returns a municipality's items that contain a word of a topic, in the order of the plans. A measure is left out if an
 * item below it is more specific.
 */
export function findPlanItemsOnTopic(siteData: SiteData, topic: Topic, municipality: string): PlanItem[] {
  const says = (node: PlanItem) => CONCRETE.includes(node.kind) && saysOf(node, topic.words, topic.otherPhrases);
  return siteData
    .plansOf(municipality)
    .flatMap(({ id }) => siteData.planItemsOf(id))
    .filter((node) => says(node) && !listDescendants(siteData, node).some(says));
}
