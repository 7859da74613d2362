import { isDistinctiveWord, splitWords } from '../model/japanese-text.ts';
import { memoizeBySite, type SiteData } from './site-data.ts';
import { countValues, memoizeByValue } from '../model/collections.ts';

/** The words that municipalities share in the measures and actions of one theme, and the words of only one of them. */
export interface ThemeComparison {
  /** Words in the plans of several municipalities, with their ids; the most widespread first. */
  readonly sharedWords: readonly { readonly word: string; readonly cities: readonly string[] }[];
  /** Words that occur, under this theme, at least twice in one municipality's plans and in no other's. */
  readonly ownWords: ReadonlyMap<string, readonly string[]>;
}

/** The maximum number of words that municipalities share, and of those that only one has. */
const [MAX_SHARED, MAX_OWN] = [8, 5];

/** Returns the words that are not specific to a theme: those in more than 5 % of the plan items, and in at least four. */
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
  const names = siteData.municipalities.map(({ title }) => title);
  return memoizeByValue(
    (word: string) => isDistinctiveWord(word) && !common.has(word) && !names.some((name) => word.includes(name)),
  );
});

/** Counts the specific words in the items of a theme, by municipality. */
function countByCity(siteData: SiteData, theme: string): Map<string, Map<string, number>> {
  const isSpecific = createWordTest(siteData);
  const counts = new Map<string, Map<string, number>>();
  for (const { title, summary, municipality } of siteData.planItemsWithTheme(theme))
    for (const word of new Set(splitWords(`${title}\n${summary}`))) {
      if (!isSpecific(word)) continue;
      const cities = counts.get(word) ?? new Map<string, number>();
      counts.set(word, cities.set(municipality, (cities.get(municipality) ?? 0) + 1));
    }
  return counts;
}

const sumCounts = (cities: ReadonlyMap<string, number>) => [...cities.values()].reduce((sum, count) => sum + count, 0);

function compare(siteData: SiteData, theme: string): ThemeComparison {
  const words = [...countByCity(siteData, theme)].sort(
    ([a, x], [b, y]) => y.size - x.size || sumCounts(y) - sumCounts(x) || b.length - a.length || (a < b ? -1 : 1),
  );
  const inOrder = (cities: ReadonlyMap<string, number>) =>
    siteData.municipalities.map(({ id }) => id).filter((id) => cities.has(id));
  const shared = words.filter(([, cities]) => cities.size > 1).slice(0, MAX_SHARED);
  // 指定管理者 does not belong to one municipality if 指定管理者制度 is shared.
  const inShared = (word: string) => shared.some(([other]) => other.includes(word));
  const own = new Map<string, string[]>(siteData.municipalities.map(({ id }) => [id, []]));
  for (const [word, cities] of words) {
    const [first, other] = cities;
    if (!first || other) continue;
    const [city, count] = first;
    const only = own.get(city);
    if (count >= 2 && only && only.length < MAX_OWN && !inShared(word)) only.push(word);
  }
  return { sharedWords: shared.map(([word, cities]) => ({ word, cities: inOrder(cities) })), ownWords: own };
}

/** Caches the comparisons by theme, because the pages of all prefectures need the same comparisons. */
const comparisons = memoizeBySite(
  (siteData) => new Map(siteData.themes.map(({ id }) => [id, compare(siteData, id)] as const)),
);

/** Compares the words of a theme's measures and actions. An unknown theme has none. */
export function compareTheme(siteData: SiteData, theme: string): ThemeComparison {
  return comparisons(siteData).get(theme) ?? { sharedWords: [], ownWords: new Map() };
}
