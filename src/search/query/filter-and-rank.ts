import { type IndexHeader, RANKED_KINDS } from '../index-format.ts';
import type { FacetCounts, SearchFilters } from '../search-results.ts';
import type { ExactMatch } from './exact-search.ts';

type FilterName = keyof SearchFilters;

/** Gives whether a document passes one filter. */
function passing(
  { cities, themes, themeSets, cityIndexes, kindIndexes, themeSetIndexes }: IndexHeader,
  filters: SearchFilters,
) {
  const city = filters.city === null ? -1 : cities.indexOf(filters.city) + 1;
  const kind = filters.kind === null ? -1 : RANKED_KINDS.indexOf(filters.kind);
  const theme = filters.theme === null ? -1 : themes.indexOf(filters.theme);
  const withTheme = themeSets.map((set) => set.includes(theme));
  // A city or a theme that the index does not know lets nothing pass.
  return {
    city: (document: number) => filters.city === null || (city > 0 && cityIndexes[document] === city),
    kind: (document: number) => filters.kind === null || kindIndexes[document] === kind,
    theme: (document: number) => filters.theme === null || withTheme[themeSetIndexes[document] ?? 0] === true,
  } satisfies Record<FilterName, (document: number) => boolean>;
}

const NAMES: readonly FilterName[] = ['city', 'kind', 'theme'];

/** Gives whether a document passes all filters. */
export function createFilter(start: IndexHeader, filters: SearchFilters): (document: number) => boolean {
  const tests = passing(start, filters);
  return (document) => NAMES.every((name) => tests[name](document));
}

/** Counts documents by city, kind and theme, each with the other two filters applied. */
export function countFacets(
  start: IndexHeader,
  documents: readonly number[],
  filters: SearchFilters,
): FacetCounts {
  const tests = passing(start, filters);
  const count = <T>(
    name: FilterName,
    valuesOf: (document: number) => readonly T[],
  ): ReadonlyMap<T, number> => {
    const counts = new Map<T, number>();
    const others = NAMES.filter((other) => other !== name);
    for (const document of documents)
      if (others.every((other) => tests[other](document)))
        for (const value of valuesOf(document)) counts.set(value, (counts.get(value) ?? 0) + 1);
    return counts;
  };
  const some = <T>(value: T | undefined): T[] => (value === undefined ? [] : [value]);
  return {
    city: count('city', (document) => some(start.cities[(start.cityIndexes[document] ?? 0) - 1])),
    kind: count('kind', (document) => some(RANKED_KINDS[start.kindIndexes[document] ?? 0])),
    theme: count('theme', (document) =>
      (start.themeSets[start.themeSetIndexes[document] ?? 0] ?? []).flatMap((place) =>
        some(start.themes[place]),
      ),
    ),
  };
}

/**
 * Documents, best first: where the words stand (all of the title, its beginning, in it, in the text), then by kind,
 * what is meant to be done before what only mentions it, then in the index's order.
 */
export function rankMatches({ kindIndexes }: IndexHeader, matches: readonly ExactMatch[]): number[] {
  return [...matches]
    .sort(
      (a, b) =>
        b.score - a.score ||
        (kindIndexes[a.document] ?? 0) - (kindIndexes[b.document] ?? 0) ||
        a.document - b.document,
    )
    .map(({ document }) => document);
}
