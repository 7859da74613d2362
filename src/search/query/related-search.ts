import { matchCities } from '../city-names.ts';
import { findExact, type ExactMatch } from './exact-search.ts';
import { splitQuery } from '../search-text.ts';
import { extractQueryTerms, type QueryTerm, type WeightedWord } from './query-terms.ts';
import { findFuzzyMatches } from './fuzzy-matches.ts';
import type { IndexReader } from './index-reader.ts';

/** A part that finds fewer documents than this takes its further words too. */
const FEW = 3;

/** At most so many related results; each is at least this share as good as the best. */
const MOST = 30;
const SHARE = 0.4;

/** Related documents and the other words that brought them. */
interface RelatedResults {
  readonly related: readonly number[];
  readonly alsoSearched: readonly string[];
  /** The cities that the query names: related ones are of them. */
  readonly cities: readonly string[];
  /** Parts of the query that not all related ones have. */
  readonly optional: readonly string[];
}

/** What one word brought to one document. */
interface WordScore {
  readonly word: string;
  readonly value: number;
}

type ScoresByDocument = Map<number, WordScore>;

/** Tells whether a document may be shown as related: it passes the filters, and is no exact result. */
type IsShown = (document: number) => boolean;

/** Notes what a word is worth in the documents that hold it: the rarer and the better placed, the more. */
function note(
  into: ScoresByDocument,
  store: IndexReader,
  { word, weight }: WeightedWord,
  matches: readonly ExactMatch[],
  isShown: IsShown,
): void {
  const rarity = Math.log2(1 + store.header.size / Math.max(1, matches.length));
  for (const { document, score } of matches) {
    if (!isShown(document)) continue;
    const value = weight * rarity * (1 + score / 6);
    if (value > (into.get(document)?.value ?? 0)) into.set(document, { word, value });
  }
}

/** What a part of the question brought to each document. */
async function findPart(
  store: IndexReader,
  part: QueryTerm,
  isShown: IsShown,
  signal?: AbortSignal,
): Promise<ScoresByDocument> {
  const found: ScoresByDocument = new Map();
  const look = (tries: readonly WeightedWord[]) =>
    Promise.all(
      tries.map(async (one) => {
        note(found, store, one, await findExact(store, [one.word], signal), isShown);
      }),
    );
  await look(part.candidates);
  if (found.size < FEW) await look(part.fallbacks);
  if (found.size > 0 || !part.allowsFuzzy) return found;
  const { pieces, shares } = await findFuzzyMatches(store, part.text, signal);
  for (const [document, share] of shares)
    if (isShown(document)) found.set(document, { word: pieces.join('…'), value: 4 * share });
  return found;
}

/** What all parts of the question brought to one document. */
interface DocumentScore {
  value: number;
  /** The word by which each part was found; undefined for a part that was not. */
  readonly words: (string | undefined)[];
}

/** Adds up what the parts brought to each document. */
function sumsOf(found: readonly ScoresByDocument[]): Map<number, DocumentScore> {
  const sums = new Map<number, DocumentScore>();
  for (const [place, part] of found.entries())
    for (const [document, { word, value }] of part) {
      const own = sums.get(document) ?? { value: 0, words: found.map(() => undefined) };
      own.value += value;
      own.words[place] = word;
      sums.set(document, own);
    }
  return sums;
}

/**
 * Documents that come near to a question of which none or few hold all words: by other ways of writing, by the words
 * that plans use for what was said, by parts of the question, by all but one slip of the pen. The name of a city is no
 * word to look for, but says whose documents are meant.
 * @param exact what was found word for word; it is not repeated
 * @param isWanted tells whether a document passes the filters
 */
export async function findRelated(
  store: IndexReader,
  query: string,
  exact: readonly ExactMatch[],
  isWanted: (document: number) => boolean,
  signal?: AbortSignal,
): Promise<RelatedResults> {
  const words = splitQuery(query);
  const kin = await store.readSynonyms(signal);
  const named = words.map((word) => matchCities(word, kin.cities));
  const cities = [...new Set(named.flatMap((one) => one?.cities.map(({ id }) => id) ?? []))];
  const asked = words.map((word, place) => named[place]?.rest ?? word).filter((word) => word !== '');
  const parts = asked.flatMap((word) => extractQueryTerms(word, kin));
  const known = new Set(exact.map(({ document }) => document));
  const { kindIndexes, cityIndexes, cities: all } = store.header;
  const isThere = (document: number) =>
    cities.length === 0 || cities.includes(all[(cityIndexes[document] ?? 0) - 1] ?? '');
  const isShown = (document: number) => !known.has(document) && isWanted(document) && isThere(document);
  const found = await Promise.all(parts.map((part) => findPart(store, part, isShown, signal)));
  const ranked = [...sumsOf(found)].sort(
    ([a, one], [b, other]) =>
      other.value - one.value || (kindIndexes[a] ?? 0) - (kindIndexes[b] ?? 0) || a - b,
  );
  const best = ranked[0]?.[1].value ?? 0;
  const shown = ranked.filter(([, { value }]) => value >= SHARE * best).slice(0, MOST);
  const others = new Set(shown.flatMap(([, own]) => own.words).filter((word) => word !== undefined));
  // A whole question that is looked for beside its one word needs no mention.
  const isWord = (text: string) => !parts.some((other) => other.text !== text && text.includes(other.text));
  const isOptional = (place: number) => shown.some(([, own]) => own.words[place] === undefined);
  return {
    related: shown.map(([document]) => document),
    alsoSearched: [...others].filter((word) => !words.includes(word)),
    cities,
    optional: parts.map(({ text }) => text).filter((text, place) => isWord(text) && isOptional(place)),
  };
}
