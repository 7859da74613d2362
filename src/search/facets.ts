import { KINDS, type Start } from './start.ts';
import type { Counts, Filters } from './results.ts';

type Name = keyof Filters;

/** Gives whether a document passes one filter. */
function passing({ cities, themes, themeSets, cityOf, kindOf, themesOf }: Start, filters: Filters) {
  const city = filters.city === null ? -1 : cities.indexOf(filters.city) + 1;
  const kind = filters.kind === null ? -1 : KINDS.indexOf(filters.kind);
  const theme = filters.theme === null ? -1 : themes.indexOf(filters.theme);
  const withTheme = themeSets.map((set) => set.includes(theme));
  // A city or a theme that the index does not know lets nothing pass.
  return {
    city: (document: number) => filters.city === null || (city > 0 && cityOf[document] === city),
    kind: (document: number) => filters.kind === null || kindOf[document] === kind,
    theme: (document: number) => filters.theme === null || withTheme[themesOf[document] ?? 0] === true,
  } satisfies Record<Name, (document: number) => boolean>;
}

const NAMES: readonly Name[] = ['city', 'kind', 'theme'];

/** Gives whether a document passes all filters. */
export function passes(start: Start, filters: Filters): (document: number) => boolean {
  const tests = passing(start, filters);
  return (document) => NAMES.every((name) => tests[name](document));
}

/** Counts documents by city, kind and theme, each with the other two filters applied. */
export function countsOf(start: Start, documents: readonly number[], filters: Filters): Counts {
  const tests = passing(start, filters);
  const count = <T>(name: Name, valuesOf: (document: number) => readonly T[]): ReadonlyMap<T, number> => {
    const counts = new Map<T, number>();
    const others = NAMES.filter((other) => other !== name);
    for (const document of documents)
      if (others.every((other) => tests[other](document)))
        for (const value of valuesOf(document)) counts.set(value, (counts.get(value) ?? 0) + 1);
    return counts;
  };
  const some = <T>(value: T | undefined): T[] => (value === undefined ? [] : [value]);
  return {
    city: count('city', (document) => some(start.cities[(start.cityOf[document] ?? 0) - 1])),
    kind: count('kind', (document) => some(KINDS[start.kindOf[document] ?? 0])),
    theme: count('theme', (document) =>
      (start.themeSets[start.themesOf[document] ?? 0] ?? []).flatMap((place) => some(start.themes[place])),
    ),
  };
}
