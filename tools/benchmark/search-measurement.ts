import { z } from 'zod';

/** What one way of searching took and gave. */
export const SearchMeasurement = z.object({
  /** How many queries brought exactly the documents that hold the words. */
  right: z.number(),
  /** Of the documents that were to be found, the share that was; of those that were found, the share that was right. */
  recall: z.number(),
  precision: z.number(),
  /** What must be fetched before the first query, and of each query what it fetches: bytes and files. */
  start: z.number(),
  bytes: z.array(z.number()),
  requests: z.array(z.number()),
  /** All files together. */
  size: z.number(),
  files: z.number(),
  /** Building: seconds of processor time and memory at its height, where they can be told. */
  seconds: z.number().nullable(),
  megabytes: z.number().nullable(),
});
export type SearchMeasurement = z.infer<typeof SearchMeasurement>;

/** Gathers what was found, query by query. */
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

/** What stands at a share of sorted values: 0.5 for the middle. */
export function findPercentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}
