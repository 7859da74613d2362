import { normalizeSearchText, splitQuery } from '../../../search/search-text.ts';
import { ACTION_VALUE, ALL_KINDS, facetIds, mapFacets } from '../../../site-data/explore-facets.ts';
import type { ExploreItem, FacetId } from '../../../site-data/explore-facets.ts';
import { squareGroupings, type SquareGrouping } from './item-groups.ts';

/** The chosen values of each facet; a facet without any allows all. */
export type ChosenValues = Readonly<Record<FacetId, ReadonlySet<string>>>;

/** What a reader asks `/explore/` for. Its URL contains all of it. */
export interface ExploreQuery {
  readonly chosen: ChosenValues;
  readonly words: string;
  readonly group: SquareGrouping;
  readonly view: 'picture' | 'table';
}

/** Returns true if the only kind is the one that the page itself chooses: actions. */
const hasOwnKind = ({ kind }: ChosenValues) => kind.size === 1 && kind.has(ACTION_VALUE);

/** Returns a query without that choice, unless it has words: it stays while a reader is typing. */
export const omitOwn = (asked: ExploreQuery): ExploreQuery =>
  asked.words === '' && hasOwnKind(asked.chosen) ? { ...asked, chosen: { ...asked.chosen, kind: new Set() } } : asked;

/** Returns the query of a URL's search part, without unknown parameters and values that no facet has. */
export function parseExploreQuery(search: string, isKnown: (facet: FacetId, value: string) => boolean): ExploreQuery {
  const parameters = new URLSearchParams(search);
  const listValues = (facet: FacetId) => {
    const values = parameters.getAll(facet);
    return (facet === 'kind' && values.length === 0 ? [ACTION_VALUE] : values).filter((value) => isKnown(facet, value));
  };
  return {
    chosen: mapFacets((facet) => new Set(listValues(facet))),
    words: parameters.get('q') ?? '',
    group: squareGroupings.find((group) => group === parameters.get('by')) ?? 'theme',
    view: parameters.get('view') === 'table' ? 'table' : 'picture',
  };
}

/** Returns the search part of the URL of a query, without what the page shows anyway. */
export function formatExploreQuery({ chosen, words, group, view }: ExploreQuery): string {
  const parameters = new URLSearchParams();
  for (const facet of facetIds) {
    const values = [...chosen[facet]];
    if (facet === 'kind' && values.length === 0) values.push(ALL_KINDS);
    if (facet !== 'kind' || !hasOwnKind(chosen)) for (const value of values) parameters.append(facet, value);
  }
  if (words !== '') parameters.set('q', words);
  if (group !== 'theme') parameters.set('by', group);
  if (view === 'table') parameters.set('view', view);
  return parameters.toString() && `?${parameters}`;
}

/** An item with its name and summary as they are compared with words. */
export type IndexedItem = Readonly<{ item: ExploreItem; text: string }>;

/** The items that fit, in the order of `src/site-data/explore-items.ts`, and the number of items for each value. */
export interface FilterResult {
  readonly found: readonly ExploreItem[];
  /** How many items a reader would find with a value alone in its facet; a value without any is missing. */
  readonly counts: Readonly<Record<FacetId, ReadonlyMap<string, number>>>;
}

/** Prepares items for `filterItems`. No word matches across the line break between name and summary. */
export const indexItems = (items: readonly ExploreItem[]): IndexedItem[] =>
  items.map((item) => ({ item, text: `${normalizeSearchText(item.title)}\n${normalizeSearchText(item.summary)}` }));

/**
 * Returns the items that contain every word and have, in each facet, one of the chosen values. It reads each item once:
 * an item that fails in a single facet counts for the values of that facet only.
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
    const [only, another] = used.filter((facet) => !item.values[facet].some((value) => chosen[facet].has(value)));
    if (only === undefined) {
      found.push(item);
      for (const facet of facetIds) count(facet, item.values[facet]);
    } else if (another === undefined) count(only, item.values[only]);
  }
  return { found, counts };
}
