import { z } from 'zod';
import type { BenchmarkQuery } from './generated-data.ts';

/** The costs and the accuracy of one index. */
export const SearchMeasurement = z.object({
  /** The number of queries with exactly the expected documents. */
  right: z.number(),
  /** The found share of the expected documents, and the expected share of the found documents. */
  recall: z.number(),
  precision: z.number(),
  /** Bytes before the first query, then the bytes and the files of each query. */
  start: z.number(),
  bytes: z.array(z.number()),
  requests: z.array(z.number()),
  /** Bytes and number of all files. */
  size: z.number(),
  files: z.number(),
  /** The build: seconds of processor time and maximum memory; null if unknown. */
  seconds: z.number().nullable(),
  megabytes: z.number().nullable(),
});
export type SearchMeasurement = z.infer<typeof SearchMeasurement>;

/** Counts expected and found documents over all queries. */
export class AccuracyTally {
  #right = 0;
  #found = 0;
  #hits = 0;
  #expected = 0;

  add(expected: readonly number[], found: readonly number[]): void {
    const expectedSet = new Set(expected);
    const hits = found.filter((document) => expectedSet.has(document)).length;
    this.#hits += hits;
    this.#found += found.length;
    this.#expected += expected.length;
    if (hits === expected.length && hits === found.length) this.#right++;
  }

  get shares(): Pick<SearchMeasurement, 'right' | 'recall' | 'precision'> {
    return { right: this.#right, recall: this.#hits / this.#expected, precision: this.#hits / this.#found };
  }
}

/** What a query found, and the bytes of each file that was fetched before the first query, and by this one. */
interface QueryResult {
  readonly found: readonly number[];
  readonly atStart: readonly number[];
  readonly fetched: readonly number[];
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** Runs the queries and returns the accuracy and the costs of an index with these files. */
export async function measureQueries(
  files: Iterable<Uint8Array>,
  queries: readonly BenchmarkQuery[],
  run: (query: string) => Promise<QueryResult>,
): Promise<Omit<SearchMeasurement, 'seconds' | 'megabytes'>> {
  const tally = new AccuracyTally();
  const costs = { bytes: [] as number[], requests: [] as number[] };
  let start = 0;
  for (const { query, expected } of queries) {
    const { found, atStart, fetched } = await run(query);
    tally.add(expected, found);
    start = sum(atStart);
    costs.bytes.push(sum(fetched));
    costs.requests.push(fetched.length);
  }
  const sizes = [...files].map(({ length }) => length);
  return { ...tally.shares, ...costs, start, size: sum(sizes), files: sizes.length };
}

/** Returns the value at a share of the sorted values: 0.5 is the median. */
export function findPercentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}
