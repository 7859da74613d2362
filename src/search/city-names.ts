import { normalizeSearchText, toHiragana } from './search-text.ts';
import { markWords } from './word-marks.ts';

/** A city as a query may name it. */
export interface SearchCity {
  readonly id: string;
  readonly title: string;
  readonly url: string;
  /** Its names and readings, normalized, with and without 市, the full name first: `listCityNames`. */
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

/** A prefecture before the name of a city. */
const PREFECTURE = /^(北海道|..+?[都府県])の?/;

/**
 * Particles between the name of a city and the rest of a query. In にぎわい, はばたき, もえる and できること, the first kana
 * is none; で and も are particles before most other hiragana: 柏市でごみ.
 */
const PARTICLE =
  /^(?:に(?:ついて|関する|おける|ある)の?|[でとへ]?の|とは|って|は(?=いつ|ど)|[でにへはがともや・](?![ぁ-ゖ])|[でも](?![あうかきぐすちっのはまみもよりん])(?<!も(?=[えしてとや])))/;

/**
 * Returns the names of an area: the name, the reading and the English name, with and without 市 or 県.
 * @example listNameForms('蕨市', 'わらびし', 'Warabi') // → 蕨市, 蕨, わらびし, わらび, Warabi, Warabi-shi, Warabishi, Warabi City
 */
export function listNameForms(title: string, reading: string, english: string): string[] {
  // `removeRemark` would load code that the search does not need.
  const [name = '', kana = '', romaji = ''] = [title, reading, english].map((text) => text.replace(/[（(].*$/u, ''));
  const suffix = SUFFIXES[name.slice(-1)];
  const forms = suffix ? [name, name.slice(0, -1), kana, kana.replace(suffix.readings, '')] : [name, kana];
  const ends = romaji === '' ? [] : (suffix?.english ?? []);
  return [...new Set([...forms, romaji, ...ends.map((end) => romaji + end)])].filter((form) => form !== '');
}

/**
 * Returns the names by which a query may name a city, normalized: besides the usual ones, the name in kana with its last
 * kanji (かしわ市), and the full name with the prefecture.
 */
export function listCityNames(title: string, reading: string, english: string, prefecture: string): string[] {
  const [name = '', ...others] = listNameForms(title, reading, english).map(normalizeSearchText);
  const suffix = name.slice(-1);
  const mixed = reading.replace(SUFFIXES[suffix]?.readings ?? '', '') + suffix;
  return [...new Set([name, ...others, mixed, prefecture + name])];
}

/** Returns true if a text is the prefecture of a city, also with の, or empty. */
const isBefore = (prefecture: string, { forms }: SearchCity) =>
  forms.includes(prefecture.replace(/の$/, '') + forms[0]);

/** After the name of a city, these ask for all documents of a kind, and no text need contain them. */
const KINDS = /^(?:指標|統計)$/;

/**
 * The cities that a word of a query names, the rest of the word, which may be empty, and the name without a prefecture;
 * that is empty if texts are to contain the whole word.
 */
type CityMatch = Readonly<{ cities: readonly SearchCity[]; name: string; rest: string }>;

/**
 * Finds the cities that a word names, as a whole (柏市, 柏, かしわし, カシワ, かしわ市, 千葉県柏市) or at its beginning (柏市防災,
 * 柏市の防災, かしわの防災). Forms with the last kanji of the full name need no の after them.
 * @param written a normalized word
 * @returns null if the word names no city
 */
export function matchCities(written: string, cities: readonly SearchCity[]): CityMatch | null {
  const [prefix = '', prefecture] = PREFECTURE.exec(written) ?? [];
  if (prefecture) {
    const there = cities.filter((city) => isBefore(prefecture, city));
    const match = matchCities(written.slice(prefix.length), there);
    if (match) return match;
  }
  const spellings = [written, toHiragana(written)];
  const exactCities = cities.filter(({ forms }) => forms.some((form) => spellings.includes(form)));
  const [full] = exactCities[0]?.forms ?? [];
  // Texts contain 柏市 for かしわ市.
  if (full) return { cities: exactCities, name: written.at(-1) === full.at(-1) ? full : written, rest: '' };
  const names = cities.flatMap(({ forms }) => {
    const [whole = ''] = forms;
    return forms.filter((form) => {
      const isWhole = form.at(-1) === whole.at(-1) && form !== whole.slice(0, -1);
      return form.length > 1 && spellings.some((spelling) => spelling.startsWith(isWhole ? form : `${form}の`));
    });
  });
  // 東村山市 also begins with 東村, and 大町市 with 大町, a short name of 大町町.
  const [name] = names.sort((a, b) => b.length - a.length);
  if (name === undefined) return null;
  const after = written.slice(name.length);
  const rest = AFTER_SHI.test(after) ? name.slice(-1) + after : after.replace(PARTICLE, '');
  const isDivided = rest.length < after.length;
  return { cities: cities.filter(({ forms }) => forms.includes(name)), name: isDivided ? name : '', rest };
}

/** Returns a word, or the names of cities that it joins and the rest: 柏市 and 平塚市の防災 for 柏市と平塚市の防災. */
function splitCityNames(word: string, cities: readonly SearchCity[]): readonly string[] {
  const { name = '', rest = '' } = matchCities(word, cities) ?? {};
  const next = name === '' ? null : matchCities(rest, cities);
  const isName = next?.cities.some(({ forms: [full = ''] }) => rest.startsWith(full)) ?? false;
  return isName ? [name, ...splitCityNames(rest, cities)] : [word];
}

/**
 * Splits the words of a query into the named cities, the words to search for, and what texts of the cities contain.
 * `divided` has all words, with the name of a city and what follows as two: 柏市 and 防災 for 柏市の防災.
 */
export function separateCities(words: readonly string[], cities: readonly SearchCity[]) {
  // 東京都 府中市 is not 府中市 in another prefecture.
  const there = cities.filter((city) => words.some((word) => isBefore(word, city)));
  const findCities = (word: string) => matchCities(word, there) ?? matchCities(word, cities);
  const parts = words
    .flatMap((word) => splitCityNames(word, cities))
    .map((word) => ({ word, name: '', cities: [], rest: word, ...findCities(word) }));
  const named = [...new Set(parts.flatMap((part) => part.cities))];
  // The prefecture says nothing more about its city: 千葉県 柏市, 千葉県の 柏市.
  const others = parts.filter(({ rest }) => !named.some((city) => isBefore(rest, city)));
  const counted = parts.filter((part) => part.cities.length > 0 || others.includes(part));
  const joined = others.length === 1 && named.length > 0 && KINDS.test(others[0]?.rest ?? '') ? [words.join('')] : null;
  const divided = joined ?? counted.flatMap(({ word, name, rest }) => (name ? [name, rest] : word)).filter(Boolean);
  // Texts contain whole words, with Latin ones marked: those that do not only name cities, or all.
  const contained =
    joined ?? (others.length > 0 ? others.map(({ word, name, rest }) => (name ? rest : word)) : divided);
  return {
    cities: named,
    words: others.map(({ rest }) => rest),
    contained: [...new Set(contained)].map(markWords),
    divided: [...new Set(divided)],
  };
}
