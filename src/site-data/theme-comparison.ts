import { countValues, memoizeByValue } from '../model/collections.ts';
import { isDistinctiveWord, splitWords } from '../model/japanese-text.ts';
import type { Plan } from '../model/plan.ts';
import type { PlanItem } from '../tables/tree.ts';
import { memoizeBySite, type SiteData } from './site-data.ts';

/** The maximum number of words of a theme. */
const MAX_SHARED = 8;

/** Returns the words that are not specific to a theme: those in over 5 % of the plan items, and in at least four. */
function findCommonWords({ planItems }: SiteData): Set<string> {
  const counts = countValues(
    planItems.flatMap(({ title, summary }) => [...new Set(splitWords(`${title}\n${summary}`))]),
  );
  const limit = Math.max(3, planItems.length / 20);
  return new Set([...counts].filter(([, count]) => count > limit).map(([word]) => word));
}

/** Returns a test for words that are specific to themes. The name of a municipality is not specific to its work. */
const createWordTest = memoizeBySite((siteData) => {
  const common = findCommonWords(siteData);
  // Without a municipality there is no plan item, and so no word.
  const names = new RegExp(siteData.municipalities.map(({ title }) => RegExp.escape(title)).join('|'), 'u');
  return memoizeByValue((word: string) => isDistinctiveWord(word) && !common.has(word) && !names.test(word));
});

/** Counts the specific words in the items of a theme, by municipality. */
function countByCity(siteData: SiteData, theme: string): Map<string, Map<string, number>> {
  const uses = siteData.planItemsWithTheme(theme).flatMap(({ title, summary, municipality }) => {
    const words = new Set(splitWords(`${title}\n${summary}`));
    return [...words].filter(createWordTest(siteData)).map((word) => ({ word, municipality }));
  });
  const groups = Map.groupBy(uses, ({ word }) => word);
  return new Map([...groups].map(([word, own]) => [word, countValues(own.map(({ municipality }) => municipality))]));
}

const sumCounts = (cities: ReadonlyMap<string, number>) => [...cities.values()].reduce((sum, count) => sum + count, 0);

/**
 * Returns the words that municipalities share in the items of a theme, the most widespread first. No word is said to be
 * in one plan only: another plan may have it in a part that this site does not contain.
 */
export function listThemeWords(siteData: SiteData, theme: string) {
  const order = siteData.municipalities.map(({ id }) => id);
  return [...countByCity(siteData, theme)]
    .filter(([, cities]) => cities.size > 1)
    .sort(([a, x], [b, y]) => y.size - x.size || sumCounts(y) - sumCounts(x) || b.length - a.length || (a < b ? -1 : 1))
    .slice(0, MAX_SHARED)
    .map(([word, cities]) => ({ word, cities: order.filter((id) => cities.has(id)) }));
}

/** The items of a list that one page shows. */
export interface PageGroup {
  readonly title: string;
  readonly url: string;
  readonly plan: Plan;
  /** The summary of the page's own item, if it is in the list; otherwise empty. */
  readonly summary: string;
  /** The items below the title, without the page's own item and measures that only group others. */
  readonly planItems: readonly PlanItem[];
}

/** Groups items by the page that shows them, in the order in which the pages first occur. */
export function groupByPage(siteData: SiteData, items: readonly PlanItem[]): PageGroup[] {
  const pages = Map.groupBy(items, (item) => siteData.pageItemOf(item)?.id ?? item.plan);
  return [...pages].map(([id, group]) => {
    const page = group.map(siteData.pageItemOf).find((one) => one?.id === id);
    const plan = siteData.plan(page?.plan ?? id);
    const { title, url } = page ?? plan;
    const gathers = (item: PlanItem) => item.kind === 'measure' && siteData.childrenOf(item.id).length > 0;
    return {
      title,
      url,
      plan,
      summary: page && group.includes(page) ? page.summary : '',
      planItems: group.filter((item) => item.id !== id && !gathers(item)),
    };
  });
}
