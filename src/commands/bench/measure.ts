import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

/** What one measurement took: rows read, seconds of processor time, and memory at its height. */
const Taken = z.object({ rows: z.number(), seconds: z.number(), megabytes: z.number() });
type Taken = z.infer<typeof Taken>;

const ONE = fileURLToPath(new URL('check-one.ts', import.meta.url));

/** Measures one way of reading a file, in a process of its own. */
function measure(what: string, file: string): Taken {
  const { status, stdout, stderr } = spawnSync(process.execPath, [ONE, what, file], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`measuring ${what} failed:\n${stderr}`);
  return Taken.parse(JSON.parse(stdout));
}

/** The middle one of an odd number of values. */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

/** Medians of several ways of reading the same file, measured in turn so that a busy machine is as busy for each. */
export function compare(ways: readonly string[], file: string, rounds: number): Taken[] {
  const all = Array.from({ length: rounds }, () => ways.map((way) => measure(way, file)));
  return ways.map((_, way) => {
    const taken = all.flatMap((round) => round.slice(way, way + 1));
    return {
      rows: median(taken.map(({ rows }) => rows)),
      seconds: median(taken.map(({ seconds }) => seconds)),
      megabytes: median(taken.map(({ megabytes }) => megabytes)),
    };
  });
}
