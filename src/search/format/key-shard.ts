import { ByteReader, ByteWriter } from './byte-encoding.ts';

/** Marks of a key in a title: the title begins with it, the title ends with it. A title has the sum of its marks. */
export const TITLE_START = 1;
export const TITLE_END = 2;
export const TITLE_MARKS = 4;

/** Returns the marks of an occurrence by its distance from the beginning of the title and from its end. */
export const markTitle = (fromStart: number, fromEnd: number) =>
  (fromStart === 0 ? TITLE_START : 0) + (fromEnd === 0 ? TITLE_END : 0);

/** The data of the index about a key, which is one character or several in a row. */
export interface KeyPostings {
  /** The documents that contain the key, ascending. */
  readonly documents: Uint32Array;
  /** The marks of the documents that contain the key in the title or another name. */
  readonly titles: ReadonlyMap<number, number>;
  /** Where the positions of all documents begin; null for a key without positions. */
  readonly positions: { readonly bytes: Uint8Array; readonly start: number } | null;
}

/** The data of a key before it is written. */
export interface WritablePostings {
  readonly key: string;
  readonly documents: readonly number[];
  /** The documents that contain the key in the title or another name, each times TITLE_MARKS, plus its marks. */
  readonly titles: readonly number[];
  /** The positions of all documents one after another, as `writePosition` writes them. */
  readonly positions: ByteWriter | null;
}

/** Writes a position in a document as its distance from the position before; the lowest bit is set if more follow. */
export function writePosition(writer: ByteWriter, distance: number, hasMore: boolean): void {
  writer.writeNumber(distance * 2 + (hasMore ? 1 : 0));
}

/** Skips the positions of one document, or collects them. */
function readPositions(reader: ByteReader, collected?: number[]): void {
  for (let position = 0, hasMore = 1; hasMore === 1;) {
    const value = reader.readNumber();
    hasMore = value % 2;
    position += Math.floor(value / 2);
    collected?.push(position);
  }
}

/** Writes one shard of keys: the keys, the counts of each key, the documents and titles of each key, all positions. */
export class KeyShardWriter {
  readonly #keys: string[] = [];
  readonly #counts = new ByteWriter();
  readonly #documents = new ByteWriter();
  readonly #positions = new ByteWriter();

  get isEmpty(): boolean {
    return this.#keys.length === 0;
  }

  /** The approximate number of bytes of the shard. */
  get length(): number {
    return 2 * this.#keys.length + this.#counts.length + this.#documents.length + this.#positions.length;
  }

  /** Adds a key, and empties the writer of its positions. */
  add({ key, documents, titles, positions }: WritablePostings): void {
    this.#keys.push(key);
    this.#counts.writeNumber(documents.length);
    this.#counts.writeNumber(titles.length * 2 + (positions ? 1 : 0));
    this.#documents.writePostings(documents, 1);
    this.#documents.writePostings(titles, TITLE_MARKS);
    if (positions) this.#positions.append(positions);
  }

  /** Returns the bytes of the shard, and begins the next shard. */
  takeBytes(): Uint8Array<ArrayBuffer> {
    const shard = new ByteWriter();
    shard.writeSortedTexts(this.#keys.splice(0));
    for (const part of [this.#counts, this.#documents, this.#positions]) shard.append(part);
    return shard.takeBytes();
  }
}

/**
 * Reads a shard of keys.
 * @param size the number of documents in the index
 * @throws SearchError if the shard is damaged
 */
export function readKeyShard(bytes: Uint8Array, size: number): ReadonlyMap<string, KeyPostings> {
  const reader = new ByteReader(bytes);
  const counts = reader.readSortedTexts().map((key) => {
    const documentCount = reader.readBelow(size + 1);
    const value = reader.readNumber();
    return { key, documentCount, titleCount: Math.floor(value / 2), hasPositions: value % 2 === 1 };
  });
  const lists = counts.map(({ documentCount, titleCount, ...key }) => {
    const documents = Uint32Array.from(reader.readPostings(documentCount, 1, size));
    const marked = reader.readPostings(titleCount, TITLE_MARKS, size);
    const titles = new Map(marked.map((one) => [Math.floor(one / TITLE_MARKS), one % TITLE_MARKS]));
    return { ...key, documents, titles };
  });
  const entries = lists.map(({ key, documents, titles, hasPositions }): [string, KeyPostings] => {
    const start = reader.position;
    if (hasPositions) for (let left = documents.length; left > 0; left--) readPositions(reader);
    return [key, { documents, titles, positions: hasPositions ? { bytes, start } : null }];
  });
  reader.expectEnd();
  return new Map(entries);
}

/** Returns the positions of a key in each of the wanted documents, which ascend. */
export function readPositionsByDocument(
  { positions, documents }: KeyPostings,
  wanted: Uint32Array,
): ReadonlyMap<number, readonly number[]> {
  const positionsByDocument = new Map<number, readonly number[]>();
  if (positions === null) return positionsByDocument;
  const reader = new ByteReader(positions.bytes, positions.start);
  let next = 0;
  for (const document of documents) {
    while ((wanted[next] ?? Infinity) < document) next++;
    if (next >= wanted.length) break;
    const collected: number[] | undefined = wanted[next] === document ? [] : undefined;
    readPositions(reader, collected);
    if (collected) positionsByDocument.set(document, collected);
  }
  return positionsByDocument;
}
