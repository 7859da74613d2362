import type { Document } from '../documents.ts';
import { KINDS } from '../start.ts';
import type { Keys } from './shards.ts';
import { Writer } from './writer.ts';

/** What stands in the file `start` but the columns of the documents. */
export interface Lists {
  readonly keys: Keys;
  readonly suggestions: readonly string[];
  /** How many documents each file of rows has. */
  readonly rows: readonly number[];
}

/** Writes a column as runs: a value, and for how many documents it holds. */
function runs(writer: Writer, column: readonly number[]): void {
  for (let from = 0, to = 0; from < column.length; from = to) {
    while (to < column.length && column[to] === column[from]) to++;
    writer.number(column[from] ?? 0);
    writer.number(to - from);
  }
}

const unique = (values: readonly string[]) =>
  [...new Set(values)].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));

/** Writes the file `start`, as `readStart` in `src/search/start.ts` reads it. */
export function startOf(
  documents: readonly Document[],
  { keys, suggestions, rows }: Lists,
): Uint8Array<ArrayBuffer> {
  const writer = new Writer();
  writer.number(documents.length);
  writer.sorted(keys.firsts);
  writer.sorted(keys.long);
  writer.sorted(suggestions);
  writer.number(rows.length);
  let before = 0;
  for (const length of rows) {
    writer.number(before);
    before = length;
  }
  const cities = unique(documents.flatMap(({ municipality }) => municipality ?? []));
  writer.sorted(cities);
  const themes = unique(documents.flatMap((document) => document.themes));
  writer.number(themes.length);
  for (const theme of themes) writer.text(theme);
  const sets = unique(documents.map((document) => document.themes.join(' ')));
  writer.number(sets.length);
  for (const set of sets) {
    const members = set.split(' ').filter((theme) => theme !== '');
    writer.number(members.length);
    for (const theme of members) writer.number(themes.indexOf(theme));
  }
  const placeIn = (list: readonly string[]) => {
    const places = new Map(list.map((value, place) => [value, place]));
    return (value: string) => places.get(value) ?? 0;
  };
  const [city, set] = [placeIn(['', ...cities]), placeIn(sets)];
  runs(
    writer,
    documents.map(({ kind }) => KINDS.indexOf(kind)),
  );
  runs(
    writer,
    documents.map(({ municipality }) => city(municipality ?? '')),
  );
  runs(
    writer,
    documents.map((document) => set(document.themes.join(' '))),
  );
  return writer.take();
}
