/** Returns a function that computes something of an object only once. */
export function memoizeByObject<K extends object, T>(compute: (key: K) => T): (key: K) => T {
  const known = new WeakMap<K, { readonly result: T }>();
  return (key) => {
    const found = known.get(key);
    if (found) return found.result;
    const result = compute(key);
    known.set(key, { result });
    return result;
  };
}

/** The maximum number of results that a function keeps: most values of a table occur often, but large files have many. */
const MAX_KEPT = 4096;

/** Returns a function that keeps up to `MAX_KEPT` results, and then forgets all of them. Nobody may change a result. */
export function memoizeByValue<K, T>(compute: (key: K) => T): (key: K) => T {
  const known = new Map<K, { readonly result: T }>();
  return (key) => {
    const found = known.get(key);
    if (found) return found.result;
    const result = compute(key);
    if (known.size === MAX_KEPT) known.clear();
    known.set(key, { result });
    return result;
  };
}

/** Returns each item whose key an earlier item has, and the first item with that key. */
export function findRepetitions<T extends object>(items: readonly T[], getKey: (item: T) => unknown) {
  const groups = [...Map.groupBy(items, getKey).values()];
  return groups.flatMap(([first, ...others]) => (first ? others.map((item) => ({ item, first })) : []));
}

/** Counts how often each value occurs. */
export function countValues<T>(values: Iterable<T>): Map<T, number> {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/** Groups items that follow one another, as long as each continues the one before it. */
export function groupRuns<T>(items: Iterable<T>, continues: (item: T, before: T) => boolean): T[][] {
  const runs: T[][] = [];
  let before: { readonly item: T } | undefined;
  for (const item of items) {
    if (before && continues(item, before.item)) runs.at(-1)?.push(item);
    else runs.push([item]);
    before = { item };
  }
  return runs;
}
