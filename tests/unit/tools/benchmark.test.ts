import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { observationsTable } from '../../../src/tables/observations.ts';
import { DiagnosticReport } from '../../../src/diagnostics/diagnostic-report.ts';
import { readTableBytes } from '../../../src/validation/parse-table.ts';
import { generateDocuments, generateObservations, generateQueries } from '../../../tools/benchmark/generated-data.ts';
import { findMedian } from '../../../tools/benchmark/measure-process.ts';
import { findPercentile, AccuracyTally } from '../../../tools/benchmark/search-measurement.ts';
import { PROJECT_FOLDER } from '../../../src/cli/site-options.ts';

function bench(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(PROJECT_FOLDER, 'tools/benchmark.ts'), ...args],
    {
      encoding: 'utf8',
    },
  );
  return { status, stdout, stderr };
}

describe('the rows that are measured', () => {
  test('are sound, and as many as were asked for', async () => {
    const report = new DiagnosticReport();
    const { rows } = await readTableBytes(generateObservations(25_000), 'a.csv', observationsTable.columns, report);
    expect([rows.length, report.diagnostics]).toEqual([25_000, []]);
  });

  test('are the same every time', () => {
    expect(generateObservations(100)).toEqual(generateObservations(100));
  });

  test('hold mostly different values', () => {
    const values = generateObservations(4000)
      .toString()
      .split('\n')
      .map((line) => line.split(',')[2]);
    expect(new Set(values).size).toBeGreaterThan(2000);
  });
});

test('the median is the one in the middle', () => {
  expect(findMedian([3, 1, 2])).toBe(2);
});

test('the command prints both ways of reading and how many times one takes the other', { timeout: 60_000 }, () => {
  const { status, stdout } = bench('check', '--rows', '2000');
  expect(status).toBe(0);
  expect(stdout).toMatch(/^papaparse alone +\d+\.\d\d +1\.00 +\d+$/m);
  expect(stdout).toMatch(/^read and checked +\d+\.\d\d +\d+\.\d\d +\d+$/m);
});

test.each(['--rows=0', '--rows=-1', '--rows=many', '--documents=1.5', 'nothing'])(
  '%s is the caller’s mistake',
  (argument) => {
    expect(bench(argument)).toMatchObject({ status: 1, stdout: '' });
  },
);

describe('the documents that are searched', () => {
  const texts = ['市民の声を聴き、計画に生かします。デジタル技術を使います。', '災害に備えて訓練をします。'];

  test('are the same every time, and as many as were asked for', () => {
    expect(generateDocuments(texts, 300)).toEqual(generateDocuments(texts, 300));
    expect(generateDocuments(texts, 300)).toHaveLength(300);
  });

  test('are asked for by five hundred queries, most of which find something', () => {
    const queries = generateQueries(generateDocuments(texts, 200));
    expect(queries).toHaveLength(500);
    expect(queries.filter(({ expected }) => expected.length > 0).length).toBeGreaterThan(400);
  });
});

test('a tally tells how many were right, what was missed and what was too much', () => {
  const tally = new AccuracyTally();
  tally.add([1, 2], [2, 1]);
  tally.add([1, 2], [1]);
  tally.add([], [3]);
  expect(tally.shares).toEqual({ right: 1, recall: 3 / 4, precision: 3 / 4 });
});

test('a share of values is told from the lowest', () => {
  expect([findPercentile([3, 1, 2], 0.5), findPercentile([3, 1, 2], 1)]).toEqual([2, 3]);
});
