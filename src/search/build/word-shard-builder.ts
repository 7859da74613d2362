import { findSeparatorKey } from '../format/byte-encoding.ts';
import { formatShardName, WORDS_NAME, type IndexFile } from '../format/index-files.ts';
import {
  writeWordFile,
  writeWordShard,
  type WordPlace,
  type WordPostings,
  type WordTable,
} from '../format/word-file.ts';
import type { DocumentKind, SearchDocument } from '../search-documents.ts';
import { normalizeSearchText } from '../search-text.ts';
import { beginsWord, endsWord } from '../word-starts.ts';

/** The first word of a compound: two or three kanji, of more the first two; katakana; letters; a long number. */
const FIRST_WORD =
  /(?<![\p{Script=Han}々ヶ\p{Script=Katakana}ー\p{Script=Latin}\p{N}])(?:[\p{Script=Han}々ヶ]{2}(?:[\p{Script=Han}々ヶ](?![\p{Script=Han}々ヶ]))?(?:[りきみえいちけげめれ](?!\p{Script=Hiragana}))?|[\p{Script=Katakana}ー]{2,}|\p{Script=Latin}[\p{Script=Latin}\p{N}-]+|[\p{N},]{4,})/gu;

/** A noun as a query reads it without a row: kanji or katakana alone. */
const NOUN = /^(?:[\p{Script=Han}々ヶ]{2,}|[\p{Script=Katakana}ー]{3,})$/u;

/** Several kanji in a title, which name what it is about: 指定管理者制度. */
const TITLE_COMPOUND = /(?<![\p{Script=Han}々ヶ\p{Script=Katakana}ー\p{Script=Latin}\p{N}])[\p{Script=Han}々ヶ]{4,}/gu;

/** Long texts that mention every subject; only their titles say what they are about. */
const LONG_KINDS: readonly DocumentKind[] = ['dataset', 'guide'];

/** Returns the parts of a text between white space, normalized: a word never contains white space. */
const listParts = (text: string) => text.split(/\s+/).map(normalizeSearchText).filter(Boolean);

/** Finds words at the beginnings of words. */
class WordFinder {
  /** By the first two units of a word, the lengths of the words that begin so. */
  readonly #lengths = new Map<string, Set<number>>();
  readonly #words: ReadonlySet<string>;

  constructor(words: ReadonlySet<string>) {
    this.#words = words;
    for (const word of words) {
      const start = word.slice(0, 2);
      const lengths = this.#lengths.get(start) ?? new Set();
      this.#lengths.set(start, lengths.add(word.length));
    }
  }

