import { readPositionsByDocument, TITLE_END, TITLE_START, type KeyPostings } from '../format/key-shard.ts';
import type { ResultRow } from '../search-results.ts';
import { normalizeSearchText } from '../search-text.ts';
import type { IndexReader } from './index-reader.ts';

/** A key within a word, and its offset in the word. */
interface WordNgram {
  readonly key: string;
  readonly offset: number;
}

/**
 * Returns the keys that look a word up. They cover the word without gaps: a document contains the word if it contains the
 * keys at the same distances as in the word. A frequent key has no positions, so longer keys take its place, with one
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

/** A document that contains every word; the score is higher if the title contains words. */
export interface ExactMatch {
  readonly document: number;
  readonly score: number;
}

/** Number of files read at a time: after each time it may be known that nothing can be found. */
const FILES_AT_ONCE = 2;

/** With more candidates than this, texts are not compared directly. */
const MAX_COMPARED_TEXTS = 100;

/** A word of a query, and the keys that look it up. */
interface QueryWord {
  readonly text: string;
  readonly ngrams: readonly WordNgram[];
}

/** Scores a word in a title: the whole title, its beginning, elsewhere in it, or not in it. */
function scoreTitle({ ngrams }: QueryWord, getMarks: (ngram: WordNgram) => number | undefined): number {
  const marks = ngrams.map(getMarks);
  if (marks.includes(undefined)) return 0;
  const isAtStart = (marks[0] ?? 0) & TITLE_START;
  const isAtEnd = (marks.at(-1) ?? 0) & TITLE_END;
  return isAtStart && isAtEnd ? 4 : isAtStart ? 3 : 2;
}

/** Returns the marks that the index has for a key in this title. */
function findMarks(title: string, key: string): number | undefined {
  if (!title.includes(key)) return undefined;
  return (title.startsWith(key) ? TITLE_START : 0) + (title.endsWith(key) ? TITLE_END : 0);
}

/** Returns the documents that both ascending lists contain. */
function intersectSorted(some: Uint32Array, others: Uint32Array): Uint32Array {
  const [short, long] = some.length <= others.length ? [some, others] : [others, some];
  let index = 0;
  return short.filter((document) => {
    while ((long[index] ?? Infinity) < document) index++;
    return long[index] === document;
  });
}

/** A search for all documents that contain every word. */
class ExactQuery {
  readonly #reader: IndexReader;
  readonly #words: readonly QueryWord[];
  readonly #signal: AbortSignal | undefined;
  readonly #postings = new Map<string, KeyPostings>();
  /** The documents that contain every key read so far; null before the first. */
  #candidates: Uint32Array | null = null;

