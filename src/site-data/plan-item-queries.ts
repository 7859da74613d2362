import { type ItemKind, itemKinds, listKeys } from '../model/value-lists.ts';
import type { PlanItem } from '../tables/tree.ts';
import type { PrefectureGroup } from './site-size.ts';
import { memoizeBySite, type SiteData } from './site-data.ts';
import type { Topic } from '../tables/topics.ts';

/** All nodes below a node, in the order of the plan. */
export function listDescendants(siteData: SiteData, node: PlanItem): PlanItem[] {
  return siteData.childrenOf(node.id).flatMap((child) => [child, ...listDescendants(siteData, child)]);
}

/** How many actions stand below a node. */
export function countDescendantActions(siteData: SiteData, node: PlanItem): number {
  return listDescendants(siteData, node).filter(({ kind }) => kind === 'action').length;
}

/** The nodes of a plan that have pages, in the order of the plan. */
export function listPlanItemsWithPages(siteData: SiteData, plan: string): PlanItem[] {
  return siteData.planItemsOf(plan).filter(siteData.hasOwnPage);
}

/**
 * The parts by which a plan is shown at a glance: its measures right below the policies; where there is only one
 * policy above others (蕨市's chapter), the policies below it.
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

/** How many nodes there are of one kind. */
interface KindCount {
  readonly kind: ItemKind;
  readonly title: string;
  readonly count: number;
}

/** Counts nodes by kind, in the order of the value list; a kind that none has is left out. */
export function countByKind(nodes: readonly PlanItem[]): KindCount[] {
  return listKeys(itemKinds.words)
    .map((kind) => ({
      kind,
      title: itemKinds.words[kind],
      count: nodes.filter((node) => node.kind === kind).length,
    }))
    .filter(({ count }) => count > 0);
}

const cell = (theme: string, municipality: string, kind: ItemKind) => `${theme}/${municipality}/${kind}`;

/** How many nodes there are by theme, municipality and kind. */
const counted = memoizeBySite((siteData) => {
  const counts = new Map<string, number>();
  for (const { themes, municipality, kind } of siteData.planItems)
    for (const theme of themes) {
      const key = cell(theme, municipality, kind);
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  return counts;
});

/** How many nodes of a kind a municipality has with a theme. */
export function countPlanItems(
  siteData: SiteData,
  theme: string,
  municipality: string,
  kind: ItemKind,
): number {
  return counted(siteData).get(cell(theme, municipality, kind)) ?? 0;
}

/** How many nodes of a kind the municipalities of a prefecture have with a theme. */
export function countPlanItemsInPrefecture(
  siteData: SiteData,
  theme: string,
  { municipalities }: PrefectureGroup,
  kind: ItemKind,
): number {
  return municipalities.reduce((sum, { id }) => sum + countPlanItems(siteData, theme, id, kind), 0);
}

/** How many actions of a municipality have a theme. */
export function countActions(siteData: SiteData, theme: string, municipality: string): number {
  return countPlanItems(siteData, theme, municipality, 'action');
}

/** The kinds of nodes that carry themes anywhere on the site, in the order of the value list. */
export const listKindsWithThemes = memoizeBySite((siteData): readonly ItemKind[] => {
  const found = new Set(siteData.planItems.filter(({ themes }) => themes.length > 0).map(({ kind }) => kind));
  return listKeys(itemKinds.words).filter((kind) => found.has(kind));
});

/** Nodes that one page shows, under that page's title. */
export interface PageGroup {
  readonly title: string;
  readonly url: string;
  /** The summary of the page's own node, where that node is among those gathered; else empty. */
  readonly summary: string;
  /** What is listed under the title: the page's own node and measures that only gather others are not repeated. */
  readonly planItems: readonly PlanItem[];
}

/** Gathers nodes under the page that shows each of them, in the order in which the pages first occur. */
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

/** Kinds that say what is done or reached; policies and stances are too wide to answer a question. */
const CONCRETE: readonly ItemKind[] = ['measure', 'action', 'outcome', 'programme'];

const saysOf = ({ title, summary }: PlanItem, words: readonly string[]) =>
  words.some((word) => `${title}\n${summary}`.includes(word));

/** For each topic that a plan speaks of, the first of its words that stands in one: what a reader may look for. */
export function listExampleWords({ topics, planItems }: Pick<SiteData, 'topics' | 'planItems'>): string[] {
  return topics.flatMap(({ words }) => {
    const word = words.find((one) => planItems.some((node) => saysOf(node, [one])));
    return word === undefined ? [] : [word];
  });
}

/**
 * What a city's plans say about a topic, in plan order: the nodes that use one of its words. A measure is left out
 * where something below it says more exactly what is done.
 */
export function findPlanItemsOnTopic(siteData: SiteData, topic: Topic, municipality: string): PlanItem[] {
  const says = (node: PlanItem) => CONCRETE.includes(node.kind) && saysOf(node, topic.words);
  return siteData
    .plansOf(municipality)
    .flatMap(({ id }) => siteData.planItemsOf(id))
    .filter((node) => says(node) && !listDescendants(siteData, node).some(says));
}
