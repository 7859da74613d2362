import { isFull } from '../support/test-scope.ts';

/** Returns the number of runs from the number in `npm run test:full`; `npm test` makes a fiftieth. */
export const scaleRuns = (full: number) => (isFull ? full : full / 50);

/** Returns every tenth item of a list by its position; in `npm run test:full`, all of them. */
export const selectCases = <T>(all: readonly T[]): readonly T[] =>
  isFull ? all : all.filter((_, at) => at % 10 === 0);

/** The limit of processor time for a text or file, in milliseconds. */
export const TIME_LIMIT = 1000;

/** Measures the processor time of a function, in milliseconds. Other work on the machine does not count. */
export async function measureTime(work: () => unknown): Promise<number> {
  const start = process.threadCpuUsage();
  await work();
  const { user, system } = process.threadCpuUsage(start);
  return (user + system) / 1000;
}
