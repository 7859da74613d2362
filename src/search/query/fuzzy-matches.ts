import type { IndexReader } from './index-reader.ts';

/** Shorter words resemble too many other words. */
const MIN_WORD_LENGTH = 4;

/** A shorter piece of hiragana matches by chance: のとき of 地震のとき. */
const MIN_KANA_LENGTH = 4;

const matchesByChance = (pieces: readonly string[]) =>
  pieces.every((piece) => piece.length < MIN_KANA_LENGTH && /^[\p{Script=Hiragana}ー]+$/u.test(piece));

/** Joins neighbouring pairs of a word that a document contains to pieces of the word. */
function joinPairs(pairs: readonly string[], isContained: readonly boolean[]): string[] {
  return pairs.reduce<string[]>((pieces, pair, index) => {
    if (isContained[index] !== true) return pieces;
    const last = isContained[index - 1] === true ? pieces.pop() : undefined;
    return [...pieces, last === undefined ? pair : last + pair.slice(1)];
  }, []);
}

/** Documents that contain most pairs of a word. */
interface FuzzyMatches {
  /** The pieces of the word that the best document contains. */
  readonly pieces: readonly string[];
  /** By document, the share of the word's pairs that it contains. */
  readonly shares: ReadonlyMap<number, number>;
}

/**
 * Returns documents that match a word except for one wrong, missing or extra character: such an error leaves all pairs
 * but two.
 */
export async function findFuzzyMatches(reader: IndexReader, word: string, signal?: AbortSignal): Promise<FuzzyMatches> {
  if (word.length < MIN_WORD_LENGTH) return { pieces: [], shares: new Map() };
  const pairs = Array.from({ length: word.length - 1 }, (_, index) => word.slice(index, index + 2));
  const postings = await Promise.all(pairs.map((pair) => reader.readPostings(pair, signal)));
  const pairsByDocument = new Map<number, boolean[]>();
  for (const [index, pairPostings] of postings.entries())
    for (const document of pairPostings?.documents ?? []) {
      const isContained = pairsByDocument.get(document) ?? pairs.map(() => false);
      isContained[index] = true;
      pairsByDocument.set(document, isContained);
    }
  const count = (isContained: readonly boolean[]) => isContained.filter(Boolean).length;
  const minCount = Math.max(2, pairs.length - 2);
  const matches = [...pairsByDocument].filter(
    ([, isContained]) => count(isContained) >= minCount && !matchesByChance(joinPairs(pairs, isContained)),
  );
  const best = matches.reduce<readonly boolean[]>(
    (most, [, isContained]) => (count(isContained) > count(most) ? isContained : most),
    [],
  );
  return {
    pieces: joinPairs(pairs, best),
    shares: new Map(matches.map(([document, contained]) => [document, count(contained) / pairs.length])),
  };
}
