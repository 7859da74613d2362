import { findShardIndex } from '../format/byte-encoding.ts';
import type { SearchDocument } from '../search-documents.ts';
import { normalizeSearchText } from '../search-text.ts';
import { getSearchableText } from '../word-marks.ts';

/** The searched texts of all documents one after another, as UTF-16 units. A position is an index in `units`. */
export type TextCorpus = Readonly<ReturnType<typeof createTextCorpus>>;

/** Joins the searched texts of documents. */
export function createTextCorpus(documents: readonly SearchDocument[]) {
  const texts = documents.map(getSearchableText);
  const starts = new Uint32Array(texts.length + 1);
  for (const [document, text] of texts.entries()) starts[document + 1] = (starts[document] ?? 0) + text.length;
  const whole = texts.join('');
  const units = new Uint16Array(whole.length);
  for (let index = 0; index < whole.length; index++) units[index] = whole.charCodeAt(index);
  const getLength = (name: string) => normalizeSearchText(name).length;
  const nameLengths = documents.map(({ title, names }) => [title, ...names].map(getLength));
  return {
    units,
    /** Where each document begins. The last entry is the end of the texts. */
    starts,
    /** The lengths of each document's title and of its other names, which follow the title. */
    nameLengths,
    /** Where the names of each document end. */
    nameEnds: Uint32Array.from(nameLengths, (lengths, document) =>
      lengths.reduce((end, one) => end + one, starts[document] ?? 0),
    ),
    /** Returns true if a document contains a text in its searched form. */
    contains: (form: string): boolean => texts.some((text) => text.includes(form)),
    findDocument: (position: number): number => findShardIndex(position, starts),
  };
}

/* Millions of positions pass through these loops: they count indexes, because an iterator takes three times as long. */

/** Returns the positions of all pairs of neighbouring units of one document, ascending. */
function listPairs({ units, starts }: TextCorpus): Uint32Array {
  const positions = new Uint32Array(units.length);
  let count = 0;
  for (let document = 0; document + 1 < starts.length; document++) {
    const last = (starts[document + 1] ?? 0) - 1;
    for (let position = starts[document] ?? 0; position < last; position++) positions[count++] = position;
  }
  return positions.subarray(0, count);
}

/** Sorts positions by the unit at an offset from each; equal ones keep their order (counting sort). */
function sortByUnit(units: Uint16Array, positions: Uint32Array, offset: number): Uint32Array {
  // First the count of each unit `u` at `u + 1`, then the index where it begins.
  const next = new Uint32Array(0x10001);
  for (let index = 0, end = positions.length; index < end; index++) {
    const unit = units[(positions[index] ?? 0) + offset] ?? 0;
    next[unit + 1] = (next[unit + 1] ?? 0) + 1;
  }
  for (let unit = 1; unit < next.length; unit++) next[unit] = (next[unit] ?? 0) + (next[unit - 1] ?? 0);
  const sorted = new Uint32Array(positions.length);
  for (let index = 0, end = positions.length; index < end; index++) {
    const position = positions[index] ?? 0;
    const unit = units[position + offset] ?? 0;
    const target = next[unit] ?? 0;
    sorted[target] = position;
    next[unit] = target + 1;
  }
  return sorted;
}

/** Returns where runs of equal pairs begin in sorted positions, ascending. The last entry is their number. */
function findRuns(units: Uint16Array, sorted: Uint32Array): Uint32Array {
  const runs = new Uint32Array(sorted.length + 1);
  let count = 0;
  let previousPair = -1;
  for (let index = 0, end = sorted.length; index < end; index++) {
    const position = sorted[index] ?? 0;
    const pair = (units[position] ?? 0) * 0x10000 + (units[position + 1] ?? 0);
    if (pair !== previousPair) runs[count++] = index;
    previousPair = pair;
  }
  runs[count++] = sorted.length;
  return runs.subarray(0, count);
}

/** The frequent texts of one length, and by position the number of the one that begins there, from 1; 0 for none. */
type FrequentTexts = Readonly<{ count: number; numbers: Uint32Array }>;

function findFrequentPairs(
  { units }: TextCorpus,
  sorted: Uint32Array,
  runs: Uint32Array,
  maxOccurrences: number,
): FrequentTexts {
  const numbers = new Uint32Array(units.length);
  let count = 0;
  for (let run = 0; run + 1 < runs.length; run++) {
    const [from, to] = [runs[run] ?? 0, runs[run + 1] ?? 0];
    if (to - from <= maxOccurrences) continue;
    count++;
    for (let index = from; index < to; index++) numbers[sorted[index] ?? 0] = count;
  }
  return { count, numbers };
}

/**
 * Returns the frequent texts that are one unit longer. Such a text has no more occurrences than its beginning and its
 * end, so both are frequent, and their numbers identify it.
 */
