/*
 * A filter of the pairs of characters in all documents (a Bloom filter with one hash). It recognizes most pairs that no
 * document contains. Without it, each query with such a pair would load files of keys only to find nothing.
 */

/** The number of bits for each pair: more would save hardly any request. */
const BITS_PER_PAIR = 2.5;

const hasBit = (filter: Uint8Array, bit: number) => ((filter[bit >> 3] ?? 0) & (1 << (bit & 7))) !== 0;

function setBit(filter: Uint8Array, bit: number): void {
  filter[bit >> 3] = (filter[bit >> 3] ?? 0) | (1 << (bit & 7));
}

/** Returns the bit of a pair, which is its first unit times 65536 plus its second unit. */
const findBit = (pair: number, bits: number) => (Math.imul(pair, 0x9e3779b1) >>> 0) % bits;

/** Returns the filter of some pairs. */
export function createPairFilter(pairs: readonly number[]): Uint8Array<ArrayBuffer> {
  const filter = new Uint8Array(Math.ceil((pairs.length * BITS_PER_PAIR) / 8));
  for (const pair of pairs) setBit(filter, findBit(pair, filter.length * 8));
  return filter;
}

/** Returns false if no document contains a text, because the filter lacks one of its pairs. An empty filter lacks none. */
export function mayContain(filter: Uint8Array, text: string): boolean {
  if (filter.length === 0) return true;
  for (let index = 0; index + 1 < text.length; index++) {
    const pair = text.charCodeAt(index) * 0x10000 + text.charCodeAt(index + 1);
    if (!hasBit(filter, findBit(pair, filter.length * 8))) return false;
  }
  return true;
}

/** The number of bits for each text, which sets two of them. With fewer, more queries would load shards in vain. */
const BITS_PER_TEXT = 8;

/** Returns the two bits of a text. */
function findTextBits(text: string, bits: number): [number, number] {
  let hash = 0;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  return [(hash >>> 0) % bits, (Math.imul(hash, 0x85ebca6b) >>> 0) % bits];
}

/** Texts in many queries: if the filter contained one by chance, these queries would load a shard in vain. */
const FREQUENT_TEXTS = ['の', 'に', 'が', 'は', 'で', 'と', '市', 'ないの'];

/** Returns the filter of some texts. It is a little larger if it would otherwise contain a frequent text by chance. */
export function createTextFilter(texts: readonly string[]): Uint8Array<ArrayBuffer> {
  const absent = FREQUENT_TEXTS.filter((text) => !texts.includes(text));
  for (let size = Math.ceil((texts.length * BITS_PER_TEXT) / 8); ; size++) {
    const filter = new Uint8Array(size);
    for (const text of texts) for (const bit of findTextBits(text, filter.length * 8)) setBit(filter, bit);
    // Filters of a few texts may contain such a text at any size.
    if (size > 2 * texts.length || !absent.some((text) => mayBeIn(filter, text))) return filter;
  }
}

/** Returns false if a text is certainly none of those that a filter was made from. */
export const mayBeIn = (filter: Uint8Array, text: string): boolean =>
  filter.length > 0 && findTextBits(text, filter.length * 8).every((bit) => hasBit(filter, bit));
