import { ByteCursor, readSortedTexts } from './byte-cursor.ts';
import { SearchError } from './search-results.ts';

/** In a title, where a key stands: at its beginning, at its end. The marks of a document are added. */
export const TITLE_START = 1;
export const TITLE_END = 2;

/** What the index knows of a key: a character, or several that follow each other. */
export interface KeyPostings {
  /** The documents that hold it, ascending. */
  readonly documents: Uint32Array;
  /** Those that hold it in the title: BEGINS and ENDS added up. */
  readonly titles: ReadonlyMap<number, number>;
  /** Where its positions stand, document by document; null for a key that needs none. */
  readonly positions: { readonly bytes: Uint8Array; readonly at: number } | null;
}

/** Leaps over the positions in one document, or gives them. A position is told by its distance from the one before; the lowest bit says that more follow. */
export function readPositions(cursor: ByteCursor, into?: number[]): void {
  for (let position = 0, more = 1; more === 1;) {
    const step = cursor.readNumber();
    more = step % 2;
    position += Math.floor(step / 2);
    into?.push(position);
  }
}

function readDocuments(cursor: ByteCursor, count: number, size: number): Uint32Array {
  const documents = new Uint32Array(count);
  for (let place = 0, next = 0; place < count; place++) {
    next += cursor.readBelow(size - next);
    documents[place] = next++;
  }
  return documents;
}

function readTitles(cursor: ByteCursor, count: number, size: number): Map<number, number> {
  const titles = new Map<number, number>();
  for (let left = count, next = 0; left > 0; left--) {
    const step = cursor.readNumber();
    next += Math.floor(step / 4);
    if (next >= size) throw new SearchError('damaged', '索引の見出しがこわれています。');
    titles.set(next++, step % 4);
  }
  return titles;
}

/** Reads a shard of keys: the keys, what stands where of each, the documents of each, positions. */
export function readKeyShard(bytes: Uint8Array, size: number): ReadonlyMap<string, KeyPostings> {
  const cursor = new ByteCursor(bytes);
  const keys = readSortedTexts(cursor);
  const heads = keys.map((key) => {
    const documents = cursor.readBelow(size + 1);
    const rest = cursor.readNumber();
    return { key, documents, titles: Math.floor(rest / 2), isPlaced: rest % 2 === 1 };
  });
  const lists = heads.map((head) => ({
    ...head,
    documents: readDocuments(cursor, head.documents, size),
    titles: readTitles(cursor, head.titles, size),
  }));
  const entries = lists.map(({ key, documents, titles, isPlaced }): [string, KeyPostings] => {
    const { position } = cursor;
    if (isPlaced) for (let left = documents.length; left > 0; left--) readPositions(cursor);
    return [key, { documents, titles, positions: isPlaced ? { bytes, at: position } : null }];
  });
  cursor.expectEnd();
  return new Map(entries);
}

/** The documents that stand in both ascending lists. */
export function intersectSorted(some: Uint32Array, others: Uint32Array): Uint32Array {
  const [short, long] = some.length <= others.length ? [some, others] : [others, some];
  let at = 0;
  return short.filter((document) => {
    while ((long[at] ?? Infinity) < document) at++;
    return long[at] === document;
  });
}

/** Where a key stands in each of the wanted documents, which ascend. */
export function readPositionsByDocument(
  { positions, documents }: KeyPostings,
  wanted: Uint32Array,
): ReadonlyMap<number, readonly number[]> {
  const found = new Map<number, readonly number[]>();
  if (positions === null) return found;
  const cursor = new ByteCursor(positions.bytes, positions.at);
  let next = 0;
  for (const document of documents) {
    while ((wanted[next] ?? Infinity) < document) next++;
    if (next >= wanted.length) break;
    const own: number[] | undefined = wanted[next] === document ? [] : undefined;
    readPositions(cursor, own);
    if (own) found.set(document, own);
  }
  return found;
}
