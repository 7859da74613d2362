const [HIRAGANA_START, KATAKANA_START, KANA_COUNT] = [0x3041, 0x30a1, 0x56];

/** Moves kana from one script to the other, and keeps every other character. */
const convertKana = (text: string, from: number, to: number): string =>
  text.replace(/./gsu, (character) => {
    const index = character.charCodeAt(0) - from;
    return index >= 0 && index < KANA_COUNT ? String.fromCharCode(to + index) : character;
  });

export const toHiragana = (text: string) => convertKana(text, KATAKANA_START, HIRAGANA_START);

export const toKatakana = (text: string) => convertKana(text, HIRAGANA_START, KATAKANA_START);

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
