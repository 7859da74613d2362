import { separateCities, type SearchCity } from '../city-names.ts';
import { RANKED_KINDS } from '../format/index-header.ts';
import { mayContain } from '../format/pair-filter.ts';
import { TITLE_MATCHES, type WordPostings, type WordShard } from '../format/word-file.ts';
import type { DocumentKind } from '../search-documents.ts';
import type { SearchFilters, SearchResults } from '../search-results.ts';
import { splitQuery } from '../search-text.ts';
import { isItemNumber, markWords } from '../word-marks.ts';
import { createCityRank, createFilter, type IndexReader } from './index-reader.ts';
import type { QueryTerm, WeightedWord } from './query-terms.ts';
import type { ExactMatch } from './rank-matches.ts';
import { findWordPostings, readMeaning, readNeighborWords, readWordTable } from './word-reader.ts';
import { listKanaReadings, listSimilarWords, mayBeMisspelled, toNewForms } from './word-variants.ts';

/** Maximum number of related results, and the smallest share of the best score that a result may have. */
const MAX_RESULTS = 30;
const MIN_SHARE = 0.65;

/**
 * The smallest share of the meaning of a query that a result must explain: below it, nothing is shown. It comes from
 * the learning questions (tests/unit/search/query/learn-*.csv): with 0.37, three questions without an answer show
 * something; with 0.45, one more question with an answer fails.
 */
const MIN_COVERAGE = 0.4;

/** The same for a query whose words all occur in documents, though no document contains all of them. */
const MIN_COVERAGE_OF_FOUND = 0.38;

/** In a long query, so many terms are enough. */
const ENOUGH_TERMS = 4;

/** The factor for a word that no document contains, except for a verb: it is often the subject of the query. */
const UNKNOWN_FACTOR = 1.6;
const MIN_SUBJECT_IMPORTANCE = 0.5;

/** The bonus of a word for each `TitleMatch`. */
const TITLE_BONUS = [0, 0.2, 0.3, 0.5];

/** Words that at most so many documents contain are equally rare. */
const FEW_DOCUMENTS = 8;

/** Words after the name of a city that mean the city itself, 柏市役所, or all its documents of a kind, 蕨市の指標. */
const OFFICE = /^市(?:役所|庁舎?|議会|[長政])$/;
const KINDS_BY_NAME = new Map<string, DocumentKind>([
  ['計画', 'plan'],
  ['指標', 'indicator'],
  ['統計', 'statistic'],
]);

/** The weight of a word with one wrong character. */
const SIMILAR_WEIGHT = 0.85;

/** A word that names a year: 令和6, 2024. */
const YEAR_WORD = /^(?:\p{Script=Han}{2}(?:\d{1,2}|元)|(?:19|20)\d\d)$/u;

/** The best word of a term in one document. */
interface WordMatch {
  /** The nearest word that results may name; empty if there is none. */
  readonly word: string;
  readonly wordWeight: number;
  /** How much of the term the document explains, at most 1. */
  readonly coverage: number;
  readonly score: number;
}

type MatchesByDocument = Map<number, WordMatch>;

function addMatches(
  matches: MatchesByDocument,
  { word, weight, isForeign = false }: WeightedWord,
  postings: WordPostings,
  { size }: { readonly size: number },
): void {
  const count = new Set(postings.map((posting) => Math.floor(posting / TITLE_MATCHES))).size;
  const rarity = Math.log2(8 + size / count);
  for (const posting of postings) {
    const document = Math.floor(posting / TITLE_MATCHES);
    const score = weight * rarity * (1 + (TITLE_BONUS[posting % TITLE_MATCHES] ?? 0));
    const earlier = matches.get(document) ?? { word: '', wordWeight: 0, coverage: 0, score: 0 };
    const best = score > earlier.score ? { coverage: weight, score } : {};
    const named = !isForeign && weight > earlier.wordWeight ? { word, wordWeight: weight } : {};
    matches.set(document, { ...earlier, ...best, ...named });
  }
}

/** Returns the documents that contain any word of a term; in a small index, `listed` has those of each word. */
async function matchTerm(
  reader: IndexReader,
  term: QueryTerm,
  listed: WordShard,
  signal?: AbortSignal,
): Promise<MatchesByDocument> {
  const matches: MatchesByDocument = new Map();
  const { pairFilter } = reader.header;
  const isInTable = (term.role === 'subject' || term.role === 'guidance') && pairFilter.length > 0;
  const addWords = (words: readonly WeightedWord[]) =>
    Promise.all(
      words.map(async (word) => {
        if (!mayContain(pairFilter, markWords(word.word))) return;
        const shard = isInTable ? listed : await readNeighborWords(reader, word.word, signal);
        addMatches(matches, word, findWordPostings(shard, word.word), reader.header);
      }),
    );
  await addWords(term.words);
  if (matches.size > 0 || term.role !== 'unlisted' || !mayBeMisspelled(pairFilter, markWords(term.text)))
    return matches;
  const words = await readNeighborWords(reader, term.text, signal);
  await addWords(listSimilarWords(term.text, [...words.keys()]).map((word) => ({ word, weight: SIMILAR_WEIGHT })));
  return matches;
}