function extendFrequentTexts(shorter: FrequentTexts, maxOccurrences: number): FrequentTexts {
  const base = shorter.count + 1;
  const visitTexts = (visit: (position: number, text: number) => void) => {
    for (let position = 0, end = shorter.numbers.length; position < end; position++) {
      const [first, second] = [shorter.numbers[position] ?? 0, shorter.numbers[position + 1] ?? 0];
      // Frequent texts at neighbouring positions share a unit, so both are in one document.
      if (first > 0 && second > 0) visit(position, first * base + second);
    }
  };
  const occurrences = new Map<number, number>();
  visitTexts((_position, text) => occurrences.set(text, (occurrences.get(text) ?? 0) + 1));
  const frequent = new Map<number, number>();
  for (const [text, count] of occurrences) if (count > maxOccurrences) frequent.set(text, frequent.size + 1);
  const numbers = new Uint32Array(shorter.numbers.length);
  visitTexts((position, text) => {
    numbers[position] = frequent.get(text) ?? 0;
  });
  return { count: frequent.size, numbers };
}

/** Returns for each position the length, at most `maxLength`, of the longest frequent text that begins there, or 0. */
function findFrequentLengths(pairs: FrequentTexts, maxOccurrences: number, maxLength: number): Uint8Array {
  const lengths = new Uint8Array(pairs.numbers.length);
  let texts = pairs;
  for (let length = 2; texts.count > 0; length++) {
    for (let position = 0; position < lengths.length; position++)
      if (texts.numbers[position] !== 0) lengths[position] = length;
    if (length >= maxLength) break;
    texts = extendFrequentTexts(texts, maxOccurrences);
  }
  return lengths;
}

/** A text of two units or more, and all its positions, ascending. */
export interface NgramOccurrences {
  readonly key: string;
  readonly positions: ArrayLike<number>;
  /** True for a text with so many occurrences that longer texts are keys too, and it needs no positions. */
  readonly isFrequent: boolean;
}

/**
 * Yields the keys of two units and more, in order: all pairs, and each longer text whose beginning or end, one unit
 * shorter, is frequent. So a frequent text can be looked up by longer keys with fewer occurrences.
 * @param maxOccurrences number of occurrences above which a text is frequent
 * @param maxLength maximum number of units of a key
 */
export function* extractNgrams(
  corpus: TextCorpus,
  maxOccurrences: number,
  maxLength: number,
): Generator<NgramOccurrences> {
  const { units } = corpus;
  // Sorted by the second unit, then, keeping that order, by the first.
  const sorted = sortByUnit(units, sortByUnit(units, listPairs(corpus), 1), 0);
  const runs = findRuns(units, sorted);
  const pairs = findFrequentPairs(corpus, sorted, runs, maxOccurrences);
  const frequentLengths = findFrequentLengths(pairs, maxOccurrences, maxLength - 1);
  /** By unit, 1 if a frequent text begins with it. */
  const beginsFrequent = new Uint8Array(0x10000);
  for (let position = 0; position < units.length; position++)
    if ((frequentLengths[position] ?? 0) > 0) beginsFrequent[units[position] ?? 0] = 1;
  const findEnd = (position: number) => corpus.starts[corpus.findDocument(position) + 1] ?? 0;
  const extend = function* (key: string, positions: ArrayLike<number>): Generator<NgramOccurrences> {
    const length = key.length;
    const isFrequent = (frequentLengths[positions[0] ?? 0] ?? 0) >= length;
    yield { key, positions, isFrequent };
    if (!isFrequent && beginsFrequent[key.charCodeAt(1)] === 0) return;
    const longer = new Map<number, number[]>();
    for (let index = 0, end = positions.length; index < end; index++) {
      const position = positions[index] ?? 0;
      if (!isFrequent && (frequentLengths[position + 1] ?? 0) < length) continue;
      if (position + length >= findEnd(position)) continue;
      const unit = units[position + length] ?? 0;
      const longerPositions = longer.get(unit);
      if (longerPositions) longerPositions.push(position);
      else longer.set(unit, [position]);
    }
    for (const [unit, longerPositions] of [...longer].sort(([a], [b]) => a - b))
      yield* extend(key + String.fromCharCode(unit), longerPositions);
  };
  for (let run = 0; run + 1 < runs.length; run++) {
    const positions = sorted.subarray(runs[run], runs[run + 1]);
    const [first = 0] = positions;
    const [unit, nextUnit] = [units[first] ?? 0, units[first + 1] ?? 0];
    const key = String.fromCharCode(unit, nextUnit);
    // Most pairs are not frequent, and no frequent text begins with their second unit: they have no longer keys.
    if ((frequentLengths[first] ?? 0) < 2 && beginsFrequent[nextUnit] === 0)
      yield { key, positions, isFrequent: false };
    else yield* extend(key, positions);
  }
}

/** Yields each unit as a key with all its positions, in order. It is always a key, so it counts as frequent. */
export function* listUnits({ units }: TextCorpus): Generator<NgramOccurrences> {
  const positions = new Uint32Array(units.length);
  for (let position = 0; position < units.length; position++) positions[position] = position;
  const sorted = sortByUnit(units, positions, 0);
  for (let from = 0, to = 0; from < sorted.length; from = to) {
    const unit = units[sorted[from] ?? 0] ?? 0;
    while (to < sorted.length && units[sorted[to] ?? 0] === unit) to++;
    yield { key: String.fromCharCode(unit), positions: sorted.subarray(from, to), isFrequent: true };
  }
}
