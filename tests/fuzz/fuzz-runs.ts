import { performance } from 'node:perf_hooks';

/** Set by `npm run test:long`; `npm test` does a tenth of the runs. */
const isLong = process.env.LONG === '1';

/** Returns the number of runs, from that of the long tests. */
export const scaleRuns = (long: number) => (isLong ? long : long / 10);

/** The most time for one text or file, in milliseconds. */
export const TIME_LIMIT = 1000;

/** Measures the time of a function, in milliseconds. */
export async function measureTime(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
