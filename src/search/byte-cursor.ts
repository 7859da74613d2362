import { SearchError } from './search-results.ts';

const damaged = () => new SearchError('damaged', '索引のファイルがこわれています。');

/**
 * Reads whole numbers one after another: seven bits a byte, the lowest first, the eighth set where more follow.
 * Every step is held against the end of the bytes, so that no damage leads outside of them.
 */
export class ByteCursor {
  readonly #bytes: Uint8Array;
  position: number;

  constructor(bytes: Uint8Array, at = 0) {
    this.#bytes = bytes;
    this.position = at;
  }

  /** The next number; below 2^53. */
  readNumber(): number {
    let value = 0;
    for (let scale = 1; scale <= 2 ** 42; scale *= 128) {
      const byte = this.#bytes[this.position++];
      if (byte === undefined) break;
      value += (byte & 127) * scale;
      if (byte < 128) return value;
    }
    throw damaged();
  }

  /** The next number, which must be below a limit: a document's number, a place in a table. */
  readBelow(limit: number): number {
    const value = this.readNumber();
    if (value >= limit) throw damaged();
    return value;
  }

  /** How many things follow, each of which takes a byte at least. */
  readCount(): number {
    return this.readBelow(this.#bytes.length - this.position + 1);
  }

  /** The next text: how many UTF-16 units it has, then each. */
  readText(): string {
    return String.fromCharCode(...Array.from({ length: this.readCount() }, () => this.readBelow(0x10000)));
  }

  /** Ends the reading; there must be nothing left. */
  expectEnd(): void {
    if (this.position !== this.#bytes.length) throw damaged();
  }
}

/**
 * A list of texts in the order of their UTF-16 units. Each is told by how many units it shares with the one before,
 * how many follow, and these: the first by its distance from the unit in its place before.
 */
export function readSortedTexts(cursor: ByteCursor): string[] {
  let last = '';
  return Array.from({ length: cursor.readCount() }, () => {
    const kept = cursor.readBelow(last.length + 1);
    let base = last.charCodeAt(kept) || 0;
    const rest = Array.from({ length: cursor.readCount() }, () => {
      const unit = base + cursor.readBelow(0x10000 - base);
      base = 0;
      return unit;
    });
    return (last = last.slice(0, kept) + String.fromCharCode(...rest));
  });
}

/**
 * The place of the last of sorted texts that is not behind a key, -1 where all are: which of the shards that begin
 * with these texts holds the key.
 */
export function findShardIndex(key: string, firsts: readonly string[]): number {
  let low = 0;
  let high = firsts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((firsts[middle] ?? '') <= key) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
