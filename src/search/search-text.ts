/** The distance from a hiragana to its katakana in Unicode. */
const KANA_DISTANCE = 0x60;

const moveLetter = (letter: string, distance: number) => String.fromCharCode(letter.charCodeAt(0) + distance);

/** Converts katakana, and keeps every other character. */
export const toHiragana = (text: string) => text.replace(/[ァ-ヶ]/g, (kana) => moveLetter(kana, -KANA_DISTANCE));

/** Converts hiragana, and keeps every other character. */
export const toKatakana = (text: string) => text.replace(/[ぁ-ゖ]/g, (kana) => moveLetter(kana, KANA_DISTANCE));

/** Returns the normalized form with white space, which shows where words begin. */
export const foldLetters = (text: string) =>
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

/** Returns the normalized words of a query, which white space separates. */
export const splitQuery = (query: string): string[] =>
  query
    .split(/\s+/)
    .map(normalizeSearchText)
    .filter((word) => word !== '');

/** Begins the note of the site in the text of a document, after the text of the plan. */
export const NOTE_START = '\n注記：';

/** Returns the names of a document that are words. Plan items have numbers too: 施策1-2. */
export const listWordNames = ({ kind, names }: Readonly<{ kind: string; names: readonly string[] }>) =>
  kind === 'node' ? names.filter((name) => /[a-z]/i.test(name) || !/\p{N}/u.test(name)) : names;
