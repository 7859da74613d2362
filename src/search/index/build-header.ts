import type { SearchDocument } from '../search-documents.ts';
import { RANKED_KINDS } from '../index-format.ts';
import type { KeyDirectory } from './build-key-shards.ts';
import { ByteWriter } from './byte-writer.ts';

/** What stands in the file `start` but the columns of the documents. */
export interface HeaderParts {
  readonly keys: KeyDirectory;
  readonly suggestions: readonly string[];
  /** How many documents each file of rows has. */
  readonly rows: readonly number[];
}

/** Writes a column as runs: a value, and for how many documents it holds. */
function runs(writer: ByteWriter, column: readonly number[]): void {
  for (let from = 0, to = 0; from < column.length; from = to) {
    while (to < column.length && column[to] === column[from]) to++;
    writer.writeNumber(column[from] ?? 0);
    writer.writeNumber(to - from);
  }
}

const unique = (values: readonly string[]) =>
  [...new Set(values)].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));

/** Writes the file `start`, as `readHeader` in `src/search/index-format.ts` reads it. */
export function buildHeader(
  documents: readonly SearchDocument[],
  { keys, suggestions, rows }: HeaderParts,
): Uint8Array<ArrayBuffer> {
  const writer = new ByteWriter();
  writer.writeNumber(documents.length);
  writer.writeSortedTexts(keys.separators);
  writer.writeSortedTexts(keys.frequentKeys);
  writer.writeSortedTexts(suggestions);
  writer.writeNumber(rows.length);
  let before = 0;
  for (const length of rows) {
    writer.writeNumber(before);
    before = length;
  }
  const cities = unique(documents.flatMap(({ municipality }) => municipality ?? []));
  writer.writeSortedTexts(cities);
  const themes = unique(documents.flatMap((document) => document.themes));
  writer.writeNumber(themes.length);
  for (const theme of themes) writer.writeText(theme);
  const sets = unique(documents.map((document) => document.themes.join(' ')));
  writer.writeNumber(sets.length);
  for (const set of sets) {
    const members = set.split(' ').filter((theme) => theme !== '');
    writer.writeNumber(members.length);
    for (const theme of members) writer.writeNumber(themes.indexOf(theme));
  }
  const placeIn = (list: readonly string[]) => {
    const places = new Map(list.map((value, place) => [value, place]));
    return (value: string) => places.get(value) ?? 0;
  };
  const [city, set] = [placeIn(['', ...cities]), placeIn(sets)];
  runs(
    writer,
    documents.map(({ kind }) => RANKED_KINDS.indexOf(kind)),
  );
  runs(
    writer,
    documents.map(({ municipality }) => city(municipality ?? '')),
  );
  runs(
    writer,
    documents.map((document) => set(document.themes.join(' '))),
  );
  return writer.takeBytes();
}
