import { performance } from 'node:perf_hooks';

/** True in `npm run test:full`; `npm test` makes a fiftieth of the runs. */
const isFull = process.env.FULL === '1';

/** Returns the number of runs in this mode, from the number in `npm run test:full`. */
export const scaleRuns = (full: number) => (isFull ? full : full / 50);

/** Returns every tenth item of a list by its position; in `npm run test:full`, all of them. */
export const selectCases = <T>(all: readonly T[]): readonly T[] =>
  isFull ? all : all.filter((_, at) => at % 10 === 0);

/** The time limit for a text or file, in milliseconds. */
export const TIME_LIMIT = 1000;

/** Measures the time of a function, in milliseconds. */
export async function measureTime(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
