import { performance } from 'node:perf_hooks';

/** `npm run test:long` sets it; `npm test` makes a tenth of the runs. */
const isLong = process.env.LONG === '1';

/** How many runs are made of those that the long tests make. */
export const scaleRuns = (long: number) => (isLong ? long : long / 10);

/** How long one text or file may take, in milliseconds. */
export const TIME_LIMIT = 1000;

/** How long a piece of work takes, in milliseconds. */
export async function measureTime(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
