/** A key within a word, and where in the word it stands. */
export interface Gram {
  readonly key: string;
  readonly offset: number;
}

/** The keys by which a word is looked up: itself up to two units, else the pairs at 0, 2, 4 … and the last one. */
export function gramsOf(word: string): Gram[] {
  if (word.length <= 2) return [{ key: word, offset: 0 }];
  const grams: Gram[] = [];
  for (let offset = 0; offset + 2 < word.length; offset += 2)
    grams.push({ key: word.slice(offset, offset + 2), offset });
  return [...grams, { key: word.slice(-2), offset: word.length - 2 }];
}
