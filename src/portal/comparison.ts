import { isTelling, wordsOf } from '../model/words.ts';
import type { Portal } from './portal.ts';

/** What the cities' measures and actions of one theme have in common in words, and what only one of them says. */
export interface Comparison {
  /** Words that stand in the plans of several cities, with those cities' ids; the most widespread first. */
  readonly shared: readonly { readonly word: string; readonly cities: readonly string[] }[];
  /** Words that stand at least twice in one city's plans under this theme, and in no other's. */
  readonly own: ReadonlyMap<string, readonly string[]>;
}

const SHARED_SHOWN = 8;
const OWN_SHOWN = 5;

/** A word that stands in more than one in twenty nodes of the whole site, and in four at least, tells nothing of a theme. */
function commonWords({ nodes }: Portal): Set<string> {
  const counts = new Map<string, number>();
  for (const { title, summary } of nodes)
    for (const word of new Set(wordsOf(`${title}\n${summary}`)))
      counts.set(word, (counts.get(word) ?? 0) + 1);
  const limit = Math.max(3, nodes.length / 20);
  return new Set([...counts].filter(([, count]) => count > limit).map(([word]) => word));
}

/** How often each telling word stands in the nodes of a theme, by city. */
function countByCity(portal: Portal, theme: string): Map<string, Map<string, number>> {
  const common = commonWords(portal);
  const names = portal.municipalities.map(({ title }) => title);
  const counts = new Map<string, Map<string, number>>();
  for (const { title, summary, municipality } of portal.nodesWithTheme(theme))
    for (const word of new Set(wordsOf(`${title}\n${summary}`))) {
      // A city's own name says nothing of what it does.
      if (!isTelling(word) || common.has(word) || names.some((name) => word.includes(name))) continue;
      const cities = counts.get(word) ?? new Map<string, number>();
      counts.set(word, cities.set(municipality, (cities.get(municipality) ?? 0) + 1));
    }
  return counts;
}

const total = (cities: ReadonlyMap<string, number>) =>
  [...cities.values()].reduce((sum, count) => sum + count, 0);

/** Lays the words of a theme's measures and actions side by side. */
export function compareTheme(portal: Portal, theme: string): Comparison {
  const words = [...countByCity(portal, theme)].sort(
    ([a, x], [b, y]) => y.size - x.size || total(y) - total(x) || b.length - a.length || (a < b ? -1 : 1),
  );
  const inOrder = (cities: ReadonlyMap<string, number>) =>
    portal.municipalities.map(({ id }) => id).filter((id) => cities.has(id));
  const shared = words.filter(([, cities]) => cities.size > 1).slice(0, SHARED_SHOWN);
  // 指定管理者 is no city's own where 指定管理者制度 is shared.
  const inShared = (word: string) => shared.some(([other]) => other.includes(word));
  const own = new Map(
    portal.municipalities.map(({ id }) => {
      const only = words.filter(
        ([word, cities]) => cities.size === 1 && (cities.get(id) ?? 0) >= 2 && !inShared(word),
      );
      return [id, only.slice(0, OWN_SHOWN).map(([word]) => word)] as const;
    }),
  );
  return { shared: shared.map(([word, cities]) => ({ word, cities: inOrder(cities) })), own };
}
