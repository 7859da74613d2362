/** The searched texts of all documents behind one another, as UTF-16 units. */
export interface TextCorpus {
  readonly units: Uint16Array;
  /** Where each document begins; one more at the end. */
  readonly starts: Uint32Array;
  /** How long each document's title is. */
  readonly titles: Uint32Array;
}

/** How many places share one entry of the table that finds the document of a place. */
const STRIDE = 64;

/** Gives the document that a place belongs to. */
export function createDocumentFinder({ units, starts }: TextCorpus): (place: number) => number {
  const table = new Uint32Array(Math.ceil(units.length / STRIDE) + 1);
  for (let document = 0, entry = 0; entry < table.length; entry++) {
    while (document + 2 < starts.length && (starts[document + 1] ?? 0) <= entry * STRIDE) document++;
    table[entry] = document;
  }
  return (place) => {
    let document = table[Math.floor(place / STRIDE)] ?? 0;
    while ((starts[document + 1] ?? Infinity) <= place) document++;
    return document;
  };
}

/** The places of all pairs of units that follow each other in one document, ascending. */
function pairPlaces({ units, starts }: TextCorpus): Uint32Array {
  const places = new Uint32Array(units.length);
  let count = 0;
  for (let document = 0; document + 1 < starts.length; document++) {
    const last = (starts[document + 1] ?? 0) - 1;
    for (let place = starts[document] ?? 0; place < last; place++) places[count++] = place;
  }
  return places.subarray(0, count);
}

/** Places in the order of the units that stand so far behind them; equal ones keep their order. */
function sortedBy(units: Uint16Array, places: Uint32Array, offset: number): Uint32Array {
  const next = new Uint32Array(0x10001);
  for (const place of places) {
    const unit = units[place + offset] ?? 0;
    next[unit + 1] = (next[unit + 1] ?? 0) + 1;
  }
  for (let unit = 1; unit < next.length; unit++) next[unit] = (next[unit] ?? 0) + (next[unit - 1] ?? 0);
  const sorted = new Uint32Array(places.length);
  for (const place of places) {
    const unit = units[place + offset] ?? 0;
    const at = next[unit] ?? 0;
    sorted[at] = place;
    next[unit] = at + 1;
  }
  return sorted;
}

/**
 * The places of all pairs, in the order of the pairs; equal pairs in the order of their places. Sorted by the second unit,
 * then, keeping that order, by the first.
 */
function sortedPairs(texts: TextCorpus): Uint32Array {
  return sortedBy(texts.units, sortedBy(texts.units, pairPlaces(texts), 1), 0);
}

/**
 * For each place, how many units the longest text has that begins there and stands at more than `most` places; 0 where
 * not even the pair does. Such texts are called long lists. Up to `longest` units are looked at.
 *
 * A text of n + 1 units stands at no more places than its first n and its last n. So it is enough to count, step by step,
 * those of which both are long lists; each is told by the numbers of the two.
 */
function longLists(
  { units }: TextCorpus,
  sorted: Uint32Array,
  runs: Uint32Array,
  most: number,
  longest: number,
): Uint8Array {
  const lengths = new Uint8Array(units.length);
  /** The number of the long list of the present length that begins at a place. */
  let numbers = new Uint32Array(units.length);
  let [count, begun] = [0, 0];
  for (let run = 0; run + 1 < runs.length; run++) {
    const [from, to] = [runs[run] ?? 0, runs[run + 1] ?? 0];
    if (to - from <= most) continue;
    count++;
    begun += to - from;
    for (let at = from; at < to; at++) {
      lengths[sorted[at] ?? 0] = 2;
      numbers[sorted[at] ?? 0] = count;
    }
  }
  /** Where long lists of the present length begin, ascending. */
  let places = new Uint32Array(begun);
  for (let place = 0, at = 0; at < begun; place++) if (lengths[place] === 2) places[at++] = place;
  for (let length = 3; length <= longest && count > 0; length++) {
    const [before, held] = [numbers, places];
    const base = count + 1;
    const each = (visit: (place: number, text: number) => void) => {
      for (const place of held) {
        const last = before[place + 1] ?? 0;
        // Two long lists at neighbouring places share a unit, so that both are of one document.
        if (last > 0) visit(place, (before[place] ?? 0) * base + last);
      }
    };
    const counts = new Map<number, number>();
    each((_place, text) => counts.set(text, (counts.get(text) ?? 0) + 1));
    const known = new Map<number, number>();
    for (const [text, times] of counts) if (times > most) known.set(text, known.size + 1);
    const next = new Uint32Array(units.length);
    let kept = 0;
    each((place, text) => {
      const number = known.get(text);
      if (number === undefined) return;
      lengths[place] = length;
      next[place] = number;
      // It is no further on than the place just read.
      held[kept++] = place;
    });
    [numbers, places, count] = [next, held.subarray(0, kept), known.size];
  }
  return lengths;
}

