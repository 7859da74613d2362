import { SearchError } from '../search-results.ts';

/*
 * How the index stores numbers and texts: a number takes seven bits a byte, the lowest first, and the eighth bit is set
 * if more bytes follow (LEB128). Everything else consists of numbers. docs/search.md describes the format.
 */

/** Writes numbers and texts into bytes that grow. */
export class ByteWriter {
  #bytes = new Uint8Array(256);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  #reserve(more: number): void {
    if (this.#length + more <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(this.#bytes.length * 2, this.#length + more));
    larger.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = larger;
  }

  /** Adds a whole number from 0 up to 2^49 − 1: the reader takes seven bytes at most. */
  writeNumber(value: number): void {
    this.#reserve(8);
    let rest = value;
    for (; rest >= 128; rest = Math.floor(rest / 128)) this.#bytes[this.#length++] = (rest % 128) + 128;
    this.#bytes[this.#length++] = rest;
  }

  writeList<T>(items: readonly T[], write: (item: T) => void): void {
    this.writeNumber(items.length);
    for (const item of items) write(item);
  }

  writeNumbers(values: readonly number[]): void {
    this.writeNumber(values.length);
    for (const value of values) this.writeNumber(value);
  }

  /** Adds ascending postings, each a document times `marks` plus a mark below it: the documents as distances. */
  writePostings(postings: readonly number[], marks: number): void {
    let next = 0;
    for (const posting of postings) {
      this.writeNumber(posting - next * marks);
      next = Math.floor(posting / marks) + 1;
    }
  }

  /**
   * Adds texts in the order of their UTF-16 units. Each is stored as the number of units it shares with the text
   * before, the number of units that follow, and these. The first of them is stored as its distance from the unit at
   * the same index of the text before.
   */
  writeSortedTexts(texts: readonly string[]): void {
    let previous = '';
    this.writeList(texts, (text) => {
      let shared = 0;
      while (shared < previous.length && shared < text.length && previous[shared] === text[shared]) shared++;
      this.writeNumber(shared);
      this.writeNumber(text.length - shared);
      for (let index = shared; index < text.length; index++)
        this.writeNumber(text.charCodeAt(index) - (index === shared ? previous.charCodeAt(index) || 0 : 0));
      previous = text;
    });
  }

  writeBytes(bytes: Uint8Array): void {
    this.#reserve(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  /** Adds what another writer contains, and empties that writer. */
  append(other: ByteWriter): void {
    this.writeBytes(other.#bytes.subarray(0, other.#length));
    other.#length = 0;
  }

  /** Returns a copy of what was written, and empties the writer. */
  takeBytes(): Uint8Array<ArrayBuffer> {
    const taken = this.#bytes.slice(0, this.#length);
    this.#length = 0;
    return taken;
  }
}

const createError = () => new SearchError('damaged', '索引のファイルがこわれています。');

/** Reads what `ByteWriter` writes. Every step checks the end of the bytes, so damaged bytes end in an error. */
export class ByteReader {
  readonly #bytes: Uint8Array;
  position: number;

  constructor(bytes: Uint8Array, position = 0) {
    this.#bytes = bytes;
    this.position = position;
  }

  /** Returns the next number, which is below 2^49. */
  readNumber(): number {
    let value = 0;
    for (let scale = 1; scale <= 2 ** 42; scale *= 128) {
      const byte = this.#bytes[this.position++];
      if (byte === undefined) break;
      value += (byte & 127) * scale;
      if (byte < 128) return value;
    }
    throw createError();
  }

  /** Returns the next number, which must be below a limit: the number of a document, an index in a table. */
  readBelow(limit: number): number {
    const value = this.readNumber();
    if (value >= limit) throw createError();
    return value;
  }

  /** Reads a list. An item takes a byte at least, which limits the number of items. */
  readList<T>(read: () => T): T[] {
    const length = this.readBelow(this.#bytes.length - this.position + 1);
    return Array.from({ length }, read);
  }

  /** Reads so many postings of an index of `size` documents. */
  readPostings(count: number, marks: number, size: number): number[] {
    const postings: number[] = [];
    for (let next = 0; postings.length < count;) {
      const posting = next * marks + this.readBelow((size - next) * marks);
      next = Math.floor(posting / marks) + 1;
      postings.push(posting);
    }
    return postings;
  }

  /** Returns the next bytes as they are. */
  readBytes(length: number): Uint8Array {
    const start = this.position;
    this.position += length;
    if (this.position > this.#bytes.length) throw createError();
    return this.#bytes.subarray(start, this.position);
  }

  readSortedTexts(): string[] {
    let previous = '';
    return this.readList(() => {
      const shared = this.readBelow(previous.length + 1);
      let base = previous.charCodeAt(shared) || 0;
      const rest = this.readList(() => {
        const unit = base + this.readBelow(0x10000 - base);
        base = 0;
        return unit;
      });
      return (previous = previous.slice(0, shared) + String.fromCharCode(...rest));
    });
  }

  /** Checks that nothing is left. */
  expectEnd(): void {
    if (this.position !== this.#bytes.length) throw createError();
  }
}

/** Returns the shortest text that sorts after one text and not after a later one: it separates two shards. */
export function findSeparatorKey(before: string, after: string): string {
  let shared = 0;
  while (shared < before.length && before[shared] === after[shared]) shared++;
  return after.slice(0, shared + 1);
}

/** Returns the index of the last sorted value that is not greater than a value, or −1: the shard that contains it. */
export function findShardIndex<T extends string | number>(value: T, firstValues: ArrayLike<T>): number {
  let low = 0;
  let high = firstValues.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const first = firstValues[middle];
    if (first !== undefined && first <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
