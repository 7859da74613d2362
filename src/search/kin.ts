import type { SearchCity } from './cities.ts';
import { isList, isString, isStringList } from './json.ts';

/** Words that belong together, for related results; in an index they stand in the form in which texts are searched. */
export interface SynonymGroups {
  /** Ways of writing one word: a term or a word of everyday life, and its other spellings. */
  readonly spellings: readonly (readonly string[])[];
  /** How words are read, and the word behind it. A word is found by its reading; its reading stands within others. */
  readonly readings: readonly (readonly string[])[];
  /** What residents say, and behind it what plans write for it. */
  readonly everyday: readonly (readonly string[])[];
  /** Words of everyday life that go together: those of one topic, its name first. */
  readonly topics: readonly (readonly string[])[];
  /** The cities that a query may name. */
  readonly cities: readonly SearchCity[];
}

const isLists = (value: unknown) => isList(value, isStringList);

function isCity(value: unknown): value is SearchCity {
  if (typeof value !== 'object' || value === null) return false;
  const { id, title, url, forms } = value as Record<keyof SearchCity, unknown>;
  return [id, title, url].every(isString) && isStringList(forms);
}

/** True for words that belong together. */
export function isSynonymGroups(value: unknown): value is SynonymGroups {
  if (typeof value !== 'object' || value === null) return false;
  const { spellings, readings, everyday, topics, cities } = value as Record<keyof SynonymGroups, unknown>;
  return [spellings, readings, everyday, topics].every(isLists) && isList(cities, isCity);
}
