const [HIRAGANA_START, KATAKANA_START, KANA_COUNT] = [0x3041, 0x30a1, 0x56];

/** Moves kana from one script to the other, and keeps every other character. */
const convertKana = (text: string, from: number, to: number): string =>
  text.replace(/./gsu, (character) => {
    const index = character.charCodeAt(0) - from;
    return index >= 0 && index < KANA_COUNT ? String.fromCharCode(to + index) : character;
  });

export const toHiragana = (text: string) => convertKana(text, KATAKANA_START, HIRAGANA_START);

export const toKatakana = (text: string) => convertKana(text, HIRAGANA_START, KATAKANA_START);

const foldLetters = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\p{DI}/gu, '');

/**
 * Returns the form in which texts and queries are compared: NFKC, lower case, without white space and what has no
 * width: variation selectors, and what a copied text may begin with. Texts are stored and shown as they are written.
 * @example normalizeSearchText('ＳＮＳ の　活用') // → snsの活用
 */
export const normalizeSearchText = (text: string) => foldLetters(text).replace(/\s/g, '');

/** The first letter of a Latin word (not the s of city's). The group matches if two letters follow. */
const LATIN_START = /(?<!\p{sc=Latin}['’]?)[a-z](?=(\p{sc=Latin}{2})?)/gu;

/** The distances from a to Ａ and to A. */
const [TO_WIDE_CAPITAL, TO_CAPITAL] = [0xfec0, -32];

/**
 * Returns the normalized form with capitals at the beginning of Latin words, so that AI is not in raising: wide ones in
 * words of three and more letters, so that PR is not in project.
 * @example markLatinWords('PR project') // → PrＰroject
 */
export const markLatinWords = (text: string) =>
  foldLetters(text)
    .replace(LATIN_START, (letter, more?: string) =>
      String.fromCharCode(letter.charCodeAt(0) + (more ? TO_WIDE_CAPITAL : TO_CAPITAL)),
    )
    .replace(/\s/g, '');

/** Returns the normalized words of a query, which white space separates. */
export const splitQuery = (query: string): string[] =>
  query
    .split(/\s+/)
    .map(normalizeSearchText)
    .filter((word) => word !== '');

/** Begins the note of the site in the text of a document, after the text of the plan. */
export const NOTE_START = '\n注記：';

type SearchableParts = Readonly<{ title: string; names: readonly string[]; text: string }>;

/** Returns the text that queries are compared with: title, other names and text, with Latin words marked. */
export const getSearchableText = ({ title, names, text }: SearchableParts): string =>
  markLatinWords([title, ...names, text].join('\n'));
