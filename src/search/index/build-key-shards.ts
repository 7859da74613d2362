import { TITLE_START, TITLE_END } from '../key-shard.ts';
import {
  createDocumentFinder,
  listDocumentsByUnit,
  extractNgrams,
  type NgramOccurrences,
  type TextCorpus,
} from './extract-ngrams.ts';
import { findSeparatorKey, ByteWriter } from './byte-writer.ts';

/** A file of an index before it is packed. */
export interface UnpackedFile {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** What the reader must know to find keys. */
export interface KeyDirectory {
  /** The texts that part the shards. */
  readonly separators: readonly string[];
  /** The long lists: keys that have longer ones and no positions. */
  readonly frequentKeys: readonly string[];
}

/** How many units a key has at most. */
const LONGEST = 8;

/** What is known of a key: its documents, the marks of those that hold it in the title, and its positions in each. */
interface KeyRecord {
  readonly key: string;
  readonly documents: readonly number[] | Uint32Array;
  readonly titles: ReadonlyMap<number, number>;
  /** The positions of all documents behind one another, written; null where they are not needed. */
  readonly positions: Uint8Array | null;
}

/** The keys of one shard, written in parts that stand behind one another. */
class ShardWriter {
  readonly #heads = new ByteWriter();
  readonly #documents = new ByteWriter();
  readonly #positions = new ByteWriter();
  readonly keys: string[] = [];

  get length(): number {
    return 2 * this.keys.length + this.#heads.length + this.#documents.length + this.#positions.length;
  }

  add({ key, documents, titles, positions }: KeyRecord): void {
    this.keys.push(key);
    this.#heads.writeNumber(documents.length);
    this.#heads.writeNumber(titles.size * 2 + (positions ? 1 : 0));
    let next = 0;
    for (const document of documents) {
      this.#documents.writeNumber(document - next);
      next = document + 1;
    }
    next = 0;
    for (const [document, marks] of titles) {
      this.#documents.writeNumber((document - next) * 4 + marks);
      next = document + 1;
    }
    if (positions) this.#positions.writeBytes(positions);
  }

  take(): Uint8Array<ArrayBuffer> {
    const all = new ByteWriter();
    all.writeSortedTexts(this.keys.splice(0));
    for (const part of [this.#heads, this.#documents, this.#positions]) all.writeBytes(part.takeBytes());
    return all.takeBytes();
  }
}

/** Goes through the places of a key, document by document, and gathers what is to be known. */
function knownGram(
  texts: TextCorpus,
  find: (place: number) => number,
  { key, places, isLong }: NgramOccurrences,
  writer: ByteWriter,
): KeyRecord {
  const documents: number[] = [];
  const titles = new Map<number, number>();
  for (let at = 0; at < places.length;) {
    const document = find(places[at] ?? 0);
    const start = texts.starts[document] ?? 0;
    const next = texts.starts[document + 1] ?? 0;
    const title = start + (texts.titles[document] ?? 0);
    documents.push(document);
    for (let before = start, more = 1; more === 1;) {
      const place = places[at++] ?? 0;
      more = (places[at] ?? Infinity) < next ? 1 : 0;
      if (!isLong) writer.writeNumber((place - before) * 2 + more);
      before = place;
      const end = place + key.length;
      if (end <= title)
        titles.set(document, (titles.get(document) ?? 0) | marksOf(place - start, end - title));
    }
  }
  return { key, documents, titles, positions: isLong ? null : writer.takeBytes() };
}

/** The marks of a place in a title: how far its beginning is from the title's, and its end from the title's. */
function marksOf(fromStart: number, fromEnd: number): number {
  return (fromStart === 0 ? TITLE_START : 0) + (fromEnd === 0 ? TITLE_END : 0);
}

/** The titles that hold each unit, with their marks. */
function titlesOfUnits({ units, starts, titles }: TextCorpus): Map<number, Map<number, number>> {
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

/** Every key of the texts, in order: each unit before the pairs that begin with it. Long lists are put down. */
function* keysOf(texts: TextCorpus, most: number, long: string[]): Generator<KeyRecord> {
  const { from, documents } = listDocumentsByUnit(texts);
  const titles = titlesOfUnits(texts);
  const find = createDocumentFinder(texts);
  const writer = new ByteWriter();
  const single = (unit: number): KeyRecord => ({
    key: String.fromCharCode(unit),
    documents: documents.subarray(from[unit], from[unit + 1]),
    titles: titles.get(unit) ?? new Map<number, number>(),
    positions: null,
  });
  let unit = 0;
  const singlesTo = function* (end: number) {
    for (; unit < end; unit++) if (from[unit] !== from[unit + 1]) yield single(unit);
  };
  for (const gram of extractNgrams(texts, most, LONGEST)) {
    yield* singlesTo(gram.key.charCodeAt(0) + 1);
    if (gram.isLong) long.push(gram.key);
    yield knownGram(texts, find, gram, writer);
  }
  yield* singlesTo(0x10000);
}

/**
 * Makes the shards of keys.
 * @param size about how many bytes a file has before it is packed
 * @param most at how many places a key may stand before longer ones are made
 */
export function* buildKeyShards(
  texts: TextCorpus,
  size: number,
  most: number,
): Generator<UnpackedFile, KeyDirectory> {
  const shard = new ShardWriter();
  const firsts: string[] = [];
  const long: string[] = [];
  let last = '';
  for (const known of keysOf(texts, most, long)) {
    const { key, documents, positions } = known;
    const length = documents.length + (positions?.length ?? 0);
    if (shard.keys.length > 0 && shard.length + length > size)
      yield { name: `keys/${firsts.length - 1}.bin`, bytes: shard.take() };
    if (shard.keys.length === 0) firsts.push(findSeparatorKey(last, key));
    shard.add(known);
    last = key;
  }
  if (shard.keys.length > 0) yield { name: `keys/${firsts.length - 1}.bin`, bytes: shard.take() };
  return { separators: firsts, frequentKeys: long };
}
