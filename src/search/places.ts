import { Cursor } from './bytes.ts';
import { readPositions, type Block, type Entry } from './shard.ts';

/** The documents that stand in both ascending lists. */
export function inBoth(some: Uint32Array, others: Uint32Array): Uint32Array {
  const [short, long] = some.length <= others.length ? [some, others] : [others, some];
  let at = 0;
  return short.filter((document) => {
    while ((long[at] ?? Infinity) < document) at++;
    return long[at] === document;
  });
}

/** The blocks of an entry that tell of any of these documents; none where its positions stand in its shard. */
export function blocksFor({ positions, documents }: Entry, wanted: Uint32Array): Block[] {
  if (positions === null || 'bytes' in positions) return [];
  return positions.filter(({ from, to }) => {
    const [first, last] = [documents[from] ?? 0, documents[to - 1] ?? 0];
    return wanted.some((document) => document >= first && document <= last);
  });
}

/** Reads the positions of the documents from one place of an entry's list to another, and keeps those that are wanted. */
function readInto(
  found: Map<number, number[]>,
  bytes: Uint8Array,
  { documents }: Entry,
  wanted: Uint32Array,
  { at, from, to }: Omit<Block, 'file'>,
): void {
  const cursor = new Cursor(bytes, at);
  let next = 0;
  for (let place = from; place < to; place++) {
    const document = documents[place] ?? 0;
    while ((wanted[next] ?? Infinity) < document) next++;
    if (next >= wanted.length) return;
    const positions: number[] | undefined = wanted[next] === document ? [] : undefined;
    readPositions(cursor, positions);
    if (positions) found.set(document, positions);
  }
}

/** Where an entry stands in each of the wanted documents; `block` gives the bytes of files of positions. */
export function positionsIn(
  entry: Entry,
  wanted: Uint32Array,
  block: (file: number) => Uint8Array,
): ReadonlyMap<number, readonly number[]> {
  const found = new Map<number, number[]>();
  const { positions, documents } = entry;
  if (positions === null) return found;
  if ('bytes' in positions)
    readInto(found, positions.bytes, entry, wanted, { at: positions.at, from: 0, to: documents.length });
  else for (const one of blocksFor(entry, wanted)) readInto(found, block(one.file), entry, wanted, one);
  return found;
}