  constructor(reader: IndexReader, words: readonly string[], signal?: AbortSignal) {
    this.#reader = reader;
    this.#words = words.map((text) => ({
      text,
      ngrams: coverWithNgrams(text, (key) => reader.header.frequentKeys.has(key)),
    }));
    this.#signal = signal;
  }

  /** Groups the keys by shard, rarest first; the rarest key of each word comes before the second key of any word. */
  #groupKeysByShard(): Map<string | null, string[]> {
    const rarity = (key: string) => this.#reader.estimateRarity(key);
    const ranked = this.#words.flatMap(({ ngrams }) =>
      ngrams
        .map(({ key }) => key)
        .sort((a, b) => rarity(b) - rarity(a))
        .map((key, rank) => ({ key, rank })),
    );
    ranked.sort((a, b) => a.rank - b.rank || rarity(b.key) - rarity(a.key));
    return Map.groupBy(
      ranked.map(({ key }) => key),
      (key) => this.#reader.getShardName(key),
    );
  }

  /** Reads shards, and keeps the candidates that contain their keys too. */
  async #readShards(
    names: readonly string[],
    keysByShard: ReadonlyMap<string | null, readonly string[]>,
  ): Promise<void> {
    const shards = await Promise.all(names.map((name) => this.#reader.readKeyShard(name, this.#signal)));
    for (const [index, name] of names.entries())
      for (const key of keysByShard.get(name) ?? []) {
        const postings = shards[index]?.get(key);
        if (postings) this.#postings.set(key, postings);
        const documents = postings?.documents ?? new Uint32Array();
        this.#candidates = this.#candidates ? intersectSorted(this.#candidates, documents) : documents;
      }
  }

  /** Compares the texts of the candidates themselves. */
  async #compareTexts(candidates: Uint32Array): Promise<ExactMatch[]> {
    const rows = await this.#reader.readRows([...candidates], this.#signal);
    return rows.flatMap((row, index) => {
      const text = normalizeSearchText(`${row.title}\n${row.text}`);
      const document = candidates[index] ?? 0;
      return this.#words.every((word) => text.includes(word.text))
        ? [{ document, score: this.#scoreByRow(row) }]
        : [];
    });
  }

  #scoreByRow(row: ResultRow): number {
    const title = normalizeSearchText(row.title);
    return this.#words.reduce((sum, word) => sum + scoreTitle(word, ({ key }) => findMarks(title, key)), 0);
  }

  #scoreByPostings(document: number): number {
    const getMarks = ({ key }: WordNgram) => this.#postings.get(key)?.titles.get(document);
    return this.#words.reduce((sum, word) => sum + scoreTitle(word, getMarks), 0);
  }

  /** Returns the candidates in which the keys of a word that are read stand at the same distances as in the word. */
  #filterByPositions({ ngrams }: QueryWord, candidates: Uint32Array): Uint32Array {
    let startsByDocument: Map<number, Set<number>> | null = null;
    for (const { key, offset } of ngrams) {
      const postings = this.#postings.get(key);
      if (!postings || ngrams.length < 2) continue;
      const next = new Map<number, Set<number>>();
      for (const [document, positions] of readPositionsByDocument(postings, candidates)) {
        const earlier = startsByDocument?.get(document);
        const starts = positions
          .map((position) => position - offset)
          .filter((start) => start >= 0 && (startsByDocument === null || earlier?.has(start)));
        if (starts.length > 0) next.set(document, new Set(starts));
      }
      startsByDocument = next;
    }
    if (startsByDocument === null) return candidates;
    const documents = startsByDocument;
    return candidates.filter((document) => documents.has(document));
  }

  async run(): Promise<ExactMatch[]> {
    const keysByShard = this.#groupKeysByShard();
    const names = [...keysByShard.keys()].filter((name) => name !== null);
    // No shard can contain one of the keys, so no text does.
    if (names.length < keysByShard.size) return [];
    while (names.length > 0) {
      const next = names.splice(0, names.length <= FILES_AT_ONCE + 1 ? names.length : FILES_AT_ONCE);
      await this.#readShards(next, keysByShard);
      const candidates = this.#words.reduce(
        (left, word) => this.#filterByPositions(word, left),
        this.#candidates ?? new Uint32Array(),
      );
      this.#candidates = candidates;
      if (candidates.length === 0) return [];
      const missing = names.filter((name) => !this.#reader.hasFile(name)).length;
      if (
        missing > 0 &&
        candidates.length <= MAX_COMPARED_TEXTS &&
        this.#reader.countMissingRowShards(candidates) <= Math.min(FILES_AT_ONCE, missing)
      )
        return this.#compareTexts(candidates);
    }
    return Array.from(this.#candidates ?? [], (document) => ({
      document,
      score: this.#scoreByPostings(document),
    }));
  }
}

/** Returns every document that contains every word, in the order of the index; none for no words. */
export async function findExact(
  reader: IndexReader,
  words: readonly string[],
  signal?: AbortSignal,
): Promise<readonly ExactMatch[]> {
  return words.length === 0 ? [] : new ExactQuery(reader, words, signal).run();
}
