/** More tabs than this wait for one another: the tests may count on two cores. */
const TABS = 3;

/** Does a job for each item in a few tabs at once; results come in the order of the items. */
export async function mapInTabs<I, T, R>(
  items: readonly I[],
  open: () => Promise<T>,
  work: (item: I, tab: T) => Promise<R>,
): Promise<R[]> {
  const results = new Map<number, R>();
  const left = items.map((item, at) => ({ item, at }));
  const run = async () => {
    const tab = await open();
    for (let next = left.shift(); next; next = left.shift()) results.set(next.at, await work(next.item, tab));
  };
  await Promise.all(Array.from({ length: Math.min(TABS, items.length) }, run));
  return [...results].sort(([a], [b]) => a - b).map(([, result]) => result);
}
