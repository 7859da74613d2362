import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

/**
 * Measures in a process of its own, so that nothing else profits or suffers from it.
 * @param module a module of this folder that prints, as JSON, what it took
 * @param taken how that reads
 * @param flags of Node, where its own limits are not enough
 * @throws Error with what the process said, where it fails
 */
export function measureProcess<T>(
  module: string,
  args: readonly string[],
  taken: z.ZodType<T>,
  flags: readonly string[] = [],
): T {
  const file = fileURLToPath(new URL(module, import.meta.url));
  const { status, stdout, stderr } = spawnSync(process.execPath, [...flags, file, ...args], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  if (status !== 0) throw new Error(`measuring ${[module, ...args].join(' ')} failed:\n${stderr}`);
  return taken.parse(JSON.parse(stdout));
}

/** What one measurement took: rows read, seconds of processor time, and memory at its height. */
const Taken = z.object({ rows: z.number(), seconds: z.number(), megabytes: z.number() });
type Taken = z.infer<typeof Taken>;

/** The middle one of an odd number of values. */
export function findMedian(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

/** Medians of several ways of reading the same file, measured in turn so that a busy machine is as busy for each. */
export function compareMedians(ways: readonly string[], file: string, rounds: number): Taken[] {
  const all = Array.from({ length: rounds }, () =>
    ways.map((way) => measureProcess('validation-process.ts', [way, file], Taken)),
  );
  return ways.map((_, way) => {
    const taken = all.flatMap((round) => round.slice(way, way + 1));
    return {
      rows: findMedian(taken.map(({ rows }) => rows)),
      seconds: findMedian(taken.map(({ seconds }) => seconds)),
      megabytes: findMedian(taken.map(({ megabytes }) => megabytes)),
    };
  });
}
