import { normalizeSearchText } from './search-text.ts';

/** A city as a query may name it. */
export interface SearchCity {
  readonly id: string;
  readonly title: string;
  readonly url: string;
  /** Its names in the form in which texts are searched, with and without 市, and their readings. */
  readonly forms: readonly string[];
}

/** What stands behind the name of a city or its reading, and is left out in speech. */
const SUFFIX = /(?:市|区|町|村|し|く|ちょう|まち|むら|そん)$/;

/** Words that begin with the 市 of a city's name: 市役所, 市立, 市民. */
const BOUND = /^[役立民長議庁営税有政債内外]/;

/** What joins a city's name to what is asked of it. */
const JOINS = /^(?:における|での|[のでにへはが])/;

/** True for a word that begins with a name: its whole name, or a shorter one or its reading with の behind it. */
const beginsWith = (word: string, form: string, place: number) =>
  form.length > 1 && word.startsWith(place === 0 ? form : `${form}の`);

/** The names by which a query may speak of a city: all of the name, without its 市, readings, the English name. */
export function listCityNames(title: string, reading: string, english: string): string[] {
  // What stands in brackets behind a name is a remark: 見本市（架空）.
  const names = [title, reading, english].map((name) => normalizeSearchText(name.replace(/[（(].*$/u, '')));
  const forms = names.flatMap((name) => [name, name.replace(SUFFIX, '')]);
  return [...new Set(forms)].filter((form) => form !== '');
}

/** The cities that a word of a query names, and what it says besides, which may be nothing. */
interface CityMatch {
  readonly cities: readonly SearchCity[];
  readonly rest: string;
}

/**
 * Finds the city that a word names, as all of it (柏市, 柏, かしわし) or at its beginning (柏市防災, 柏市の防災, かしわの防災).
 * @param word in the form in which texts are searched
 * @returns null for a word that names none
 */
export function matchCities(word: string, cities: readonly SearchCity[]): CityMatch | null {
  const same = cities.filter(({ forms }) => forms.includes(word));
  if (same.length > 0) return { cities: same, rest: '' };
  const begun = cities.flatMap(({ forms }) => forms.filter((form, place) => beginsWith(word, form, place)));
  const name = begun[0];
  if (name === undefined) return null;
  const behind = word.slice(name.length);
  const rest = BOUND.test(behind) ? name.slice(-1) + behind : behind.replace(JOINS, '');
  return { cities: cities.filter(({ forms }) => forms.includes(name)), rest };
}
