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
    .replace(/\p{DI}/gu, '')
    .replace(/[‐-―−]|(?<=\d)ー(?=\d)/g, '-')
    .replace(/(?<=[ァ-ヺー])-(?![\da-z])/g, 'ー');

/**
 * Returns the form in which texts and queries are compared: NFKC, lower case, - for dashes and for ー between digits, ー
 * for dashes after katakana, without white space and what has no width: variation selectors, and what a copied text may
 * begin with. Texts are stored and shown as they are written.
 * @example normalizeSearchText('ＳＮＳ の　活用') // → snsの活用
 */
export const normalizeSearchText = (text: string) => foldLetters(text).replace(/\s/g, '');

/** The first letter of a Latin word (not the s of city's). The group matches if two letters follow. */
const LATIN_START = /(?<!\p{sc=Latin}['’]?)[a-z](?=(\p{sc=Latin}{2})?)/gu;

/** The distances from a to Ａ and to A. */
const [TO_WIDE_CAPITAL, TO_CAPITAL] = [0xfec0, -32];

/** The number of a plan item: 1-1-2. Parts of dates and of telephone numbers are longer. */
const ITEM_NUMBER = /(?<![\d-])\d{1,2}(?:-\d{1,2})+(?![\d-])/g;

/**
 * Returns the normalized form with capitals at the beginning of Latin words, so that AI is not in raising: wide ones in
 * words of three and more letters, so that PR is not in project. Each number of parts has a dash of its own, so that
 * 1-2 is not in 1-1-2.
 * @example markWords('PR project') // → PrＰroject
 */
export const markWords = (text: string) =>
  foldLetters(text)
    .replace(LATIN_START, (letter, more?: string) =>
      String.fromCharCode(letter.charCodeAt(0) + (more ? TO_WIDE_CAPITAL : TO_CAPITAL)),
    )
    .replace(ITEM_NUMBER, (number) => number.replaceAll('-', String.fromCharCode(0x2010 + number.split('-').length)))
    .replace(/\s/g, '');

/** Returns the normalized words of a query, which white space separates. */
export const splitQuery = (query: string): string[] =>
  query
    .split(/\s+/)
    .map(normalizeSearchText)
    .filter((word) => word !== '');

/** Begins the note of the site in the text of a document, after the text of the plan. */
export const NOTE_START = '\n注記：';

/** True for the number of a plan item: 1-2. */
export const isItemNumber = (text: string) => /^\d{1,2}(?:-\d{1,2})+$/.test(text);

/** Returns the names of a document that are words. Plan items have numbers too: 施策1-2. */
export const listWordNames = ({ kind, names }: Readonly<{ kind: string; names: readonly string[] }>) =>
  kind === 'node' ? names.filter((name) => /[a-z]/i.test(name) || !/\p{N}/u.test(name)) : names;

type SearchableParts = Readonly<{ title: string; names: readonly string[]; text: string }>;

/** Returns the text that queries are compared with: title, other names and text, with words marked. */
export const getSearchableText = ({ title, names, text }: SearchableParts): string =>
  markWords([title, ...names, text].join('\n'));
