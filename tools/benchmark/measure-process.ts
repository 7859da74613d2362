import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

/**
 * Runs a measurement in its own process, so that no other measurement affects it, with the options of this Node.
 * @param module a module of this folder that prints its result as JSON
 * @param flags more options of Node
 * @throws Error with the output of a process that fails
 */
export function measureProcess<T>(
  module: string,
  args: readonly string[],
  resultSchema: z.ZodType<T>,
  flags: readonly string[] = [],
): T {
  const file = fileURLToPath(new URL(module, import.meta.url));
  const { status, stdout, stderr } = spawnSync(process.execPath, [...process.execArgv, ...flags, file, ...args], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  if (status !== 0) throw new Error(`measuring ${[module, ...args].join(' ')} failed:\n${stderr}`);
  return resultSchema.parse(JSON.parse(stdout));
}

/** Rows that were read, seconds of processor time, and the maximum of memory. */
const ReadingMeasurement = z.object({ rows: z.number(), seconds: z.number(), megabytes: z.number() });
type ReadingMeasurement = z.infer<typeof ReadingMeasurement>;

/** The processor time and the time of a part of a build, and the maximum of memory until its end. */
export const BuildCost = z.object({ seconds: z.number(), wallSeconds: z.number(), megabytes: z.number() });
export type BuildCost = z.infer<typeof BuildCost>;

/** Returns the cost of all parts together. */
export const addCosts = (costs: readonly BuildCost[]): BuildCost => ({
  seconds: costs.reduce((sum, { seconds }) => sum + seconds, 0),
  wallSeconds: costs.reduce((sum, { wallSeconds }) => sum + wallSeconds, 0),
  megabytes: Math.max(0, ...costs.map(({ megabytes }) => megabytes)),
});

/** Returns the value at a share of the sorted values: 0.5 is the median. */
export function findPercentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

export const findMedian = (values: readonly number[]): number => findPercentile(values, 0.5);

/** Returns the medians of several methods of reading a file. They alternate, so that other load affects all of them. */
export function compareMedians(methods: readonly string[], file: string, rounds: number): ReadingMeasurement[] {
  const measurements = Array.from({ length: rounds }, () =>
    methods.map((method) => measureProcess('validation-benchmark.ts', [method, file], ReadingMeasurement)),
  );
  return methods.map((_, at) => {
    const ofMethod = measurements.flatMap((round) => round.slice(at, at + 1));
    return {
      rows: findMedian(ofMethod.map(({ rows }) => rows)),
      seconds: findMedian(ofMethod.map(({ seconds }) => seconds)),
      megabytes: findMedian(ofMethod.map(({ megabytes }) => megabytes)),
    };
  });
}
