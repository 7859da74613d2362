import { z } from 'zod';

/** The costs and the accuracy of one search engine. */
export const SearchMeasurement = z.object({
  /** Number of queries that return exactly the documents that contain the words. */
  right: z.number(),
  /** The share of expected documents that were returned, and the share of returned documents that were expected. */
  recall: z.number(),
  precision: z.number(),
  /** Bytes loaded before the first query; bytes and files that each query loads. */
  start: z.number(),
  bytes: z.array(z.number()),
  requests: z.array(z.number()),
  /** Bytes and number of all files. */
  size: z.number(),
  files: z.number(),
  /** Seconds of processor time and maximum memory of the build; null if they can't be measured. */
  seconds: z.number().nullable(),
  megabytes: z.number().nullable(),
});
export type SearchMeasurement = z.infer<typeof SearchMeasurement>;

/** Counts right results, query by query. */
export class AccuracyTally {
  #right = 0;
  #found = 0;
  #hit = 0;
  #wanted = 0;

  add(truth: readonly number[], found: readonly number[]): void {
    const wanted = new Set(truth);
    const hit = found.filter((document) => wanted.has(document)).length;
    this.#hit += hit;
    this.#found += found.length;
    this.#wanted += truth.length;
    if (hit === truth.length && hit === found.length) this.#right++;
  }

  get shares(): Pick<SearchMeasurement, 'right' | 'recall' | 'precision'> {
    return { right: this.#right, recall: this.#hit / this.#wanted, precision: this.#hit / this.#found };
  }
}

/** Returns the value at a share of the sorted values: 0.5 for the median. */
export function findPercentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}
