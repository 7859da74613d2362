import { markLatinWords, normalizeSearchText, toHiragana } from './search-text.ts';

/** A city as a query may name it. */
export interface SearchCity {
  readonly id: string;
  readonly title: string;
  readonly url: string;
  /** Its names and readings, normalized, with and without 市. */
  readonly forms: readonly string[];
}

/** The endings of names of areas, which people often leave out: their readings, and those of English names. */
const SUFFIXES: Readonly<Record<string, { readonly readings: RegExp; readonly english: readonly string[] }>> = {
  市: { readings: /し$/, english: ['-shi', 'shi', ' City'] },
  区: { readings: /く$/, english: ['-ku', 'ku', ' City'] },
  町: { readings: /(?:ちょう|まち)$/, english: ['-cho', 'cho', '-machi', 'machi', ' Town'] },
  村: { readings: /(?:むら|そん)$/, english: ['-mura', 'mura', '-son', 'son', ' Village'] },
  都: { readings: /と$/, english: ['-to'] },
  府: { readings: /ふ$/, english: ['-fu', ' Prefecture'] },
  県: { readings: /けん$/, english: ['-ken', ' Prefecture'] },
};

/** Characters after 市 that make a word of their own with it: 市役所, 市立, 市民. */
const AFTER_SHI = /^[役立民長議庁営税有政債内外]/;

/** Returns a text with a space after each name of a city: 総合計画 of 柏原市総合計画 is a word, 立病院 of 金沢市立病院 is none. */
export const separateCityNames = (text: string, titles: ReadonlySet<string>) =>
  text.replace(/(?<=(.{1,7}))[市区町村](?=(.?))/gu, (suffix, before: string, after: string) => {
    const isName = Array.from(before, (_, index) => before.slice(index) + suffix).some((name) => titles.has(name));
    return isName && !AFTER_SHI.test(after) ? `${suffix} ` : suffix;
  });

/** The prefecture before the name of a city. 内閣府 is none. */
const PREFECTURE = /^(?:北海道|(?!内閣)\p{Script=Han}{2,3}?[都府県])の?/u;

/** A name in kana with a kanji: かしわ市. */
const MIXED_NAME = /^([ぁ-ゖァ-ヶ]+)([市区町村])/u;

/** Particles between the name of a city and the rest of a query. */
const PARTICLE = /^(?:における|での|とは|って|[のでにへはがとも])/;

/**
 * Returns the names of an area: the name, the reading and the English name, with and without 市 or 県.
 * @example listNameForms('蕨市', 'わらびし', 'Warabi') // → 蕨市, 蕨, わらびし, わらび, Warabi, Warabi-shi, Warabishi, Warabi City
 */
export function listNameForms(title: string, reading: string, english: string): string[] {
  // A remark in brackets is not part of the name: 見本市（架空）.
  const [name = '', kana = '', romaji = ''] = [title, reading, english].map((text) => text.replace(/[（(].*$/u, ''));
  const suffix = SUFFIXES[name.slice(-1)];
  const forms = suffix ? [name, name.slice(0, -1), kana, kana.replace(suffix.readings, '')] : [name, kana];
  const ends = romaji === '' ? [] : (suffix?.english ?? []);
  return [...new Set([...forms, romaji, ...ends.map((end) => romaji + end)])].filter((form) => form !== '');
}

/** Returns the names by which a query may name a city, normalized. */
export const listCityNames = (title: string, reading: string, english: string): string[] => [
  ...new Set(listNameForms(title, reading, english).map(normalizeSearchText)),
];

/** The cities that a word of a query names, and the rest of the word, which may be empty. */
type CityMatch = Readonly<{ cities: readonly SearchCity[]; rest: string }>;

/**
 * Finds the cities that a word names, as a whole (柏市, 柏, かしわし, カシワ, かしわ市, 千葉県柏市) or at its beginning (柏市防災,
 * 柏市の防災, かしわの防災). Only the first form, the full name, needs no の after it.
 * @param written a normalized word
 * @returns null if the word names no city
 */
export function matchCities(written: string, cities: readonly SearchCity[]): CityMatch | null {
  const local = written.replace(PREFECTURE, '');
  const match = local === written ? null : matchCities(local, cities);
  if (match) return match;
  const word = written.replace(MIXED_NAME, (name, kana: string, suffix: string) => {
    const named = ({ forms }: SearchCity) => forms.includes(toHiragana(kana)) && forms[0]?.endsWith(suffix);
    return cities.find(named)?.forms[0] ?? name;
  });
  const spellings = [word, toHiragana(word)];
  const exactCities = cities.filter(({ forms }) => forms.some((form) => spellings.includes(form)));
  if (exactCities.length > 0) return { cities: exactCities, rest: '' };
  const [name] = cities.flatMap(({ forms }) =>
    forms.filter((form, index) => {
      const start = index === 0 ? form : `${form}の`;
      return form.length > 1 && spellings.some((spelling) => spelling.startsWith(start));
    }),
  );
  if (name === undefined) return null;
  const after = word.slice(name.length);
  const rest = AFTER_SHI.test(after) ? name.slice(-1) + after : after.replace(PARTICLE, '');
  return { cities: cities.filter(({ forms }) => forms.includes(name)), rest };
}

/** Splits the words of a query into the named cities, the words to search for, and what texts of the cities contain. */
export function separateCities(words: readonly string[], cities: readonly SearchCity[]) {
  const parts = words.map((word) => ({ word, ...(matchCities(word, cities) ?? { cities: [], rest: word }) }));
  const named = [...new Set(parts.flatMap((part) => part.cities))];
  // The prefecture says nothing more about its city: 千葉県 柏市.
  const belongsToName = (word: string) => word === '' || (named.length > 0 && word.replace(PREFECTURE, '') === '');
  const others = parts.filter(({ rest }) => !belongsToName(rest));
  // Texts contain whole words, with Latin ones marked: those that do not only name cities, or all.
  const contained = (others.length > 0 ? others : parts).map(({ word }) => markLatinWords(word));
  return { cities: named, words: others.map(({ rest }) => rest), contained };
}
