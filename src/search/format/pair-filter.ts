/*
 * Filters of texts (homogeneous ribbon filters), which recognize most texts that they do not contain. The filter of
 * all pairs of characters in documents saves requests: without it, a query with another pair would load files of keys
 * only to find nothing.
 *
 * A filter consists of planes of bits. A text selects some of 32 neighbouring bits; in each plane an even number of
 * these is set if the filter contains the text, and by chance in half of the planes if not. This takes little more than
 * one bit for each text and plane, a third less than a Bloom filter.
 */

/** The planes of the filter of pairs. A second one would have more bytes than it would save in a query. */
const PAIR_PLANES = 1;

/** The planes of the filter of starts of forms. */
const START_PLANES = 6;

/** The bits of a plane for each text. With fewer, texts depend on each other, and the filter has too many others. */
const BITS_PER_TEXT = 1.08;
const WIDTH = 32;

/** Pairs with punctuation are not in the filter: queries hardly have any. */
const PUNCTUATION = /[!-/、-〟]/;

const countPlaneBits = (filter: Uint8Array, planes: number) => Math.floor((filter.length * 8) / planes);

/** Returns the first of the 32 bits of a text, and a number whose bits select some of these. It mixes bits as hashes do. */
function selectBits(text: string, planeBits: number): [first: number, selection: number] {
  let hash = 0;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  const selection = Math.imul(hash, 0x85ebca6b);
  return [(hash >>> 0) % (planeBits - WIDTH + 1), (selection ^ (selection >>> 15)) | 1];
}

/** Returns 1 if an odd number of the selected bits is set. */
function findParity(filter: Uint8Array, first: number, selection: number): number {
  let parity = 0;
  for (let bit = first; selection !== 0; bit++, selection >>>= 1)
    parity ^= selection & ((filter[bit >> 3] ?? 0) >> (bit & 7)) & 1;
  return parity;
}

/** Returns false if a filter certainly does not contain a text. */
export function mayBeIn(filter: Uint8Array, text: string, planes = START_PLANES): boolean {
  const planeBits = countPlaneBits(filter, planes);
  const [first, selection] = selectBits(text, planeBits);
  let parity = filter.length === 0 ? 1 : 0;
  for (let plane = 0; plane < planes; plane++) parity ||= findParity(filter, plane * planeBits + first, selection);
  return parity === 0;
}

/** Returns false if the filter lacks a pair of a text: no document contains the text. An empty filter lacks none. */
export function mayContain(filter: Uint8Array, text: string): boolean {
  for (let end = filter.length === 0 ? Infinity : 2; end <= text.length; end++) {
    const pair = text.slice(end - 2, end);
    if (!PUNCTUATION.test(pair) && !mayBeIn(filter, pair, PAIR_PLANES)) return false;
  }
  return true;
}

/**
 * Chooses the bits so that each text selects an even number of set bits in each plane; the others are random.
 * @param more bytes that the filter need not have
 */
function solveFilter(texts: readonly string[], planes: number, more = 0): Uint8Array<ArrayBuffer> {
  const filter = new Uint8Array(Math.ceil(((texts.length * BITS_PER_TEXT + WIDTH) * planes) / 8) + more);
  const planeBits = countPlaneBits(filter, planes);
  const equations = new Int32Array(planeBits);
  for (const text of texts)
    for (let [bit, rest] = selectBits(text, planeBits); rest !== 0; rest ^= equations[bit] ?? 0) {
      // The zeros at the end of the number: the equation begins at its lowest 1.
      const skipped = 31 - Math.clz32(rest & -rest);
      bit += skipped;
      rest >>>= skipped;
      equations[bit] ||= rest;
    }
  let random = 1;
  for (let bit = planes * planeBits - 1; bit >= 0; bit--) {
    const equation = equations[bit % planeBits] ?? 0;
    random = Math.imul(random, 1_664_525) + 1_013_904_223;
    if (equation === 0 ? random < 0 : findParity(filter, bit, equation) === 1)
      filter[bit >> 3] = (filter[bit >> 3] ?? 0) | (1 << (bit & 7));
  }
  return filter;
}

/** The number of filters of pairs from which the best is chosen. */
const PAIR_FILTERS = 64;

/**
 * Returns the filter of some pairs. Of several that differ by a few bytes, it is the one that excludes the most
 * queries, which saves a request in every eighth question about five plans.
 * @param queries words that people search for
 */
export function createPairFilter(pairs: readonly string[], queries: readonly string[] = []): Uint8Array<ArrayBuffer> {
  const kept = pairs.filter((pair) => !PUNCTUATION.test(pair));
  const filters = Array.from({ length: PAIR_FILTERS }, (_, more) => solveFilter(kept, PAIR_PLANES, more));
  const counts = filters.map((filter) => queries.filter((query) => mayContain(filter, query)).length);
  return filters[counts.indexOf(Math.min(...counts))] ?? new Uint8Array();
}

/** Texts in many queries. If the filter contained one by chance, all these queries would load a shard in vain. */
const FREQUENT_TEXTS =
  'あ い う え お か き く け こ さ し す せ そ た ち つ て と な に ぬ ね の は ひ ふ へ ほ ま み む め も や ゆ よ ら り る れ ろ わ が ぎ ぐ げ ご だ で ど 市 方 のお した して しよ する です ます ない たい てい られ れる でき ある いる なる これ それ この その どう こと もの から まで つて ので とき よう ほし わか もら くれ おく てる てない えない やつ つけ つか ないの ? る? 市の 所の るの しい ほしい りた りたい てほ てほし つてる';

/** Returns the filter of some texts. It is a little larger if it would otherwise contain a frequent text by chance. */
export function createTextFilter(texts: readonly string[]): Uint8Array<ArrayBuffer> {
  const absent = FREQUENT_TEXTS.split(' ').filter((text) => !texts.includes(text));
  for (let more = 0; ; more++) {
    const filter = texts.length > 0 ? solveFilter(texts, START_PLANES, more) : new Uint8Array();
    if (!absent.some((text) => mayBeIn(filter, text))) return filter;
  }
}