/** Where runs of equal pairs begin in sorted places, ascending; one more at the end. */
function runsOf(units: Uint16Array, sorted: Uint32Array): Uint32Array {
  const runs = new Uint32Array(sorted.length + 1);
  let count = 0;
  let last = -1;
  for (let at = 0; at < sorted.length; at++) {
    const place = sorted[at] ?? 0;
    const pair = (units[place] ?? 0) * 0x10000 + (units[place + 1] ?? 0);
    if (pair !== last) runs[count++] = at;
    last = pair;
  }
  runs[count++] = sorted.length;
  return runs.subarray(0, count);
}

/** A text of two units or more and all places where it stands, ascending. */
export interface NgramOccurrences {
  readonly key: string;
  readonly places: Iterable<number> & ArrayLike<number>;
  /** True where it stands at so many places that the texts one unit longer are keys too, and it needs no positions. */
  readonly isLong: boolean;
}

/**
 * The keys of two units and more, in order: all pairs, and each longer text whose beginning or end, one unit shorter, is
 * a long list. So what stands at many places can be looked up by longer texts that stand at few.
 * @param most how many places a text may have before longer ones are made
 * @param longest how many units a key has at most
 */
export function* extractNgrams(
  texts: TextCorpus,
  most: number,
  longest: number,
): Generator<NgramOccurrences> {
  const { units } = texts;
  const find = createDocumentFinder(texts);
  const sorted = sortedPairs(texts);
  const runs = runsOf(units, sorted);
  const lengths = longLists(texts, sorted, runs, most, longest - 1);
  /** Tells of each unit whether long lists begin with it. */
  const leads = new Uint8Array(0x10000);
  for (const [place, length] of lengths.entries()) if (length > 0) leads[units[place] ?? 0] = 1;
  const endOf = (place: number) => texts.starts[find(place) + 1] ?? 0;
  const longer = function* (
    key: string,
    places: Iterable<number> & ArrayLike<number>,
  ): Generator<NgramOccurrences> {
    const length = key.length;
    const isLong = (lengths[places[0] ?? 0] ?? 0) >= length;
    yield { key, places, isLong };
    if (!isLong && leads[key.charCodeAt(1)] === 0) return;
    const next = new Map<number, number[]>();
    for (const place of places) {
      if (!isLong && (lengths[place + 1] ?? 0) < length) continue;
      if (place + length >= endOf(place)) continue;
      const unit = units[place + length] ?? 0;
      const own = next.get(unit);
      if (own) own.push(place);
      else next.set(unit, [place]);
    }
    for (const [unit, own] of [...next].sort(([a], [b]) => a - b))
      yield* longer(key + String.fromCharCode(unit), own);
  };
  for (let run = 0; run + 1 < runs.length; run++) {
    const place = sorted[runs[run] ?? 0] ?? 0;
    const key = String.fromCharCode(units[place] ?? 0, units[place + 1] ?? 0);
    const places = sorted.subarray(runs[run], runs[run + 1]);
    // Most pairs are no long lists, and none begins with their second unit: they have no longer keys.
    if ((lengths[place] ?? 0) < 2 && leads[units[place + 1] ?? 0] === 0) yield { key, places, isLong: false };
    else yield* longer(key, places);
  }
}

/** The documents that hold each unit, ascending: those of unit `u` stand from `from[u]` up to `from[u + 1]`. */
export function listDocumentsByUnit({ units, starts }: TextCorpus): {
  from: Uint32Array;
  documents: Uint32Array;
} {
  const from = new Uint32Array(0x10001);
  const each = (visit: (unit: number, document: number) => void) => {
    const last = new Int32Array(0x10000).fill(-1);
    for (let document = 0; document + 1 < starts.length; document++)
      for (let place = starts[document] ?? 0; place < (starts[document + 1] ?? 0); place++) {
        const unit = units[place] ?? 0;
        if (last[unit] === document) continue;
        last[unit] = document;
        visit(unit, document);
      }
  };
  each((unit) => {
    from[unit + 1] = (from[unit + 1] ?? 0) + 1;
  });
  for (let unit = 1; unit < from.length; unit++) from[unit] = (from[unit] ?? 0) + (from[unit - 1] ?? 0);
  const documents = new Uint32Array(from.at(-1) ?? 0);
  const next = from.slice();
  each((unit, document) => {
    documents[next[unit] ?? 0] = document;
    next[unit] = (next[unit] ?? 0) + 1;
  });
  return { from, documents };
}