/** What a document explains of a query. */
interface DocumentScore {
  coverage: number;
  score: number;
  /** The word that found each term; undefined for a term that was not found. */
  readonly words: (string | undefined)[];
  best: WordMatch | null;
}

/**
 * Returns the share of each term in the meaning of the query; together they are 1. The share is smaller for a word that
 * many documents contain, and larger for a subject that no document contains. A number without an item weighs nothing.
 */
function weighTerms(terms: readonly QueryTerm[], matchesByTerm: readonly MatchesByDocument[], size: number): number[] {
  const few = Math.min(FEW_DOCUMENTS, size / 4);
  const weights = terms.map(({ text, importance }, index) => {
    const found = matchesByTerm[index]?.size ?? 0;
    if (found === 0 && isItemNumber(text)) return 0;
    const rarity = Math.log(1 + size / Math.max(few, found));
    return importance * rarity * (found === 0 && importance >= MIN_SUBJECT_IMPORTANCE ? UNKNOWN_FACTOR : 1);
  });
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}

/** Returns the weighted sums of the matches of all terms, by document. */
function sumScores(terms: readonly QueryTerm[], matchesByTerm: readonly MatchesByDocument[], size: number) {
  const weights = weighTerms(terms, matchesByTerm, size);
  const sums = new Map<number, DocumentScore>();
  for (const [index, matches] of matchesByTerm.entries())
    for (const [document, match] of matches) {
      const sum = sums.get(document) ?? { coverage: 0, score: 0, words: terms.map(() => undefined), best: null };
      const weight = weights[index] ?? 0;
      sum.coverage += weight * match.coverage;
      sum.score += weight * match.score;
      sum.words[index] = match.word;
      if (weight * match.score > (sum.best?.score ?? 0)) sum.best = { ...match, score: weight * match.score };
      sums.set(document, sum);
    }
  return sums;
}

/** A compound, in which a wrong character may divide words: 防災行政無銭. */
const COMPOUND = /[\p{Script=Han}\p{Script=Katakana}々ー・]{4,}/gu;

/** Returns a query with the words of documents for those that differ by a character, unless it asks for guidance. */
async function correctCompounds(reader: IndexReader, query: string, signal?: AbortSignal): Promise<string> {
  const { terms } = await readMeaning(reader, query, signal);
  if (terms.some(({ role }) => role !== 'subject' && role !== 'unlisted')) return query;
  let corrected = query;
  for (const [compound] of query.matchAll(COMPOUND)) {
    if (!mayBeMisspelled(reader.header.pairFilter, compound)) continue;
    const shard = await readNeighborWords(reader, compound, signal);
    const [similar = compound] = listSimilarWords(compound, [...shard.keys()]);
    if (findWordPostings(shard, compound).length === 0) corrected = corrected.replace(compound, similar);
  }
  return corrected;
}

/** Returns the terms of a query without names of cities, the ids of these cities, and the words between the names. */
async function readQuestion(reader: IndexReader, query: string, signal?: AbortSignal) {
  const table = await readWordTable(reader, signal);
  const { cities, words } = separateCities(splitQuery(query), table.cities);
  const meaning = await readMeaning(reader, words.join(' '), signal);
  // A short name before の may still be among the terms: 蕨の市長.
  const isCityName = ({ text, role }: QueryTerm, city: SearchCity) => role === 'unlisted' && city.forms.includes(text);
  const named = table.cities.filter((city) => meaning.terms.some((term) => isCityName(term, city)));
  return {
    ...meaning,
    words,
    terms: meaning.terms.filter((term) => !named.some((city) => isCityName(term, city))),
    cities: [...new Set([...cities, ...named].map(({ id }) => id))],
  };
}

type SearchQuestion = Awaited<ReturnType<typeof readQuestion>>;

/**
 * Adds all documents of a kind if a query with a city asks for them: 蕨市の指標. A query that only names or asks about
 * cities finds them, and so does an office that is not found: 柏市はどこ.
 */
function addAskedKind(
  scores: Map<number, DocumentScore>,
  { terms, words, cities }: SearchQuestion,
  kinds: readonly DocumentKind[],
): void {
  const isQuestion = terms.every(({ role }) => role === 'question' || role === 'year');
  const asksForCity = isQuestion || words.every((word) => OFFICE.test(word));
  const askedKind = KINDS_BY_NAME.get(terms.map(({ text }) => text).join()) ?? (asksForCity ? 'city' : undefined);
  if (cities.length === 0 || askedKind === undefined) return;
  const comesFirst = askedKind !== 'city' || words.every((word) => word === '市役所');
  const score = comesFirst ? [...scores.values()].reduce((most, one) => Math.max(most, one.score), 0) + 0.1 : 1;
  for (const [document, kind] of kinds.entries())
    if (kind === askedKind) scores.set(document, { coverage: 1, score, words: [''], best: null });
}

