import { expect } from 'vitest';
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

/** A hostile case: its class, what must happen to it, and its name. */
interface NamedCase {
  readonly kind: string;
  readonly outcome: string;
  readonly name: string;
}

/**
 * Checks that no case has faults. Prints the number of cases by class, and the slowest one.
 * @param findFaults reads a case, and returns in words what differs from what must happen
 */
export async function checkCases<T extends NamedCase>(
  cases: readonly T[],
  findFaults: (one: T) => readonly string[] | Promise<readonly string[]>,
): Promise<void> {
  const selected = selectCases(cases);
  const faults: string[] = [];
  let slowest = { took: 0, name: '' };
  for (const one of selected) {
    const took = await measureTime(async () => faults.push(...(await findFaults(one))));
    if (took > slowest.took) slowest = { took, name: one.name };
  }
  const classes = Map.groupBy(selected, ({ kind, outcome }) => `${kind}: ${outcome}`);
  console.log(
    [...classes].map(([name, { length }]) => `${name} ${length}`).join('\n'),
    `\nslowest ${slowest.name}: ${slowest.took.toFixed(0)} ms`,
  );
  expect(faults).toEqual([]);
}
