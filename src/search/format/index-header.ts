import type { DocumentKind, SearchDocument } from '../search-documents.ts';
import { SearchError } from '../search-results.ts';
import { ByteReader, ByteWriter } from './byte-encoding.ts';

/** The kinds in the order of results with equal scores. Items of plans come before texts that only mention them. */
export const RANKED_KINDS = [
  'node',
  'indicator',
  'statistic',
  'city',
  'prefecture',
  'plan',
  'theme',
  'department',
  'term',
  'zone',
  'chapter',
  'guide',
  'dataset',
] as const satisfies readonly DocumentKind[];

/** The part of the header that describes the other files. */
export interface ShardDirectory {
  /** Texts that separate the shards of keys: each is after all keys of the shard before, not after its own keys. */
  readonly keySeparators: readonly string[];
  /** Keys with so many occurrences that they have no positions: longer keys replace them. */
  readonly frequentKeys: readonly string[];
  /** Texts that separate the shards of suggestions. */
  readonly suggestionSeparators: readonly string[];
  /** The first document of each shard of rows. */
  readonly rowFileStarts: readonly number[];
  /** The filter of the pairs of characters in the texts; empty in a large index. */
  readonly pairFilter: Uint8Array;
}

/** The data that a reader needs before the first query. */
export interface IndexHeader extends Omit<ShardDirectory, 'frequentKeys'> {
  readonly frequentKeys: ReadonlySet<string>;
  /** The number of documents. */
  readonly size: number;
  /** The kind, the city (null for none) and the themes of each document. */
  readonly kinds: readonly DocumentKind[];
  readonly cities: readonly (string | null)[];
  readonly themes: readonly string[][];
}

/** Writes a column as runs: a value, and how many more documents have it one after another. */
function writeRuns(writer: ByteWriter, column: readonly number[]): void {
  for (let from = 0, to = 0; from < column.length; from = to) {
    while (to < column.length && column[to] === column[from]) to++;
    writer.writeNumber(column[from] ?? 0);
    writer.writeNumber(to - from - 1);
  }
}

/** Returns each value once, in the order of UTF-16 units. */
const listUnique = (values: readonly string[]) => [...new Set(values)].sort();

function mapToIndexes(values: readonly string[], list: readonly string[]) {
  const indexes = new Map(list.map((value, index) => [value, index]));
  return values.map((value) => indexes.get(value) ?? 0);
}

/** Writes the file `start.bin`. */
export function writeHeader(
  documents: readonly SearchDocument[],
  { keySeparators, frequentKeys, suggestionSeparators, rowFileStarts, pairFilter }: ShardDirectory,
): Uint8Array<ArrayBuffer> {
  const cities = listUnique(documents.flatMap(({ municipality }) => municipality ?? []));
  const themes = listUnique(documents.flatMap((document) => document.themes));
  const joinedThemes = documents.map((document) => document.themes.join(' '));
  const themeSets = listUnique(joinedThemes);
  const writer = new ByteWriter();
  writer.writeNumber(documents.length);
  writer.writeSortedTexts(keySeparators);
  writer.writeSortedTexts(frequentKeys);
  writer.writeSortedTexts(suggestionSeparators);
  writer.writeNumbers(rowFileStarts.map((start, index) => start - (rowFileStarts[index - 1] ?? 0)));
  writer.writeSortedTexts(cities);
  writer.writeSortedTexts(themes);
  writer.writeList(themeSets, (set) => {
    writer.writeNumbers(set === '' ? [] : set.split(' ').map((theme) => themes.indexOf(theme)));
  });
  const kinds = documents.map(({ kind }) => RANKED_KINDS.indexOf(kind));
  const municipalities = documents.map(({ municipality }) => municipality ?? '');
  writeRuns(writer, kinds);
  writeRuns(writer, mapToIndexes(municipalities, ['', ...cities]));
  writeRuns(writer, mapToIndexes(joinedThemes, themeSets));
  writer.writeNumber(pairFilter.length);
  writer.writeBytes(pairFilter);
  return writer.takeBytes();
}

/**
 * Reads the file `start.bin`.
 * @param size the number of documents in the manifest
 * @throws SearchError if the file is damaged, or has another number of documents
 */
export function readHeader(bytes: Uint8Array, size: number): IndexHeader {
  const reader = new ByteReader(bytes);
  if (reader.readNumber() !== size) throw new SearchError('mismatched', '索引の目録と一覧が合いません。');
  const keySeparators = reader.readSortedTexts();
  const frequentKeys = new Set(reader.readSortedTexts());
  const suggestionSeparators = reader.readSortedTexts();
  let start = 0;
  const rowFileStarts = reader.readList(() => (start += reader.readBelow(size + 1)));
  const allCities = [null, ...reader.readSortedTexts()];
  const allThemes = reader.readSortedTexts();
  const readTheme = () => allThemes[reader.readBelow(allThemes.length)] ?? '';
  const themeSets = reader.readList(() => reader.readList(readTheme));
  const readRuns = <T>(values: readonly T[]): T[] => {
    const column: T[] = [];
    while (column.length < size) {
      const index = reader.readBelow(values.length);
      const value = values.slice(index, index + 1);
      for (let more = reader.readBelow(size - column.length); more >= 0; more--) column.push(...value);
    }
    return column;
  };
  const kinds = readRuns<DocumentKind>(RANKED_KINDS);
  const cities = readRuns(allCities);
  const themes = readRuns(themeSets);
  const pairFilter = reader.readBytes(reader.readNumber());
  reader.expectEnd();
  const directory = { keySeparators, frequentKeys, suggestionSeparators, rowFileStarts, pairFilter };
  return { ...directory, size, kinds, cities, themes };
}
