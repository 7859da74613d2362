import { ByteCursor } from './bytes.ts';
import { readPositions, type KeyPostings } from './shard.ts';

/** The documents that stand in both ascending lists. */
export function intersectSorted(some: Uint32Array, others: Uint32Array): Uint32Array {
  const [short, long] = some.length <= others.length ? [some, others] : [others, some];
  let at = 0;
  return short.filter((document) => {
    while ((long[at] ?? Infinity) < document) at++;
    return long[at] === document;
  });
}

/** Where a key stands in each of the wanted documents, which ascend. */
export function readPositionsByDocument(
  { positions, documents }: KeyPostings,
  wanted: Uint32Array,
): ReadonlyMap<number, readonly number[]> {
  const found = new Map<number, readonly number[]>();
  if (positions === null) return found;
  const cursor = new ByteCursor(positions.bytes, positions.at);
  let next = 0;
  for (const document of documents) {
    while ((wanted[next] ?? Infinity) < document) next++;
    if (next >= wanted.length) break;
    const own: number[] | undefined = wanted[next] === document ? [] : undefined;
    readPositions(cursor, own);
    if (own) found.set(document, own);
  }
  return found;
}
