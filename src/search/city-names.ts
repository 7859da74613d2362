import { normalizeSearchText } from './search-text.ts';

/** A city as a query may name it. */
export interface SearchCity {
  readonly id: string;
  readonly title: string;
  readonly url: string;
  /** Its names and readings, normalized, with and without 市. */
  readonly forms: readonly string[];
}

/** The end of a city's name or reading, which people often leave out. */
const SUFFIX = /(?:市|区|町|村|し|く|ちょう|まち|むら|そん)$/;

/** Characters after 市 that make a word of their own with it: 市役所, 市立, 市民. */
const AFTER_SHI = /^[役立民長議庁営税有政債内外]/;

/** Particles between the name of a city and the rest of a query. */
const PARTICLE = /^(?:における|での|[のでにへはが])/;

/** Returns the names by which a query may name a city: the name, the reading and the English name, with and without 市. */
export function listCityNames(title: string, reading: string, english: string): string[] {
  // A remark in brackets is not part of the name: 見本市（架空）.
  const names = [title, reading, english].map((name) => normalizeSearchText(name.replace(/[（(].*$/u, '')));
  const forms = names.flatMap((name) => [name, name.replace(SUFFIX, '')]);
  return [...new Set(forms)].filter((form) => form !== '');
}

/** The cities that a word of a query names, and the rest of the word, which may be empty. */
interface CityMatch {
  readonly cities: readonly SearchCity[];
  readonly rest: string;
}

/**
 * Finds the cities that a word names, as a whole (柏市, 柏, かしわし) or at its beginning (柏市防災, 柏市の防災, かしわの防災).
 * Only the first form, the full name, needs no の after it.
 * @param word a normalized word
 * @returns null if the word names no city
 */
export function matchCities(word: string, cities: readonly SearchCity[]): CityMatch | null {
  const exactCities = cities.filter(({ forms }) => forms.includes(word));
  if (exactCities.length > 0) return { cities: exactCities, rest: '' };
  const [name] = cities.flatMap(({ forms }) =>
    forms.filter((form, index) => form.length > 1 && word.startsWith(index === 0 ? form : `${form}の`)),
  );
  if (name === undefined) return null;
  const after = word.slice(name.length);
  const rest = AFTER_SHI.test(after) ? name.slice(-1) + after : after.replace(PARTICLE, '');
  return { cities: cities.filter(({ forms }) => forms.includes(name)), rest };
}

/** Splits the words of a query into the named cities and the words to search for. */
export function separateCities(words: readonly string[], cities: readonly SearchCity[]) {
  const matches = words.map((word) => matchCities(word, cities));
  return {
    cities: [...new Set(matches.flatMap((match) => match?.cities ?? []))],
    words: words.map((word, index) => matches[index]?.rest ?? word).filter((word) => word !== ''),
  };
}
