import { countValues } from '../../model/collections.ts';
import type { SearchCity } from '../city-names.ts';
import { ByteReader, ByteWriter } from './byte-encoding.ts';
import { decodeJson, encodeJson, isString, isStringList } from './index-files.ts';

/** How a word matches a document's title: not at all (only the text), within it, at its beginning, as a whole. */
export type TitleMatch = 0 | 1 | 2 | 3;
export const TITLE_MATCHES = 4;
export const WHOLE_TITLE = 3;

/** The documents that contain a word, ascending, each as a number: the document × TITLE_MATCHES + the match. */
export type WordPostings = readonly number[];

/** What a word does in a query: names the subject, only asks, asks for a number, or asks for guidance. */
const ROLES = ['subject', 'question', 'number', 'guidance'] as const;
export type WordRole = (typeof ROLES)[number];

/** A row of the table of words: its forms, the first of which is shown, and the words that plans use, nearest first. */
export type WordRow = Readonly<{ forms: readonly string[]; planWords: readonly string[]; role: WordRole }>;

/** What related results need besides postings. All texts have the form of searched texts. */
export interface WordTable {
  readonly rows: readonly WordRow[];
  /** The cities that a query may name. */
  readonly cities: readonly SearchCity[];
}

/** Words that documents contain, with the postings of each. */
export type WordShard = ReadonlyMap<string, WordPostings>;

export interface TablePart {
  readonly rows: readonly WordRow[];
  /** The words of these rows in documents, in any order; empty in a large index, whose shards of words contain them. */
  readonly listed: WordShard;
}

/** The file `words.bin`: the words that most questions have, and where the others are. */
export interface WordFile extends WordTable {
  /** Texts that separate the shards of the other rows. */
  readonly tableSeparators: readonly string[];
  /** The filter of the starts of their forms: `listFilterStarts`. */
  readonly startFilter: Uint8Array;
  /** Texts that separate the shards of the words in documents. */
  readonly separators: readonly string[];
}

function writePostings(writer: ByteWriter, postings: WordPostings): void {
  writer.writeNumber(postings.length);
  writer.writePostings(postings, TITLE_MATCHES);
}

const readPostings = (reader: ByteReader, documentCount: number): WordPostings =>
  reader.readPostings(reader.readNumber(), TITLE_MATCHES, documentCount);

/** Writes a shard of words, `words/n.bin`. Its words are sorted. */
export function writeWordShard(shard: WordShard): Uint8Array<ArrayBuffer> {
  const writer = new ByteWriter();
  writer.writeSortedTexts([...shard.keys()]);
  for (const one of shard.values()) writePostings(writer, one);
  return writer.takeBytes();
}

/** Reads a shard of words. */
export function readWordShard(bytes: Uint8Array, documentCount: number): WordShard {
  const reader = new ByteReader(bytes);
  const shard = new Map(reader.readSortedTexts().map((word) => [word, readPostings(reader, documentCount)]));
  reader.expectEnd();
  return shard;
}

function writeJson(writer: ByteWriter, value: unknown): void {
  const bytes = encodeJson(value);
  writer.writeNumber(bytes.length);
  writer.writeBytes(bytes);
}

const readJson = <T>(reader: ByteReader, isExpected: (value: unknown) => value is T): T =>
  decodeJson(reader.readBytes(reader.readNumber()), isExpected);

/**
 * Writes rows. Each text is stored once: the forms of the rows, then the plan words that no row has as a form. Plan
 * words are named by their rank, the commonest first, so that their numbers are short.
 */
function writePart(writer: ByteWriter, { rows, listed }: TablePart): void {
  const texts = new Set(rows.flatMap(({ forms }) => forms));
  const counts = countValues(rows.flatMap((row) => row.planWords));
  for (const word of [...[...counts.keys()].sort(), ...listed.keys()]) texts.add(word);
  const indexes = new Map([...texts].map((text, index) => [text, index]));
  const planWords = [...counts.keys()].sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0) || (a < b ? -1 : 1));
  const ranks = new Map(planWords.map((word, rank) => [word, rank]));
  writeJson(writer, [...texts].join(' '));
  for (const text of texts) writePostings(writer, listed.get(text) ?? []);
  writer.writeNumbers(planWords.map((word) => indexes.get(word) ?? 0));
  // A form that an earlier row has too is named by its index; the others follow in their order.
  let next = 0;
  writer.writeList(rows, ({ forms, planWords: words, role }) => {
    writer.writeNumber(forms.length * ROLES.length + ROLES.indexOf(role));
    for (const form of forms) {
      const index = indexes.get(form) ?? 0;
      writer.writeNumber(index === next ? 0 : index + 1);
      if (index === next) next++;
    }
    writer.writeNumbers(words.map((word) => ranks.get(word) ?? 0));
  });
}

function readPart(reader: ByteReader, documentCount: number): TablePart {
  const texts = readJson(reader, isString).match(/\S+/g) ?? [];
  const postings = texts.map((text) => [text, readPostings(reader, documentCount)] as const);
  const planWords = reader.readList(() => texts[reader.readBelow(texts.length)] ?? '');
  let next = 0;
  const readForm = () => {
    const value = reader.readBelow(texts.length + 1);
    return texts[value === 0 ? next++ : value - 1] ?? '';
  };
  const rows = reader.readList((): WordRow => {
    const value = reader.readBelow(ROLES.length * (texts.length + 1));
    const forms = Array.from({ length: Math.floor(value / ROLES.length) }, readForm);
    const words = reader.readList(() => planWords[reader.readBelow(planWords.length)] ?? '');
    return { forms, planWords: words, role: ROLES[value % ROLES.length] ?? 'subject' };
  });
  return { rows, listed: new Map(postings.filter(([, { length }]) => length > 0)) };
}

/** Writes a shard of the table of words, `table/n.bin`. */
export function writeTablePart(part: TablePart): Uint8Array<ArrayBuffer> {
  const writer = new ByteWriter();
  writePart(writer, part);
  return writer.takeBytes();
}

/** Reads a shard of the table of words. */
export function readTablePart(bytes: Uint8Array, documentCount: number): TablePart {
  const reader = new ByteReader(bytes);
  const part = readPart(reader, documentCount);
  reader.expectEnd();
  return part;
}

/** Writes the file `words.bin`. */
export function writeWordFile(file: WordFile): Uint8Array<ArrayBuffer> {
  const { rows, cities, tableSeparators, startFilter, separators } = file;
  const writer = new ByteWriter();
  writePart(writer, { rows, listed: new Map() });
  writer.writeList(cities, ({ id, title, url, forms }) => {
    writeJson(writer, [id, title, url, ...forms]);
  });
  for (const texts of [tableSeparators, separators]) writer.writeSortedTexts(texts);
  writer.writeNumber(startFilter.length);
  writer.writeBytes(startFilter);
  return writer.takeBytes();
}

/** Reads the file `words.bin`. */
export function readWordFile(bytes: Uint8Array, documentCount: number): WordFile {
  const reader = new ByteReader(bytes);
  const { rows } = readPart(reader, documentCount);
  const cities = reader.readList((): SearchCity => {
    const [id = '', title = '', url = '', ...forms] = readJson(reader, isStringList);
    return { id, title, url, forms };
  });
  const tableSeparators = reader.readSortedTexts();
  const separators = reader.readSortedTexts();
  const startFilter = reader.readBytes(reader.readNumber());
  reader.expectEnd();
  return { rows, cities, tableSeparators, startFilter, separators };
}
