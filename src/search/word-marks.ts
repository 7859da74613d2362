import { foldLetters } from './search-text.ts';

/* Marks that make a word another text than the same letters within a longer word. Only texts of the index have them. */

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

/** True for the number of a plan item: 1-2. */
export const isItemNumber = (text: string) => /^\d{1,2}(?:-\d{1,2})+$/.test(text);

type SearchableParts = Readonly<{ title: string; names: readonly string[]; text: string }>;

/** Returns the text that queries are compared with: title, other names and text, with words marked. */
export const getSearchableText = ({ title, names, text }: SearchableParts): string =>
  markWords([title, ...names, text].join('\n'));
