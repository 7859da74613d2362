import type { IndexReader } from './index-reader.ts';

/** Words shorter than this are too easily like others. */
const SHORTEST = 4;

/** Kana alone are like many others by chance: where nothing else is right, a stretch of this length has to be. */
const KANA = 4;

/** True for stretches that are right by chance: のとき of 地震のとき. */
const isChance = (pieces: readonly string[]) =>
  pieces.every((piece) => piece.length < KANA && /^[\p{Script=Hiragana}ー]+$/u.test(piece));

/** The stretches of a word whose pairs are marked. */
function piecesOf(pairs: readonly string[], marks: readonly boolean[]): string[] {
  return pairs.reduce<string[]>((found, pair, place) => {
    if (marks[place] !== true) return found;
    const last = marks[place - 1] === true ? found.pop() : undefined;
    return [...found, last === undefined ? pair : last + pair.slice(1)];
  }, []);
}

/** What a word with a slip of the pen may have meant: the stretches of it that stand somewhere, and the documents that hold most of its pairs. */
interface FuzzyMatches {
  readonly pieces: readonly string[];
  /** By document, which share of the word's pairs it holds. */
  readonly shares: ReadonlyMap<number, number>;
}

/**
 * The documents in which a word stands but for one character that is wrong, left out or put in: one such slip leaves
 * all pairs but two.
 */
export async function findFuzzyMatches(
  store: IndexReader,
  word: string,
  signal?: AbortSignal,
): Promise<FuzzyMatches> {
  const pairs = Array.from({ length: Math.max(0, word.length - 1) }, (_, at) => word.slice(at, at + 2));
  if (word.length < SHORTEST) return { pieces: [], shares: new Map() };
  const entries = await Promise.all(pairs.map((pair) => store.readPostings(pair, signal)));
  const held = new Map<number, boolean[]>();
  for (const [place, entry] of entries.entries())
    for (const document of entry?.documents ?? []) {
      const own = held.get(document) ?? pairs.map(() => false);
      own[place] = true;
      held.set(document, own);
    }
  const count = (marks: readonly boolean[]) => marks.filter(Boolean).length;
  const least = Math.max(2, pairs.length - 2);
  const like = [...held].filter(([, marks]) => count(marks) >= least && !isChance(piecesOf(pairs, marks)));
  const best = like.reduce<readonly boolean[]>(
    (most, [, marks]) => (count(marks) > count(most) ? marks : most),
    [],
  );
  return {
    pieces: piecesOf(pairs, best),
    shares: new Map(like.map(([document, marks]) => [document, count(marks) / pairs.length])),
  };
}
