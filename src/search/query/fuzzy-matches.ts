import { mayContain } from '../format/pair-filter.ts';

/** Shorter words resemble too many other words. */
const MIN_WORD_LENGTH = 4;

/** True if two words differ by one wrong, missing or extra character. */
function differsByOne(word: string, other: string): boolean {
  const [short, long] = word.length <= other.length ? [word, other] : [other, word];
  if (long.length - short.length > 1 || short === long) return false;
  let same = 0;
  while (same < short.length && short[same] === long[same]) same++;
  const rest = short.slice(short.length === long.length ? same + 1 : same);
  return rest === long.slice(same + 1);
}

/** False for a word that no document contains with one character changed: one change breaks at most two pairs in a row. */
export function maySpellWrong(filter: Uint8Array, word: string): boolean {
  if (word.length < MIN_WORD_LENGTH) return false;
  const missing = Array.from(word, (_, index) => index).filter(
    (index) => !mayContain(filter, word.slice(index, index + 2)),
  );
  return (missing.at(-1) ?? 0) - (missing[0] ?? 0) < 2;
}

/** Returns the words that a word of at least four characters may be, if one character is wrong, missing or too many. */
export function listSimilarWords(word: string, words: readonly string[]): string[] {
  return word.length < MIN_WORD_LENGTH ? [] : words.filter((other) => differsByOne(word, other));
}
