import { BEGINS, ENDS, HERE, NOWHERE } from '../shard.ts';
import { documentFinder, documentsOfUnits, pairsOf, type Texts } from './grams.ts';
import { parting, Writer } from './writer.ts';

/** A file of an index before it is packed. */
export interface Raw {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** What is known of a key: its documents, the marks of those that hold it in the title, and its positions in each. */
interface Known {
  readonly key: string;
  readonly documents: readonly number[] | Uint32Array;
  readonly titles: ReadonlyMap<number, number>;
  /** The positions of all documents behind one another, written; null for a single character. */
  readonly positions: { readonly bytes: Uint8Array; readonly ends: readonly number[] } | null;
}

/** Positions that take more bytes than this stand in files of their own. */
const MOST_HERE = 256;

/** Cuts what is long into files, at the ends of documents. */
class Spill {
  readonly #writer = new Writer();
  readonly #size: number;
  #file = 0;

  constructor(size: number) {
    this.#size = size;
  }

  /**
   * Adds the positions of a key; gives the files that are full.
   * @returns where they stand: the first file, where in it, and how many documents each file tells of
   */
  *add({ bytes, ends }: NonNullable<Known['positions']>): Generator<Raw, [number, number, number[]]> {
    const place: [number, number] = [this.#file, this.#writer.length];
    const lengths: number[] = [];
    for (let from = 0, at = 0; from < ends.length;) {
      const room = Math.max(1, this.#size - this.#writer.length);
      let to = from + 1;
      while (to < ends.length && (ends[to] ?? 0) - at <= room) to++;
      this.#writer.bytes(bytes.subarray(at, ends[to - 1]));
      lengths.push(to - from);
      at = ends[to - 1] ?? 0;
      from = to;
      if (this.#writer.length >= this.#size || from < ends.length) yield* this.end();
    }
    return [...place, lengths];
  }

  *end(): Generator<Raw> {
    if (this.#writer.length > 0) yield { name: `positions/${this.#file++}.bin`, bytes: this.#writer.take() };
  }
}

/** The keys of one shard, written in parts that stand behind one another. */
class Shard {
  readonly #heads = new Writer();
  readonly #documents = new Writer();
  readonly #positions = new Writer();
  readonly keys: string[] = [];

  get length(): number {
    return 2 * this.keys.length + this.#heads.length + this.#documents.length + this.#positions.length;
  }

  add({ key, documents, titles, positions }: Known, spilled: [number, number, number[]] | null): void {
    this.keys.push(key);
    this.#heads.number(documents.length);
    this.#heads.number(titles.size);
    if (spilled) {
      const [file, at, lengths] = spilled;
      this.#heads.number(lengths.length === 1 ? 2 : 3);
      this.#heads.number(file);
      this.#heads.number(at);
      if (lengths.length > 1) for (const length of lengths) this.#heads.number(length);
    } else this.#heads.number(positions ? HERE : NOWHERE);
    let next = 0;
    for (const document of documents) {
      this.#documents.number(document - next);
      next = document + 1;
    }
    next = 0;
    for (const [document, marks] of titles) {
      this.#documents.number((document - next) * 4 + marks);
      next = document + 1;
    }
    if (positions && !spilled) this.#positions.bytes(positions.bytes);
  }

  take(): Uint8Array<ArrayBuffer> {
    const all = new Writer();
    all.sorted(this.keys.splice(0));
    for (const part of [this.#heads, this.#documents, this.#positions]) all.bytes(part.take());
    return all.take();
  }
}

/** Writes the positions of a pair, document by document, and gathers the documents. */
function knownPair(
  texts: Texts,
  find: (place: number) => number,
  key: string,
  places: Uint32Array,
  writer: Writer,
): Known {
  const documents: number[] = [];
  const titles = new Map<number, number>();
  const ends: number[] = [];
  for (let at = 0; at < places.length;) {
    const document = find(places[at] ?? 0);
    const start = texts.starts[document] ?? 0;
    const next = texts.starts[document + 1] ?? 0;
    const title = start + (texts.titles[document] ?? 0);
    documents.push(document);
    for (let before = start; ;) {
      const place = places[at++] ?? 0;
      const more = (places[at] ?? Infinity) < next ? 1 : 0;
      writer.number((place - before) * 2 + more);
      before = place;
      if (place + 2 <= title)
        titles.set(document, (titles.get(document) ?? 0) | marksOf(place - start, place + 2 - title));
      if (more === 0) break;
    }
    ends.push(writer.length);
  }
  return { key, documents, titles, positions: { bytes: writer.take(), ends } };
}

/** The marks of a place in a title: how far its beginning is from the title's, and its end from the title's. */
function marksOf(fromStart: number, fromEnd: number): number {
  return (fromStart === 0 ? BEGINS : 0) + (fromEnd === 0 ? ENDS : 0);
}

/** The titles that hold each unit, with their marks. */
function titlesOfUnits({ units, starts, titles }: Texts): Map<number, Map<number, number>> {
  const found = new Map<number, Map<number, number>>();
  for (const [document, length] of titles.entries()) {
    const start = starts[document] ?? 0;
    for (let at = 0; at < length; at++) {
      const unit = units[start + at] ?? 0;
      const own = found.get(unit) ?? new Map<number, number>();
      found.set(unit, own);
      own.set(document, (own.get(document) ?? 0) | marksOf(at, at + 1 - length));
    }
  }
  return found;
}

/** Every key of the texts, in order: each unit before the pairs that begin with it. */
function* keysOf(texts: Texts): Generator<Known> {
  const { from, documents } = documentsOfUnits(texts);
  const titles = titlesOfUnits(texts);
  const find = documentFinder(texts);
  const writer = new Writer();
  const single = (unit: number): Known => ({
    key: String.fromCharCode(unit),
    documents: documents.subarray(from[unit], from[unit + 1]),
    titles: titles.get(unit) ?? new Map<number, number>(),
    positions: null,
  });
  let unit = 0;
  const singlesTo = function* (end: number) {
    for (; unit < end; unit++) if (from[unit] !== from[unit + 1]) yield single(unit);
  };
  for (const { first, second, places } of pairsOf(texts)) {
    yield* singlesTo(first + 1);
    yield knownPair(texts, find, String.fromCharCode(first, second), places, writer);
  }
  yield* singlesTo(0x10000);
}

/**
 * Makes the shards of keys and the files of positions.
 * @param size about how many bytes a file has before it is packed
 * @returns the texts that part the shards
 */
export function* shardsOf(texts: Texts, size: number): Generator<Raw, string[]> {
  const shard = new Shard();
  const spill = new Spill(size);
  const firsts: string[] = [];
  let last = '';
  let shards = 0;
  for (const known of keysOf(texts)) {
    const { key, positions } = known;
    if (shard.keys.length > 0 && shard.length + known.documents.length > size)
      yield { name: `keys/${shards++}.bin`, bytes: shard.take() };
    if (shard.keys.length === 0) firsts.push(parting(last, key));
    const isLong = positions !== null && positions.bytes.length > MOST_HERE;
    shard.add(known, isLong ? yield* spill.add(positions) : null);
    last = key;
  }
  if (shard.keys.length > 0) yield { name: `keys/${shards}.bin`, bytes: shard.take() };
  yield* spill.end();
  return firsts;
}
