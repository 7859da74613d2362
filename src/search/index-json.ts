import { RANKED_KINDS } from './index-format.ts';
import { SearchError, type ResultRow, type SearchSuggestion } from './search-results.ts';
import type { SearchCity } from './city-names.ts';

/** True for a text. */
export function isString(value: unknown): value is string {
  return typeof value === 'string';
}

/** True for what a text can be that may be missing. */
const isTextOrNull = (value: unknown) => value === null || isString(value);

/** True for a list in which everything passes. */
export function isList<T>(value: unknown, passes: (one: unknown) => one is T): value is T[] {
  return Array.isArray(value) && value.every(passes);
}

/** True for a list of texts. */
export function isStringList(value: unknown): value is string[] {
  return isList(value, isString);
}

const isKind = (value: unknown) => (RANKED_KINDS as readonly unknown[]).includes(value);

/** Kinds of what is suggested but is no document. */
const FURTHER: readonly unknown[] = ['city', 'word'];

/** True for what is shown of a document. */
export function isResultRow(value: unknown): value is ResultRow {
  if (typeof value !== 'object' || value === null) return false;
  const { id, kind, plan, municipality, themes, url, title, text, page } = value as Record<
    keyof ResultRow,
    unknown
  >;
  return (
    [id, url, title, text].every(isString) &&
    [plan, municipality, page].every(isTextOrNull) &&
    isKind(kind) &&
    isStringList(themes)
  );
}

/** One suggestion: the form that it is found by, its title, address and kind. */
export type SuggestionTuple = readonly [
  form: string,
  title: string,
  url: string,
  kind: SearchSuggestion['kind'],
];

/** True for one suggestion. */
export function isSuggestionTuple(value: unknown): value is SuggestionTuple {
  return isStringList(value) && value.length === 4 && (isKind(value[3]) || FURTHER.includes(value[3]));
}

/**
 * Gives a reader of JSON that takes nothing but what passes.
 * @throws SearchError where it does not
 */
export function createJsonReader<T>(passes: (value: unknown) => value is T): (bytes: Uint8Array) => T {
  return (bytes) => {
    let value: unknown;
    try {
      value = JSON.parse(new TextDecoder().decode(bytes));
    } catch (cause) {
      throw new SearchError('damaged', '索引のファイルを読めません。', { cause });
    }
    if (passes(value)) return value;
    throw new SearchError('damaged', '索引のファイルの中身が、決まりと合いません。');
  };
}

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
