import { describe, expect, test } from 'vitest';
import { DiagnosticReport } from '../../../src/diagnostics/diagnostic-report.ts';
import { observationsTable } from '../../../src/tables/observations.ts';
import { main } from '../../../tools/benchmark.ts';
import { generateDocuments, generateObservations, generateQueries } from '../../../tools/benchmark/generated-data.ts';
import { findPercentile } from '../../../tools/benchmark/measure-process.ts';
import { computeAccuracy } from '../../../tools/benchmark/search-benchmark.ts';
import { callCommand } from '../../support/call-command.ts';
import { readTableBytes } from '../../support/read-table.ts';
import { isFull } from '../../support/test-scope.ts';

const runBenchmark = (...args: readonly string[]) => callCommand(main, args);

describe('the generated observations', () => {
  test('are valid and have the given number of rows', () => {
    const report = new DiagnosticReport();
    const { rows } = readTableBytes(generateObservations(25_000), 'a.csv', observationsTable.columns, report);
    expect([rows.length, report.diagnostics]).toEqual([25_000, []]);
  });

  test('are the same every time', () => {
    expect(generateObservations(100)).toEqual(generateObservations(100));
  });

  test('have mostly different values', () => {
    const values = generateObservations(4000)
      .toString()
      .split('\n')
      .map((line) => line.split(',')[2]);
    expect(new Set(values).size).toBeGreaterThan(2000);
  });
});

// The command starts a process for each method.
test.runIf(isFull)('the command prints the times of both methods and their ratio', async () => {
  const { status, stdout } = await runBenchmark('check', '--rows', '2000');
  expect(status).toBe(0);
  expect(stdout).toMatch(/^papaparse alone +\d+\.\d\d +1\.00 +\d+$/m);
  expect(stdout).toMatch(/^read and checked +\d+\.\d\d +\d+\.\d\d +\d+$/m);
});

test.each(['--rows=0', '--rows=-1', '--rows=many', '--documents=1.5', 'nothing'])(
  '%s is a usage error',
  async (argument) => {
    expect(await runBenchmark(argument)).toMatchObject({ status: 1, stdout: '' });
  },
);

describe('the generated documents', () => {
  const texts = ['市民の声を聴き、計画に生かします。デジタル技術を使います。', '災害に備えて訓練をします。'];

  test('are the same every time and have the given number', () => {
    expect(generateDocuments(texts, 300)).toEqual(generateDocuments(texts, 300));
    expect(generateDocuments(texts, 300)).toHaveLength(300);
  });

  test('match most of the five hundred queries', () => {
    const queries = generateQueries(generateDocuments(texts, 200));
    expect(queries).toHaveLength(500);
    expect(queries.filter(({ expected }) => expected.length > 0).length).toBeGreaterThan(400);
  });
});

test('the accuracy is the number of exact queries, the recall and the precision', () => {
  const results = [
    { expected: [1, 2], found: [2, 1] },
    { expected: [1, 2], found: [1] },
    { expected: [], found: [3] },
  ];
  expect(computeAccuracy(results)).toEqual({ right: 1, recall: 3 / 4, precision: 3 / 4 });
});

test('a percentile counts from the lowest value', () => {
  expect([findPercentile([3, 1, 2], 0.5), findPercentile([3, 1, 2], 1)]).toEqual([2, 3]);
});
