import type { SearchCity, separateCities } from '../city-names.ts';
import { findShardIndex } from '../format/byte-encoding.ts';
import { formatShardName, MAX_FORM_LENGTH, readSuggestionShard } from '../format/index-files.ts';
import { readKeyShard, readPositionsByDocument, TITLE_END, TITLE_START } from '../format/key-shard.ts';
import type { KeyPostings } from '../format/key-shard.ts';
import type { SearchSuggestion } from '../search-results.ts';
import { normalizeSearchText, toHiragana } from '../search-text.ts';
import { getSearchableText, markWords } from '../word-marks.ts';
import type { IndexReader } from './index-reader.ts';
import { NAME_SCORE, type ExactMatch } from './rank-matches.ts';

export { areAside, rankMatches } from './rank-matches.ts';

/** A key within a word, and its offset in the word. */
type WordNgram = Readonly<{ key: string; offset: number }>;

/**
 * Returns the keys that look a word up. They cover the word without gaps: a document contains the word if it contains
 * the keys at the same distances as in the word. A frequent key has no positions, so longer keys replace it, with one
 * more unit after it or, at the end of the word, before it.
 */
function coverWithNgrams(word: string, isFrequent: (key: string) => boolean): WordNgram[] {
  if (word.length <= 2) return [{ key: word, offset: 0 }];
  const ngrams: WordNgram[] = [];
  for (let next = 0; next < word.length;) {
    let offset = Math.min(next, word.length - 2);
    let end = offset + 2;
    while (end < word.length && isFrequent(word.slice(offset, end))) end++;
    while (offset > 0 && isFrequent(word.slice(offset, end))) offset--;
    ngrams.push({ key: word.slice(offset, end), offset });
    next = end;
  }
  return ngrams;
}

/** Number of files read at a time. After each time the search stops if no document is left. */
const FILES_AT_ONCE = 2;

/** In a small index, the first results need about so many files of rows anyway. */
const NEEDED_ROW_FILES = 2;

/** Documents with keys from so many files of a small index are probably results. */
const MANY_KEYS = 3;

/** With more candidates than this, texts are not compared directly. */
const MAX_COMPARED_TEXTS = 100;

/** A word of a query, and the keys that look it up. */
type QueryWord = Readonly<{ text: string; ngrams: readonly WordNgram[] }>;

type PostingsByKey = Map<string, KeyPostings>;

/**
 * Adds up the scores of words in a title or another name: NAME_SCORE for the whole of it, 3 for its beginning, 2
 * elsewhere in it, 0 if it is not in it.
 */
const scoreTitle = (words: readonly QueryWord[], getMarks: (key: string) => number | undefined): number =>
  words.reduce((sum, { ngrams }) => {
    const marks = ngrams.map(({ key }) => getMarks(key));
    if (marks.includes(undefined)) return sum;
    const isAtStart = (marks[0] ?? 0) & TITLE_START;
    const isAtEnd = (marks.at(-1) ?? 0) & TITLE_END;
    return sum + (isAtStart && isAtEnd ? NAME_SCORE : isAtStart ? 3 : 2);
  }, 0);

/** Returns the marks that the index has for a key in a title and other names. */
function findMarks(names: readonly string[], key: string): number | undefined {
  const containing = names.filter((name) => name.includes(key));
  if (containing.length === 0) return undefined;
  const isAtStart = containing.some((name) => name.startsWith(key));
  return (isAtStart ? TITLE_START : 0) + (containing.some((name) => name.endsWith(key)) ? TITLE_END : 0);
}

/**
 * Groups the keys by shard, null if no shard can contain them. The rarest come first: that of each word before the
 * second key of any word.
 */
