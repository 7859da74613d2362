/** A key within a word, and where in the word it stands. */
export interface WordNgram {
  readonly key: string;
  readonly offset: number;
}

/**
 * The keys by which a word is looked up. They cover it without gaps, so that it stands wherever they stand behind one
 * another as in the word. A long list is no use for that: it has no positions, but longer keys in its stead, with one
 * more unit behind or, at the end of the word, before.
 * @param isLong tells whether a key is a long list
 */
export function coverWithNgrams(word: string, isLong: (key: string) => boolean): WordNgram[] {
  if (word.length <= 2) return [{ key: word, offset: 0 }];
  const grams: WordNgram[] = [];
  for (let next = 0; next < word.length;) {
    let offset = Math.min(next, word.length - 2);
    let end = offset + 2;
    while (end < word.length && isLong(word.slice(offset, end))) end++;
    while (offset > 0 && isLong(word.slice(offset, end))) offset--;
    grams.push({ key: word.slice(offset, end), offset });
    next = end;
  }
  return grams;
}
