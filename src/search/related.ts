import { findExact, type Match } from './exact.ts';
import { wordsOfQuery } from './normal.ts';
import { partsOf, type Part, type Try } from './parts.ts';
import { findLike } from './slips.ts';
import type { Store } from './store.ts';

/** Fewer exact results than this are thin: related ones are looked for. */
const THIN = 5;

/** A part that finds fewer documents than this takes its further words too. */
const FEW = 3;

/** At most so many related results; each is at least this share as good as the best. */
const MOST = 30;
const SHARE = 0.4;

/** Related documents and the other words that brought them. */
interface Related {
  readonly related: readonly number[];
  readonly alsoSearched: readonly string[];
}

/** What one word brought to one document. */
interface Found {
  readonly word: string;
  readonly value: number;
}

type ByDocument = Map<number, Found>;

/** Notes what a word is worth in the documents that hold it: the rarer and the better placed, the more. */
function note(into: ByDocument, store: Store, { word, weight }: Try, matches: readonly Match[]): void {
  const rarity = Math.log2(1 + store.start.size / Math.max(1, matches.length));
  for (const { document, score } of matches) {
    const value = weight * rarity * (1 + score / 6);
    if (value > (into.get(document)?.value ?? 0)) into.set(document, { word, value });
  }
}

/** What a part of the question brought to each document. */
async function findPart(store: Store, part: Part, signal?: AbortSignal): Promise<ByDocument> {
  const found: ByDocument = new Map();
  const look = (tries: readonly Try[]) =>
    Promise.all(
      tries.map(async (one) => {
        note(found, store, one, await findExact(store, [one.word], signal));
      }),
    );
  await look(part.tries);
  if (found.size < FEW) await look(part.rest);
  if (found.size > 0) return found;
  const { pieces, shares } = await findLike(store, part.text, signal);
  for (const [document, share] of shares) found.set(document, { word: pieces.join('…'), value: 4 * share });
  return found;
}

/**
 * Documents that come near to a question of which none or few hold all words: by other ways of writing, by the words
 * that plans use for what was said, by parts of the question, by all but one slip of the pen.
 * @param exact what was found word for word; it is not repeated
 * @param isWanted tells whether a document passes the filters
 */
export async function findRelated(
  store: Store,
  query: string,
  exact: readonly Match[],
  isWanted: (document: number) => boolean,
  signal?: AbortSignal,
): Promise<Related> {
  const words = wordsOfQuery(query);
  if (words.length === 0 || exact.length >= THIN) return { related: [], alsoSearched: [] };
  const kin = await store.kin(signal);
  const parts = words.flatMap((word) => partsOf(word, kin));
  const found = await Promise.all(parts.map((part) => findPart(store, part, signal)));
  const known = new Set(exact.map(({ document }) => document));
  const sums = new Map<number, { value: number; words: string[] }>();
  for (const part of found)
    for (const [document, { word, value }] of part) {
      if (known.has(document) || !isWanted(document)) continue;
      const own = sums.get(document) ?? { value: 0, words: [] };
      own.value += value;
      own.words.push(word);
      sums.set(document, own);
    }
  const { kindOf } = store.start;
  const ranked = [...sums].sort(
    ([a, one], [b, other]) => other.value - one.value || (kindOf[a] ?? 0) - (kindOf[b] ?? 0) || a - b,
  );
  const best = ranked[0]?.[1].value ?? 0;
  const shown = ranked.filter(([, { value }]) => value >= SHARE * best).slice(0, MOST);
  const others = new Set(shown.flatMap(([, own]) => own.words).filter((word) => !words.includes(word)));
  return { related: shown.map(([document]) => document), alsoSearched: [...others] };
}