/** What the results of a query depend on besides its words. */
interface RelatedSearch {
  readonly reader: IndexReader;
  readonly exactMatches: readonly ExactMatch[];
  readonly filters: SearchFilters;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Returns the documents that explain enough of a query, best first. A city in the query filters them, except for
 * statistics, which do not push out what the city has itself.
 */
function rankDocuments(
  { reader, exactMatches, filters }: RelatedSearch,
  { cities, kindFactors }: SearchQuestion,
  scores: ReadonlyMap<number, DocumentScore>,
  minCoverage: number,
): (readonly [document: number, score: DocumentScore])[] {
  const { kinds, cities: documentCities } = reader.header;
  const exactDocuments = new Set(exactMatches.map(({ document }) => document));
  const getKind = (document: number) => kinds[document] ?? 'node';
  /** A statistic belongs to no city: it has values of many. */
  const isOfManyCities = (document: number) => cities.length > 0 && getKind(document) === 'statistic';
  const isInCities = (document: number) =>
    cities.length === 0 || isOfManyCities(document) || cities.includes(documentCities[document] ?? '');
  const passesFilters = createFilter(reader.header, filters);
  const ranked = [...scores]
    .filter(([document, { coverage }]) => coverage >= minCoverage && !exactDocuments.has(document))
    .filter(([document]) => passesFilters(document) && isInCities(document))
    .map(([document, sum]) => [document, { ...sum, score: (kindFactors[getKind(document)] ?? 1) * sum.score }] as const)
    .sort(
      ([a, scoreA], [b, scoreB]) =>
        scoreB.score - scoreA.score || RANKED_KINDS.indexOf(getKind(a)) - RANKED_KINDS.indexOf(getKind(b)) || a - b,
    );
  const getBestScore = (ofMany: boolean) => ranked.find(([document]) => isOfManyCities(document) === ofMany)?.[1].score;
  const rankCity = createCityRank(reader.header, filters.firstCity);
  // A difference is one of two terms, also if only one of their words is rare.
  const minShare = MIN_SHARE / (kindFactors.term ?? 1);
  return ranked
    .filter(([document, { score }]) => score >= minShare * (getBestScore(isOfManyCities(document)) ?? 0))
    .slice(0, MAX_RESULTS)
    .sort(([a], [b]) => rankCity(a) - rankCity(b));
}

type RelatedResults = Pick<SearchResults, 'related' | 'relatedWords' | 'alsoSearched' | 'cities' | 'optional'>;

/**
 * Returns the documents that the terms of a query find. A city name is not a term: it filters results.
 * @param isGuess true for another spelling than the typed one, which finds nothing if it asks for guidance
 */
async function findByTerms(search: RelatedSearch, query: string, isGuess = false): Promise<RelatedResults> {
  const { reader, signal } = search;
  const question = await readQuestion(reader, query, signal);
  const { listed, cities } = question;
  const terms = question.terms.filter(({ role, words }) => !(isGuess && role === 'guidance' && words.length > 0));
  const matchesByTerm = await Promise.all(terms.map((term) => matchTerm(reader, term, listed, signal)));
  const coverage = matchesByTerm.every(({ size }) => size > 0) ? MIN_COVERAGE_OF_FOUND : MIN_COVERAGE;
  const scores = sumScores(terms, matchesByTerm, reader.header.size);
  addAskedKind(scores, question, reader.header.kinds);
  const results = rankDocuments(search, question, scores, Math.min(coverage, ENOUGH_TERMS / terms.length));
  const otherWords = new Set(results.flatMap(([, { words }]) => words).filter((word) => word !== undefined));
  const isMissing = (index: number) => results.some(([, { words }]) => words[index] === undefined);
  return {
    related: results.map(([document]) => document),
    relatedWords: results.map(([, score]) => (score.best?.word ?? '').replace(YEAR_WORD, '$&年')),
    alsoSearched: [...otherWords].filter((word) => word !== ''),
    cities,
    optional: terms
      .filter(({ role, importance }, index) => !(role === 'unlisted' && importance < 1) && isMissing(index))
      .map(({ text }) => text),
  };
}

/**
 * Returns documents related to a query with few exact results: by synonyms, other spellings, the words that plans use
 * for everyday words, or words that differ by one character. A query that no document contains is read with the new
 * forms of its characters. If there is no result, tries other spellings of the query.
 * @param exactMatches the exact results, which are not repeated
 */
export async function findRelated(
  reader: IndexReader,
  query: string,
  exactMatches: readonly ExactMatch[],
  filters: SearchFilters,
  signal?: AbortSignal,
): Promise<RelatedResults> {
  const search = { reader, exactMatches, filters, signal };
  const words = splitQuery(query);
  const written = exactMatches.length > 0 ? words.join(' ') : toNewForms(words.join(' '));
  let found = await findByTerms(search, written);
  const hasResults = () => found.related.length + exactMatches.length > 0;
  const spellings = hasResults() ? [] : [...listKanaReadings(words), await correctCompounds(reader, written, signal)];
  for (const spelling of spellings)
    if (!hasResults() && spelling !== written) found = await findByTerms(search, spelling, true);
  return { ...found, alsoSearched: found.alsoSearched.filter((word) => !words.includes(word)) };
}