function groupKeysByShard(reader: IndexReader, words: readonly QueryWord[]): Map<string | null, string[]> {
  const { keySeparators } = reader.header;
  const toNumber = (text = '\uffff\uffff') => text.charCodeAt(0) * 0x10000 + (text.charCodeAt(1) || 0);
  // The larger the range of keys in a shard, the rarer they are.
  const getRarity = (key: string) => {
    const index = findShardIndex(key, keySeparators);
    return toNumber(keySeparators[index + 1]) - toNumber(keySeparators[index]);
  };
  const ranked = words.flatMap(({ ngrams }) =>
    ngrams
      .map(({ key }) => key)
      .sort((a, b) => getRarity(b) - getRarity(a))
      .map((key, rank) => ({ key, rank })),
  );
  ranked.sort((a, b) => a.rank - b.rank || getRarity(b.key) - getRarity(a.key));
  return Map.groupBy(
    ranked.map(({ key }) => key),
    (key) => {
      const index = findShardIndex(key, keySeparators);
      return index < 0 ? null : formatShardName('keys', index);
    },
  );
}

/** Returns the candidates that contain the keys of a word read so far at the same distances as in the word. */
function filterByPositions({ ngrams }: QueryWord, postings: PostingsByKey, candidates: Uint32Array): Uint32Array {
  if (ngrams.length < 2) return candidates;
  return ngrams.reduce<{ documents: Uint32Array; starts: Map<number, Set<number>> | null }>(
    ({ documents, starts }, { key, offset }) => {
      const keyPostings = postings.get(key);
      if (!keyPostings) return { documents, starts };
      const next = new Map<number, Set<number>>();
      for (const [document, positions] of readPositionsByDocument(keyPostings, documents)) {
        const earlier = starts?.get(document);
        const possible = positions
          .map((position) => position - offset)
          .filter((start) => start >= 0 && (starts === null || earlier?.has(start)));
        if (possible.length > 0) next.set(document, new Set(possible));
      }
      return { documents: documents.filter((document) => next.has(document)), starts: next };
    },
    { documents: candidates, starts: null },
  ).documents;
}

async function matchTexts(
  reader: IndexReader,
  words: readonly QueryWord[],
  candidates: Uint32Array,
  signal?: AbortSignal,
): Promise<ExactMatch[]> {
  return (await reader.readRows([...candidates], signal)).flatMap((row, index) => {
    const names = [row.title, ...row.names].map(markWords);
    const text = getSearchableText(row);
    if (!words.every((word) => text.includes(word.text))) return [];
    return [{ document: candidates[index] ?? 0, score: scoreTitle(words, (key) => findMarks(names, key)) }];
  });
}

/** Returns the documents whose texts contain every word (Latin ones are marked), in the order of the index. */
async function findContaining(
  reader: IndexReader,
  texts: readonly string[],
  signal?: AbortSignal,
): Promise<readonly ExactMatch[]> {
  const { frequentKeys, rowFileStarts } = reader.header;
  const isFrequent = (key: string) => frequentKeys.has(key);
  const words = texts.map((text): QueryWord => ({ text, ngrams: coverWithNgrams(text, isFrequent) }));
  const keysByShard = groupKeysByShard(reader, words);
  const names = [...keysByShard.keys()].filter((name) => name !== null);
  // No shard can contain one of the keys, so no text does.
  if (names.length < keysByShard.size) return [];
  const postings: PostingsByKey = new Map();
  // In a small index, one key or two decide most queries.
  const isSmall = reader.header.pairFilter.length > 0;
  /** The documents that contain every key read so far; null before the first. */
  let candidates: Uint32Array | null = null;
  while (names.length > 0) {
    const most: number = candidates !== null && names.length <= FILES_AT_ONCE + 1 ? names.length : FILES_AT_ONCE;
    const next: string[] = names.splice(0, isSmall ? 1 : most);
    const shards = await Promise.all(next.map((name) => reader.readFile(name, readKeyShard, signal)));
    for (const [index, name] of next.entries())
      for (const key of keysByShard.get(name) ?? []) {
        const keyPostings = shards[index]?.get(key);
        if (!keyPostings) return [];
        postings.set(key, keyPostings);
        const earlier: Uint32Array | null = candidates;
        const containing = new Set(earlier);
        candidates = keyPostings.documents.filter((document) => earlier === null || containing.has(document));
      }
    for (const word of words) candidates = filterByPositions(word, postings, candidates ?? new Uint32Array());
    if (!candidates?.length) return [];
    // The more keys the candidates contain, the more likely they are results, the first of which need rows anyway.
    const readCount = keysByShard.size - names.length;
    const maxCompared = readCount < MANY_KEYS ? readCount : readCount + 1;
    const countMissing = (files: Iterable<string>) => [...files].filter((name) => !reader.files.has(name)).length;
    const missing = countMissing(names);
    const mostRows = isSmall ? Math.min(maxCompared, missing + NEEDED_ROW_FILES) : Math.min(FILES_AT_ONCE, missing);
    const findRows = (document: number) => formatShardName('rows', findShardIndex(document, rowFileStarts));
    if (
      missing > 0 &&
      candidates.length <= MAX_COMPARED_TEXTS &&
      countMissing(new Set(Array.from(candidates, findRows))) <= mostRows
    )
      return matchTexts(reader, words, candidates, signal);
  }
  return Array.from(candidates ?? [], (document) => ({
    document,
    score: scoreTitle(words, (key) => postings.get(key)?.titles.get(document)),
  }));
}

