import { normalizeSearchText } from '../search-text.ts';
import {
  intersectSorted,
  type KeyPostings,
  readPositionsByDocument,
  TITLE_END,
  TITLE_START,
} from '../key-shard.ts';
import type { ResultRow } from '../search-results.ts';
import type { IndexReader } from './index-reader.ts';

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

/** A document that contains every word, and how well: higher where words stand in the title. */
export interface ExactMatch {
  readonly document: number;
  readonly score: number;
}

/** How many files are asked for at a time; after each time it may be known that nothing is left to find. */
const AT_ONCE = 2;

/** A word with all that is known of its keys so far. */
interface QueryWord {
  readonly text: string;
  readonly grams: readonly WordNgram[];
}

type PostingsByKey = Map<string, KeyPostings>;

/** Where a word stands in a title: in all of it, at its beginning, anywhere in it, or not in it. */
function scoreOf({ grams }: QueryWord, marksOf: (gram: WordNgram) => number | undefined): number {
  const marks = grams.map(marksOf);
  if (marks.includes(undefined)) return 0;
  const begins = (marks[0] ?? 0) & TITLE_START;
  const ends = (marks.at(-1) ?? 0) & TITLE_END;
  return begins && ends ? 4 : begins ? 3 : 2;
}

/** The marks that a key has in the index for this title. */
function marksIn(title: string, { key }: WordNgram): number | undefined {
  if (!title.includes(key)) return undefined;
  return (title.startsWith(key) ? TITLE_START : 0) + (title.endsWith(key) ? TITLE_END : 0);
}

/** One question: all documents that contain every word. */
class ExactQuery {
  readonly #store: IndexReader;
  readonly #words: readonly QueryWord[];
  readonly #signal: AbortSignal | undefined;
  readonly #entries: PostingsByKey = new Map();
  /** The documents that hold every key known so far; null before any is known. */
  #left: Uint32Array | null = null;

  constructor(store: IndexReader, words: readonly string[], signal?: AbortSignal) {
    this.#store = store;
    this.#words = words.map((text) => ({
      text,
      grams: coverWithNgrams(text, (key) => store.header.frequentKeys.has(key)),
    }));
    this.#signal = signal;
  }

  /** The files of keys to ask for, the rarest first, but for each word its rarest before any word's second. */
  #shards(): Map<string, string[]> {
    const rarity = (key: string) => this.#store.estimateRarity(key);
    const ranked = this.#words.flatMap(({ grams }) =>
      [...grams]
        .map(({ key }) => key)
        .sort((a, b) => rarity(b) - rarity(a))
        .map((key, place) => ({ key, place })),
    );
    ranked.sort((a, b) => a.place - b.place || rarity(b.key) - rarity(a.key));
    return Map.groupBy(
      ranked.map(({ key }) => key),
      (key) => this.#store.getShardName(key) ?? '',
    );
  }

  /** Takes in what files of keys say, and keeps the documents that hold all of these keys too. */
  async #learn(names: readonly string[], shards: ReadonlyMap<string, readonly string[]>): Promise<void> {
    const read = await Promise.all(names.map((name) => this.#store.readShard(name, this.#signal)));
    for (const [place, name] of names.entries())
      for (const key of shards.get(name) ?? []) {
        const entry = read[place]?.get(key);
        if (entry) this.#entries.set(key, entry);
        const documents = entry?.documents ?? new Uint32Array();
        this.#left = this.#left ? intersectSorted(this.#left, documents) : documents;
      }
  }

  /** The files of rows that hold what is left, but those at hand. */
  #rowFiles(left: Uint32Array): number {
    const files = new Set(Array.from(left, (document) => `rows/${this.#store.findRowFile(document)}.bin`));
    return [...files].filter((file) => !this.#store.hasFile(file)).length;
  }

  /** Looks through the texts themselves. */
  async #byText(left: Uint32Array): Promise<ExactMatch[]> {
    const rows = await this.#store.readRows([...left], this.#signal);
    return rows.flatMap((row, place) => {
      const text = normalizeSearchText(`${row.title}\n${row.text}`);
      const document = left[place] ?? 0;
      return this.#words.every((word) => text.includes(word.text))
        ? [{ document, score: this.#scoreByRow(row) }]
        : [];
    });
  }

  #scoreByRow(row: ResultRow): number {
    const title = normalizeSearchText(row.title);
    return this.#words.reduce((sum, word) => sum + scoreOf(word, (gram) => marksIn(title, gram)), 0);
  }

  #score(document: number): number {
    const marksOf = ({ key }: WordNgram) => this.#entries.get(key)?.titles.get(document);
    return this.#words.reduce((sum, word) => sum + scoreOf(word, marksOf), 0);
  }

  /** Those of the documents in which the keys of a word that are known stand behind one another as in the word. */
  #follow({ grams }: QueryWord, left: Uint32Array): Uint32Array {
    let starts: Map<number, Set<number>> | null = null;
    for (const { key, offset } of grams) {
      const entry = this.#entries.get(key);
      if (!entry || grams.length < 2) continue;
      const next = new Map<number, Set<number>>();
      for (const [document, positions] of readPositionsByDocument(entry, left)) {
        const before = starts?.get(document);
        const own = positions
          .map((at) => at - offset)
          .filter((at) => at >= 0 && (starts === null || before?.has(at)));
        if (own.length > 0) next.set(document, new Set(own));
      }
      starts = next;
    }
    return starts === null ? left : left.filter((document) => starts.has(document));
  }

  /** Every document that contains every word. */
  async answer(): Promise<ExactMatch[]> {
    const shards = this.#shards();
    if (shards.has('')) return [];
    const names = [...shards.keys()];
    while (names.length > 0) {
      const now = names.splice(0, names.length <= AT_ONCE + 1 ? names.length : AT_ONCE);
      await this.#learn(now, shards);
      this.#left = this.#words.reduce(
        (left, word) => this.#follow(word, left),
        this.#left ?? new Uint32Array(),
      );
      if (this.#left.length === 0) return [];
      const away = names.filter((name) => !this.#store.hasFile(name)).length;
      if (away > 0 && this.#left.length <= 100 && this.#rowFiles(this.#left) <= Math.min(AT_ONCE, away))
        return this.#byText(this.#left);
    }
    return Array.from(this.#left ?? [], (document) => ({ document, score: this.#score(document) }));
  }
}

/** Every document that contains every word, in the index's order; none for no words. */
export async function findExact(
  store: IndexReader,
  words: readonly string[],
  signal?: AbortSignal,
): Promise<readonly ExactMatch[]> {
  return words.length === 0 ? [] : new ExactQuery(store, words, signal).answer();
}
