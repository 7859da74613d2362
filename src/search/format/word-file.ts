import type { SearchCity } from '../city-names.ts';
import { SearchError } from '../search-results.ts';
import { ByteReader, ByteWriter } from './byte-encoding.ts';

/** Where a document contains a word at the beginning of a word: only in its text, in its title, at its beginning, alone. */
export type WordPlace = 0 | 1 | 2 | 3;

/** The documents that contain a word, ascending, and where. */
export interface WordPostings {
  readonly documents: readonly number[];
  readonly places: readonly WordPlace[];
}

/** What a word does in a query: names its subject, asks without a subject, or asks for a number. */
const ROLES = ['subject', 'question', 'number'] as const;
export type WordRole = (typeof ROLES)[number];

/** A row of the table of words: its forms, the first of which is shown, and the words that plans use, nearest first. */
export interface WordRow {
  readonly forms: readonly string[];
  readonly planWords: readonly string[];
  readonly role: WordRole;
}

/** What related results need besides postings. All texts have the form of searched texts. */
export interface WordTable {
  readonly rows: readonly WordRow[];
  /** The cities that a query may name. */
  readonly cities: readonly SearchCity[];
}

/** The words that documents contain, in their order, with the postings of each. */
export interface WordShard {
  readonly words: readonly string[];
  readonly postings: readonly WordPostings[];
}

/** The file `words.bin`. */
export interface WordFile extends WordTable {
  /** Texts that separate the shards of words; empty if the only shard is in this file. */
  readonly separators: readonly string[];
  readonly shard: WordShard;
}

const PLACES = 4;

function writePostings(writer: ByteWriter, { documents, places }: WordPostings): void {
  writer.writeNumber(documents.length);
  let next = 0;
  for (const [index, document] of documents.entries()) {
    writer.writeNumber((document - next) * PLACES + (places[index] ?? 0));
    next = document + 1;
  }
}

function readPostings(reader: ByteReader, size: number): WordPostings {
  const places: WordPlace[] = [];
  let next = 0;
  const documents = reader.readList(() => {
    const value = reader.readNumber();
    const document = next + Math.floor(value / PLACES);
    if (document >= size) throw new SearchError('damaged', '索引の言葉がこわれています。');
    places.push((value % PLACES) as WordPlace);
    next = document + 1;
    return document;
  });
  return { documents, places };
}

function writeShard(writer: ByteWriter, { words, postings }: WordShard): void {
  writer.writeSortedTexts(words);
  for (const one of postings) writePostings(writer, one);
}

function readShard(reader: ByteReader, size: number): WordShard {
  const words = reader.readSortedTexts();
  return { words, postings: words.map(() => readPostings(reader, size)) };
}

/** Writes a shard of words, `words/n.bin`. */
export function writeWordShard(shard: WordShard): Uint8Array<ArrayBuffer> {
  const writer = new ByteWriter();
  writeShard(writer, shard);
  return writer.takeBytes();
}

/**
 * Reads a shard of words.
 * @param size the number of documents in the index
 */
export function readWordShard(bytes: Uint8Array, size: number): WordShard {
  const reader = new ByteReader(bytes);
  const shard = readShard(reader, size);
  reader.expectEnd();
  return shard;
}

/** Writes the file `words.bin`. */
export function writeWordFile({ rows, cities, separators, shard }: WordFile): Uint8Array<ArrayBuffer> {
  const writer = new ByteWriter();
  writeShard(writer, shard);
  writer.writeSortedTexts(separators);
  // Words of the shard are named by their index, so that no text is stored twice.
  const others = new Set(rows.flatMap(({ forms, planWords }) => [...forms, ...planWords]));
  for (const word of shard.words) others.delete(word);
  const otherWords = [...others].sort();
  writer.writeSortedTexts(otherWords);
  const indexes = new Map([...shard.words, ...otherWords].map((word, index) => [word, index]));
  const writeWord = (word: string) => {
    writer.writeNumber(indexes.get(word) ?? 0);
  };
  writer.writeList(rows, ({ forms, planWords, role }) => {
    writer.writeNumber(forms.length * ROLES.length + ROLES.indexOf(role));
    for (const form of forms) writeWord(form);
    writer.writeList(planWords, writeWord);
  });
  writer.writeList(cities, ({ id, title, url, forms }) => {
    for (const text of [id, title, url]) writer.writeText(text);
    writer.writeList(forms, (form) => {
      writer.writeText(form);
    });
  });
  return writer.takeBytes();
}

/**
 * Reads the file `words.bin`.
 * @param size the number of documents in the index
 */
export function readWordFile(bytes: Uint8Array, size: number): WordFile {
  const reader = new ByteReader(bytes);
  const shard = readShard(reader, size);
  const separators = reader.readSortedTexts();
  const texts = [...shard.words, ...reader.readSortedTexts()];
  const readWord = () => texts[reader.readBelow(texts.length)] ?? '';
  const rows = reader.readList((): WordRow => {
    const value = reader.readBelow(ROLES.length * (texts.length + 1));
    const forms = Array.from({ length: Math.floor(value / ROLES.length) }, readWord);
    return { forms, planWords: reader.readList(readWord), role: ROLES[value % ROLES.length] ?? 'subject' };
  });
  const cities = reader.readList((): SearchCity => {
    const [id, title, url] = [reader.readText(), reader.readText(), reader.readText()];
    return { id, title, url, forms: reader.readList(() => reader.readText()) };
  });
  reader.expectEnd();
  return { rows, cities, separators, shard };
}
