import { separateCities } from '../city-names.ts';
import type { SearchResults } from '../search-results.ts';
import { splitQuery } from '../search-text.ts';
import { findExact, type ExactMatch } from './exact-search.ts';
import { findFuzzyMatches } from './fuzzy-matches.ts';
import type { IndexReader } from './index-reader.ts';
import { extractQueryTerms, type QueryTerm, type WeightedWord } from './query-terms.ts';

/** A term that finds fewer documents than this uses its fallbacks too. */
const FEW_DOCUMENTS = 3;

/** Maximum number of related results, and the smallest share of the best score that a result may have. */
const MAX_RESULTS = 30;
const MIN_SHARE = 0.4;

/** The best word of a term in one document, and its score. */
interface WordScore {
  readonly word: string;
  readonly score: number;
}

type ScoresByDocument = Map<number, WordScore>;

/** Scores the documents that contain a word: higher for a rarer word, and for a word in the title. */
function addWordScores(
  scores: ScoresByDocument,
  { word, weight }: WeightedWord,
  matches: readonly ExactMatch[],
  size: number,
  isAllowed: (document: number) => boolean,
): void {
  const rarity = Math.log2(1 + size / Math.max(1, matches.length));
  for (const match of matches) {
    if (!isAllowed(match.document)) continue;
    const score = weight * rarity * (1 + match.score / 6);
    if (score > (scores.get(match.document)?.score ?? 0)) scores.set(match.document, { word, score });
  }
}

/** Scores the documents that a term finds by any of its words. */
async function scoreTerm(
  reader: IndexReader,
  term: QueryTerm,
  isAllowed: (document: number) => boolean,
  signal?: AbortSignal,
): Promise<ScoresByDocument> {
  const scores: ScoresByDocument = new Map();
  const addScores = (words: readonly WeightedWord[]) =>
    Promise.all(
      words.map(async (weighted) => {
        const matches = await findExact(reader, [weighted.word], signal);
        addWordScores(scores, weighted, matches, reader.header.size, isAllowed);
      }),
    );
  await addScores(term.candidates);
  if (scores.size < FEW_DOCUMENTS) await addScores(term.fallbacks);
  if (scores.size > 0 || !term.allowsFuzzy) return scores;
  const { pieces, shares } = await findFuzzyMatches(reader, term.text, signal);
  for (const [document, share] of shares)
    if (isAllowed(document)) scores.set(document, { word: pieces.join('…'), score: 4 * share });
  return scores;
}

/** The scores of all terms in one document. */
interface DocumentScore {
  score: number;
  /** The word that found each term; undefined for a term that was not found. */
  readonly words: (string | undefined)[];
}

function sumScores(scoresByTerm: readonly ScoresByDocument[]): Map<number, DocumentScore> {
  const sums = new Map<number, DocumentScore>();
  for (const [index, scores] of scoresByTerm.entries())
    for (const [document, { word, score }] of scores) {
      const sum = sums.get(document) ?? { score: 0, words: scoresByTerm.map(() => undefined) };
      sum.score += score;
      sum.words[index] = word;
      sums.set(document, sum);
    }
  return sums;
}

/**
 * Returns documents related to a query with few exact results: by synonyms, other spellings, the words that plans use for
 * everyday phrases, parts of the query, or all but one wrong character. A city name filters results; it is not a search
 * term.
 * @param exactMatches the exact results, which are not repeated
 * @param passesFilters true for documents that pass the filters
 */
export async function findRelated(
  reader: IndexReader,
  query: string,
  exactMatches: readonly ExactMatch[],
  passesFilters: (document: number) => boolean,
  signal?: AbortSignal,
): Promise<Pick<SearchResults, 'related' | 'alsoSearched' | 'cities' | 'optional'>> {
  const synonyms = await reader.readSynonyms(signal);
  const queryWords = splitQuery(query);
  const separated = separateCities(queryWords, synonyms.cities);
  const cities = separated.cities.map(({ id }) => id);
  const terms = separated.words.flatMap((word) => extractQueryTerms(word, synonyms));
  const exactDocuments = new Set(exactMatches.map(({ document }) => document));
  const { kindIndexes, cityIndexes, cities: allCities } = reader.header;
  const isInCities = (document: number) =>
    cities.length === 0 || cities.includes(allCities[(cityIndexes[document] ?? 0) - 1] ?? '');
  const isAllowed = (document: number) =>
    !exactDocuments.has(document) && passesFilters(document) && isInCities(document);
  const scoresByTerm = await Promise.all(terms.map((term) => scoreTerm(reader, term, isAllowed, signal)));
  const ranked = [...sumScores(scoresByTerm)].sort(
    ([a, scoreA], [b, scoreB]) => scoreB.score - scoreA.score || (kindIndexes[a] ?? 0) - (kindIndexes[b] ?? 0) || a - b,
  );
  const best = ranked[0]?.[1].score ?? 0;
  const results = ranked.filter(([, { score }]) => score >= MIN_SHARE * best).slice(0, MAX_RESULTS);
  const otherWords = new Set(results.flatMap(([, { words }]) => words).filter((word) => word !== undefined));
  // A whole query is not mentioned again beside a term that is a part of it.
  const isWord = (text: string) => !terms.some((other) => other.text !== text && text.includes(other.text));
  const isMissing = (index: number) => results.some(([, { words }]) => words[index] === undefined);
  return {
    related: results.map(([document]) => document),
    alsoSearched: [...otherWords].filter((word) => !queryWords.includes(word)),
    cities,
    optional: terms.map(({ text }) => text).filter((text, index) => isWord(text) && isMissing(index)),
  };
}