  /** Calls a function with each word of a text and its position. */
  visit(text: string, take: (word: string, position: number) => void): void {
    for (let position = 0; position < text.length; position++) {
      const lengths = beginsWord(text, position) ? this.#lengths.get(text.slice(position, position + 2)) : undefined;
      for (const length of lengths ?? []) {
        const word = text.slice(position, position + length);
        if (word.length === length && this.#words.has(word) && endsWord(text, position + length)) take(word, position);
      }
    }
  }
}

/** Returns, by word, the documents that contain it at the beginning of a word: the words of the table, and first words. */
function collectPostings(
  documents: readonly SearchDocument[],
  tableWords: ReadonlySet<string>,
): Map<string, WordPostings> {
  const finder = new WordFinder(tableWords);
  const postings = new Map<string, { documents: number[]; places: WordPlace[] }>();
  for (const [document, { kind, title, names, text }] of documents.entries()) {
    const found = new Map<string, WordPlace>();
    const name = normalizeSearchText(title);
    let start = 0;
    const addTitleWord = (word: string, position: number) => {
      const place = word === name ? 3 : start + position === 0 ? 2 : 1;
      found.set(word, Math.max(place, found.get(word) ?? 0) as WordPlace);
    };
    for (const part of listParts(title)) {
      finder.visit(part, addTitleWord);
      for (const pattern of [FIRST_WORD, TITLE_COMPOUND])
        for (const { 0: word, index } of part.matchAll(pattern)) addTitleWord(word, index);
      start += part.length;
    }
    const addTextWord = (word: string) => {
      if (!found.has(word)) found.set(word, 0);
    };
    for (const part of LONG_KINDS.includes(kind) ? [] : listParts([...names, text].join('\n'))) {
      finder.visit(part, addTextWord);
      for (const [word] of part.matchAll(FIRST_WORD)) addTextWord(word);
    }
    for (const [word, place] of found) {
      const list = postings.get(word) ?? { documents: [], places: [] };
      postings.set(word, list);
      list.documents.push(document);
      list.places.push(place);
    }
  }
  return postings;
}

/** Words of the table with more postings than this are not in the file of the words, but in its shards. */
const MAX_LISTED = 20_000;

/** Divides sorted words into shards with about `maxSize` postings and units together. */
function divideWords(
  words: readonly string[],
  postings: ReadonlyMap<string, WordPostings>,
  maxSize: number,
): string[][] {
  const shards: string[][] = [];
  let size = Infinity;
  for (const word of words) {
    const more = word.length + 1 + (postings.get(word)?.documents.length ?? 0);
    if (size + more > maxSize) {
      shards.push([]);
      size = 0;
    }
    size += more;
    shards.at(-1)?.push(word);
  }
  return shards;
}

/**
 * Yields the file of the words of the table, and shards of the other words that begin a word in a document. A small index
 * has the words of the table in the first file, so that most queries read no shard. Plan words that no document contains
 * are left out, and so are rows that find nothing.
 * @param maxSize the approximate number of postings and units in a shard
 */
export function* buildWordShards(
  documents: readonly SearchDocument[],
  { rows, cities }: WordTable,
  maxSize: number,
): Generator<IndexFile, void> {
  const tableWords = new Set(
    rows
      .filter(({ role }) => role !== 'guidance')
      .flatMap(({ forms, planWords }) => [...forms, ...planWords])
      .filter((word) => word.length > 1),
  );
  const postings = collectPostings(documents, tableWords);
  const otherForms = rows.filter(({ role }) => role !== 'guidance').flatMap(({ forms }) => forms);
  const isUnknownNoun = (form: string) =>
    NOUN.test(form) && !postings.has(form) && !otherForms.some((other) => other.length > 1 && form.includes(other));
  const usefulRows = rows
    .map(({ forms, planWords, role }) => ({
      forms: role === 'guidance' ? forms.filter((form) => !isUnknownNoun(form)) : forms,
      planWords: planWords.filter((word) => postings.has(word)),
      role,
    }))
    .filter(
      ({ forms, planWords, role }) =>
        (role !== 'subject' && forms.length > 0) || planWords.length > 0 || forms.some((form) => postings.has(form)),
    );
  const words = [...postings.keys()].sort();
  const listedWords = words.filter((word) => tableWords.has(word));
  const countPostings = (list: readonly string[]) =>
    list.reduce((sum, word) => sum + (postings.get(word)?.documents.length ?? 0), 0);
  const isSmall = countPostings(listedWords) <= MAX_LISTED;
  const shards = divideWords(isSmall ? words.filter((word) => !tableWords.has(word)) : words, postings, maxSize);
  const createShard = (list: readonly string[]) => ({
    words: list,
    postings: list.flatMap((word) => postings.get(word) ?? []),
  });
  for (const [index, list] of shards.entries())
    yield { name: formatShardName('words', index), bytes: writeWordShard(createShard(list)) };
  const separators = shards.map((list, index) => findSeparatorKey(shards[index - 1]?.at(-1) ?? '', list[0] ?? ''));
  const listed = createShard(isSmall ? listedWords : []);
  yield { name: WORDS_NAME, bytes: writeWordFile({ rows: usefulRows, cities, listed, separators }) };
}
