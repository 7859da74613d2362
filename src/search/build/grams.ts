/** The searched texts of all documents behind one another, as UTF-16 units. */
export interface Texts {
  readonly units: Uint16Array;
  /** Where each document begins; one more at the end. */
  readonly starts: Uint32Array;
  /** How long each document's title is. */
  readonly titles: Uint32Array;
}

/** How many places share one entry of the table that finds the document of a place. */
const STRIDE = 64;

/** Gives the document that a place belongs to. */
export function documentFinder({ units, starts }: Texts): (place: number) => number {
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

/**
 * The places of all pairs of units that follow each other in one document, in the order of the pairs; equal pairs in
 * the order of their places. Sorted by the second unit, then, keeping that order, by the first.
 */
function sortedPairs({ units, starts }: Texts): Uint32Array {
  const pairs = units.length - (starts.length - 1) + emptyDocuments(starts);
  const sortBy = (offset: number, each: (visit: (place: number) => void) => void) => {
    const next = new Uint32Array(0x10001);
    each((place) => {
      const unit = units[place + offset] ?? 0;
      next[unit + 1] = (next[unit + 1] ?? 0) + 1;
    });
    for (let unit = 1; unit < next.length; unit++) next[unit] = (next[unit] ?? 0) + (next[unit - 1] ?? 0);
    const sorted = new Uint32Array(pairs);
    each((place) => {
      const unit = units[place + offset] ?? 0;
      const at = next[unit] ?? 0;
      sorted[at] = place;
      next[unit] = at + 1;
    });
    return sorted;
  };
  const bySecond = sortBy(1, (visit) => {
    for (let document = 0; document + 1 < starts.length; document++)
      for (let place = starts[document] ?? 0; place + 1 < (starts[document + 1] ?? 0); place++) visit(place);
  });
  return sortBy(0, (visit) => {
    for (const place of bySecond) visit(place);
  });
}

function emptyDocuments(starts: Uint32Array): number {
  let empty = 0;
  for (let document = 0; document + 1 < starts.length; document++)
    if (starts[document] === starts[document + 1]) empty++;
  return empty;
}

/** One pair of units and where it stands. */
export interface Pair {
  readonly first: number;
  readonly second: number;
  readonly places: Uint32Array;
}

/** All pairs, in the order of their units. */
export function* pairsOf(texts: Texts): Generator<Pair> {
  const { units } = texts;
  const sorted = sortedPairs(texts);
  for (let from = 0, to = 0; from < sorted.length; from = to) {
    const first = units[sorted[from] ?? 0] ?? 0;
    const second = units[(sorted[from] ?? 0) + 1] ?? 0;
    do to++;
    while (to < sorted.length && units[sorted[to] ?? 0] === first && units[(sorted[to] ?? 0) + 1] === second);
    yield { first, second, places: sorted.subarray(from, to) };
  }
}

/** The documents that hold each unit, ascending: those of unit `u` stand from `from[u]` up to `from[u + 1]`. */
export function documentsOfUnits({ units, starts }: Texts): { from: Uint32Array; documents: Uint32Array } {
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
