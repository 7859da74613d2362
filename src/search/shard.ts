import { Cursor, readSorted } from './bytes.ts';
import { SearchError } from './results.ts';

/** In a title, where a key stands: at its beginning, at its end. The marks of a document are added. */
export const BEGINS = 1;
export const ENDS = 2;

/** A file of positions, and how many of a key's documents it tells of. */
export interface Block {
  readonly file: number;
  /** Where the key's positions begin in it. */
  readonly at: number;
  /** The place of the first of these documents among the key's documents. */
  readonly from: number;
  readonly to: number;
}

/** One key: what the index knows of a character, or of two that follow each other. */
export interface Entry {
  /** The documents that hold it, ascending. */
  readonly documents: Uint32Array;
  /** Those that hold it in the title: BEGINS and ENDS added up. */
  readonly titles: ReadonlyMap<number, number>;
  /** Where its positions stand: in this shard, in files of positions, or nowhere (a single character's). */
  readonly positions: { readonly bytes: Uint8Array; readonly at: number } | readonly Block[] | null;
}

/** How the positions of a key are kept. */
export const NOWHERE = 0;
export const HERE = 1;

/** Leaps over the positions in one document, or gives them. A position is told by its distance from the one before; the lowest bit says that more follow. */
export function readPositions(cursor: Cursor, into?: number[]): void {
  for (let position = 0, more = 1; more === 1;) {
    const step = cursor.number();
    more = step % 2;
    position += Math.floor(step / 2);
    into?.push(position);
  }
}

interface Head {
  readonly documents: number;
  readonly titles: number;
  readonly blocks: readonly Block[] | null;
  readonly here: boolean;
}

function readHead(cursor: Cursor, size: number): Head {
  const documents = cursor.below(size + 1);
  const titles = cursor.below(documents + 1);
  const form = cursor.number();
  if (form <= HERE) return { documents, titles, blocks: null, here: form === HERE };
  const blocks: Block[] = [];
  let file = cursor.number();
  let at = cursor.number();
  for (let from = 0; from < documents; file++, at = 0) {
    const length = form === 2 ? documents : cursor.below(documents - from + 1);
    if (length === 0) throw new SearchError('damaged', '索引の見出しがこわれています。');
    blocks.push({ file, at, from, to: from + length });
    from += length;
  }
  return { documents, titles, blocks, here: false };
}

function readDocuments(cursor: Cursor, count: number, size: number): Uint32Array {
  const documents = new Uint32Array(count);
  for (let place = 0, next = 0; place < count; place++) {
    next += cursor.below(size - next);
    documents[place] = next++;
  }
  return documents;
}

function readTitles(cursor: Cursor, count: number, size: number): Map<number, number> {
  const titles = new Map<number, number>();
  for (let left = count, next = 0; left > 0; left--) {
    const step = cursor.number();
    next += Math.floor(step / 4);
    if (next >= size) throw new SearchError('damaged', '索引の見出しがこわれています。');
    titles.set(next++, step % 4);
  }
  return titles;
}

/** Reads a shard of keys: the keys, what stands where of each, the documents of each, positions. */
export function readShard(bytes: Uint8Array, size: number): ReadonlyMap<string, Entry> {
  const cursor = new Cursor(bytes);
  const keys = readSorted(cursor);
  const heads = keys.map((key) => ({ key, ...readHead(cursor, size) }));
  const lists = heads.map((head) => ({
    ...head,
    documents: readDocuments(cursor, head.documents, size),
    titles: readTitles(cursor, head.titles, size),
  }));
  const entries = lists.map(({ key, documents, titles, blocks, here }): [string, Entry] => {
    const { at } = cursor;
    if (here) for (let left = documents.length; left > 0; left--) readPositions(cursor);
    return [key, { documents, titles, positions: here ? { bytes, at } : blocks }];
  });
  cursor.end();
  return new Map(entries);
}