/**
 * Returns the documents that contain every word, in the order of the index. Beside other words, the name of a city is
 * also found in every document of the city. The scores are those of the other words, higher for a page named by them.
 */
export async function findExact(reader: IndexReader, query: ReturnType<typeof separateCities>, signal?: AbortSignal) {
  const { cities, words: others, contained, divided } = query;
  const matches = await findContaining(reader, contained, signal);
  const hasOthers = contained.length < divided.length;
  const containing = hasOthers ? await findContaining(reader, divided.map(markWords), signal) : matches;
  const containingAll = new Set(containing.map(({ document }) => document));
  // The name of a city alone, or with 計画, asks for its plans too.
  const asksForPlans = others.every((word) => word === '' || word === '計画');
  const pages = asksForPlans ? ['city', 'plan'] : ['city'];
  const isNamed = ({ forms: [full] }: SearchCity) => cities.some(({ forms }) => forms[0] === full);
  // With a prefecture, the query is not about cities of the same name in others.
  const ignored = reader.cities.filter((city) => isNamed(city) && !cities.includes(city)).map(({ id }) => id);
  return matches.flatMap(({ document, score }) => {
    const city = reader.header.cities[document] ?? null;
    if (city !== null && ignored.includes(city)) return [];
    const isPage = pages.includes(reader.header.kinds[document] ?? 'node') && (asksForPlans || score > 0);
    if (cities.some(({ id }) => id === city)) return [{ document, score: isPage ? score + NAME_SCORE : score }];
    // Beside other words, what other cities have comes later.
    const lowered = hasOthers && city !== null ? score - NAME_SCORE : score;
    return containingAll.has(document) ? [{ document, score: lowered }] : [];
  });
}

/** Returns suggestions that begin with the typed text: first areas and whole names, then names with such a word. */
export async function findSuggestions(
  reader: IndexReader,
  typed: string,
  limit: number,
  signal?: AbortSignal,
): Promise<SearchSuggestion[]> {
  const prefix = normalizeSearchText(typed).slice(0, MAX_FORM_LENGTH);
  if (prefix === '') return [];
  const [whole, within] = [new Map<string, SearchSuggestion>(), new Map<string, SearchSuggestion>()];
  // The forms with this prefix may be at the end of one shard and at the beginning of the next.
  const { suggestionSeparators } = reader.header;
  const firstShard = Math.max(0, findShardIndex(prefix, suggestionSeparators));
  for (let index = firstShard; index < suggestionSeparators.length; index++) {
    const rows = await reader.readFile(formatShardName('suggestions', index), readSuggestionShard, signal);
    for (const [form, title, url, kind] of rows) {
      if (!form.startsWith(prefix)) continue;
      const isWhole = kind === 'city' || kind === 'prefecture' || normalizeSearchText(title).startsWith(form);
      if (isWhole) within.delete(url);
      if (!whole.has(url)) (isWhole ? whole : within).set(url, { title, url, kind });
    }
    const lastForm = rows.at(-1)?.[0];
    if (lastForm === undefined || lastForm.slice(0, prefix.length) > prefix || whole.size + within.size >= limit) break;
  }
  const found = [...whole.values(), ...within.values()];
  // Readings are in hiragana.
  const kana = toHiragana(prefix);
  return found.length > 0 || kana === prefix ? found.slice(0, limit) : findSuggestions(reader, kana, limit, signal);
}
