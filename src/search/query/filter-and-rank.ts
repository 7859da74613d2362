import { RANKED_KINDS, type IndexHeader } from '../format/index-header.ts';
import type { FacetCounts, SearchFilters } from '../search-results.ts';
import type { ExactMatch } from './exact-search.ts';

const FILTER_NAMES = ['city', 'kind', 'theme'] as const satisfies readonly (keyof SearchFilters)[];
type FilterName = (typeof FILTER_NAMES)[number];

/** Returns the test of each filter. No document passes a city or a theme that the index does not contain. */
function createFilterTests(
  { cities, themes, themeSets, cityIndexes, kindIndexes, themeSetIndexes }: IndexHeader,
  filters: SearchFilters,
): Record<FilterName, (document: number) => boolean> {
  const city = filters.city === null ? -1 : cities.indexOf(filters.city) + 1;
  const kind = filters.kind === null ? -1 : RANKED_KINDS.indexOf(filters.kind);
  const theme = filters.theme === null ? -1 : themes.indexOf(filters.theme);
  const hasTheme = themeSets.map((set) => set.includes(theme));
  return {
    city: (document) => filters.city === null || (city > 0 && cityIndexes[document] === city),
    kind: (document) => filters.kind === null || kindIndexes[document] === kind,
    theme: (document) => filters.theme === null || hasTheme[themeSetIndexes[document] ?? 0] === true,
  };
}

/** Returns a test for documents that pass all filters. */
export function createFilter(header: IndexHeader, filters: SearchFilters): (document: number) => boolean {
  const tests = createFilterTests(header, filters);
  return (document) => FILTER_NAMES.every((name) => tests[name](document));
}

/** Counts documents by city, kind and theme, each with the other two filters applied. */
export function countFacets(header: IndexHeader, documents: readonly number[], filters: SearchFilters): FacetCounts {
  const { cities, themes, themeSets, cityIndexes, kindIndexes, themeSetIndexes } = header;
  const tests = createFilterTests(header, filters);
  const countValues = <T>(
    name: FilterName,
    listValues: (document: number) => readonly (T | undefined)[],
  ): ReadonlyMap<T, number> => {
    const counts = new Map<T, number>();
    const others = FILTER_NAMES.filter((other) => other !== name);
    for (const document of documents)
      if (others.every((other) => tests[other](document)))
        for (const value of listValues(document))
          if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1);
    return counts;
  };
  return {
    city: countValues('city', (document) => [cities[(cityIndexes[document] ?? 0) - 1]]),
    kind: countValues('kind', (document) => [RANKED_KINDS[kindIndexes[document] ?? 0]]),
    theme: countValues('theme', (document) =>
      (themeSets[themeSetIndexes[document] ?? 0] ?? []).map((index) => themes[index]),
    ),
  };
}

/**
 * Returns documents, best first: by where the title contains the words (all of it, its beginning, elsewhere, not at
 * all), then by kind, then in the order of the index.
 */
export function rankMatches({ kindIndexes }: IndexHeader, matches: readonly ExactMatch[]): number[] {
  return [...matches]
    .sort(
      (a, b) =>
        b.score - a.score || (kindIndexes[a.document] ?? 0) - (kindIndexes[b.document] ?? 0) || a.document - b.document,
    )
    .map(({ document }) => document);
}
