import { facetIds, type ExploreItem, type FacetId } from '../../../model/explore-facets.ts';
import { normalizeSearchText, splitQuery } from '../../../search/search-text.ts';

/** The chosen values of each facet; a facet without any allows all. */
export type ChosenValues = Readonly<Record<FacetId, ReadonlySet<string>>>;

/** An item with its name and summary as they are compared with words. */
export interface IndexedItem {
  readonly item: ExploreItem;
  readonly text: string;
}

/** The items that fit, and the number of items for each value. */
export interface FilterResult {
  readonly found: readonly ExploreItem[];
  /**
   * The items of a value that fit the words and the chosen values of all other facets: what the reader would find with
   * this value alone in its facet. A value without items is missing.
   */
  readonly counts: Readonly<Record<FacetId, ReadonlyMap<string, number>>>;
}

/** Returns a record with a value for each facet. */
export const mapFacets = <T>(getValue: (facet: FacetId) => T): Record<FacetId, T> =>
  Object.fromEntries(facetIds.map((facet) => [facet, getValue(facet)])) as Record<FacetId, T>;

/** Prepares items for `filterItems`. No word matches across the line break between name and summary. */
export const indexItems = (items: readonly ExploreItem[]): IndexedItem[] =>
  items.map((item) => ({ item, text: `${normalizeSearchText(item.title)}\n${normalizeSearchText(item.summary)}` }));

/**
 * Returns the items that contain every word and have, in each facet, one of the chosen values. It reads each item once: an
 * item that fails in a single facet counts for the values of that facet only.
 */
export function filterItems(items: readonly IndexedItem[], chosen: ChosenValues, query: string): FilterResult {
  const words = splitQuery(query);
  const used = facetIds.filter((facet) => chosen[facet].size > 0);
  const counts = mapFacets(() => new Map<string, number>());
  const found: ExploreItem[] = [];
  const count = (facet: FacetId, values: readonly string[]) => {
    for (const value of values) counts[facet].set(value, (counts[facet].get(value) ?? 0) + 1);
  };
  for (const { item, text } of items) {
    if (!words.every((word) => text.includes(word))) continue;
    const failed = used.filter((facet) => !item.values[facet].some((value) => chosen[facet].has(value)));
    const [only, another] = failed;
    if (only === undefined) {
      found.push(item);
      for (const facet of facetIds) count(facet, item.values[facet]);
    } else if (another === undefined) count(only, item.values[only]);
  }
  return { found, counts };
}
