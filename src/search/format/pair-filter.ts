/*
 * A filter that says of most pairs of characters in no document that they are in none (a Bloom filter with one hash): the
 * answer to a question that no document contains word for word takes no file of keys.
 */

/** Bits for each pair in documents: more would save hardly any further request. */
const BITS_PER_PAIR = 2.5;

/** Returns the bit of a pair, which is its first unit times 65536 plus its second unit. */
const findBit = (pair: number, bits: number) => (Math.imul(pair, 0x9e3779b1) >>> 0) % bits;

/** Returns the filter of some pairs. */
export function createPairFilter(pairs: readonly number[]): Uint8Array<ArrayBuffer> {
  const filter = new Uint8Array(Math.ceil((pairs.length * BITS_PER_PAIR) / 8));
  for (const pair of pairs) {
    const bit = findBit(pair, filter.length * 8);
    filter[bit >> 3] = (filter[bit >> 3] ?? 0) | (1 << (bit & 7));
  }
  return filter;
}

/** True if a document may contain a text: false if the filter lacks a pair of it. An empty filter lacks none. */
export function mayContain(filter: Uint8Array, text: string): boolean {
  if (filter.length === 0) return true;
  for (let index = 0; index + 1 < text.length; index++) {
    const pair = text.charCodeAt(index) * 0x10000 + text.charCodeAt(index + 1);
    const bit = findBit(pair, filter.length * 8);
    if (((filter[bit >> 3] ?? 0) & (1 << (bit & 7))) === 0) return false;
  }
  return true;
}

/** Bits for each start of a form, of which it sets two: with fewer, questions read shards of the table in vain. */
const BITS_PER_START = 8;

/** Returns the two bits of a text. */
function findTextBits(text: string, bits: number): [number, number] {
  let hash = 0;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  return [(hash >>> 0) % bits, (Math.imul(hash, 0x85ebca6b) >>> 0) % bits];
}

/** Starts in many queries: if the filter contained one by chance, these queries would read a shard in vain. */
const FREQUENT_STARTS = ['の', 'に', 'が', 'は', 'で', 'と', '市'];

/** Returns the filter of some texts, a little larger if it would contain a frequent start by chance. */
export function createTextFilter(texts: readonly string[]): Uint8Array<ArrayBuffer> {
  const absent = FREQUENT_STARTS.filter((start) => !texts.includes(start));
  for (let size = Math.ceil((texts.length * BITS_PER_START) / 8); ; size++) {
    const filter = new Uint8Array(size);
    for (const text of texts)
      for (const bit of findTextBits(text, filter.length * 8))
        filter[bit >> 3] = (filter[bit >> 3] ?? 0) | (1 << (bit & 7));
    // Filters of a few texts may contain such a start at any size.
    if (size > 2 * texts.length || !absent.some((start) => mayBeIn(filter, start))) return filter;
  }
}

/** True if a text may be one of a filter; false if it is none. */
export const mayBeIn = (filter: Uint8Array, text: string): boolean =>
  filter.length > 0 &&
  findTextBits(text, filter.length * 8).every((bit) => ((filter[bit >> 3] ?? 0) & (1 << (bit & 7))) !== 0);
