import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { observations } from '../../../src/check/files/observations.ts';
import { Report } from '../../../src/check/report.ts';
import { readTableBytes } from '../../../src/check/table.ts';
import { median } from '../../../src/commands/bench/measure.ts';
import { observationsCsv } from '../../../src/commands/bench/observations.ts';
import { PROJECT } from '../../../src/commands/options.ts';

function bench(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(PROJECT, 'src/commands/bench.ts'), ...args],
    {
      encoding: 'utf8',
    },
  );
  return { status, stdout, stderr };
}

describe('the rows that are measured', () => {
  test('are sound, and as many as were asked for', async () => {
    const report = new Report();
    const { rows } = await readTableBytes(observationsCsv(25_000), 'a.csv', observations, report);
    expect([rows.length, report.problems]).toEqual([25_000, []]);
  });

  test('are the same every time', () => {
    expect(observationsCsv(100)).toEqual(observationsCsv(100));
  });

  test('hold mostly different values', () => {
    const values = observationsCsv(4000)
      .toString()
      .split('\n')
      .map((line) => line.split(',')[2]);
    expect(new Set(values).size).toBeGreaterThan(2000);
  });
});

test('the median is the one in the middle', () => {
  expect(median([3, 1, 2])).toBe(2);
});

test('the command prints both ways of reading and how many times one takes the other', () => {
  const { status, stdout } = bench('--rows', '2000');
  expect(status).toBe(0);
  expect(stdout).toMatch(/^papaparse alone +\d+\.\d\d +1\.00 +\d+$/m);
  expect(stdout).toMatch(/^read and checked +\d+\.\d\d +\d+\.\d\d +\d+$/m);
});

test.each(['0', '-1', 'many', '1.5'])('--rows %s is the caller’s mistake', (rows) => {
  expect(bench(`--rows=${rows}`)).toMatchObject({ status: 1, stdout: '' });
});
