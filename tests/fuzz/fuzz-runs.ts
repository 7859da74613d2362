import { performance } from 'node:perf_hooks';

/** `npm run test:full` sets it; `npm test` makes a fiftieth of the runs. */
const isFull = process.env.FULL === '1';

/** Returns the number of runs, from that of the full sweep. */
export const scaleRuns = (full: number) => (isFull ? full : full / 50);

/** The most time for one text or file, in milliseconds. */
export const TIME_LIMIT = 1000;

/** Measures the time of a function, in milliseconds. */
export async function measureTime(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
