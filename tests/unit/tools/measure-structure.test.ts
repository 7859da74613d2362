import { describe, expect, test } from 'vitest';
import {
  findImportCycles,
  findSharedBasenames,
  findSharedExports,
  formatMeasures,
  measureStructure,
  type StructureMeasure,
} from '../../../tools/measure-structure.ts';

const file = (path: string, lines: number, exports: string[] = [], imports: string[] = []) => ({
  path,
  lines,
  exports,
  imports,
});

function findMeasure(measures: readonly StructureMeasure[], name: string) {
  return measures.find((measure) => measure.name === name);
}

describe('the measures', () => {
  const measures = measureStructure([
    file('src/model/plan.ts', 10, ['Plan', 'PlanLevel', 'toDayNumber', 'MAX']),
    file('src/tables/tree.ts', 500),
    file('src/charts/long-chart.ts', 401),
    file('src/pages/plans/index.astro', 20),
    file('tools/plan.ts', 30),
  ]);

  test('count the files and the folders, and only the lines of src/', () => {
    expect(findMeasure(measures, 'files in src/ and tools/')?.value).toBe(5);
    expect(findMeasure(measures, 'folders in src/ and tools/')?.value).toBe(7);
    expect(findMeasure(measures, 'lines of src/')?.value).toBe(931);
    expect(findMeasure(measures, 'lines of the median file')?.value).toBe(30);
  });

  test('list long files', () => {
    const long = findMeasure(measures, 'files over 400 lines');
    expect(long?.details).toEqual(['src/tables/tree.ts: 500', 'src/charts/long-chart.ts: 401']);
  });

  test('count exported names of one word', () => {
    const names = findMeasure(measures, 'exported names of one word');
    expect(names).toMatchObject({ value: 50, details: ['Plan', 'MAX'] });
  });

  test('count files that share their name, framework files aside', () => {
    expect(findMeasure(measures, 'files that share their name')?.value).toBe(50);
    expect(findSharedBasenames(['src/a/index.ts', 'src/b/index.ts', 'src/pages/x.ts', 'src/x.ts'])).toEqual([]);
  });
});

test('a name that two files export is listed with both, unless a framework or a command needs it', () => {
  const files = [
    file('src/charts/a.ts', 1, ['SheetCell', 'drawAxis']),
    file('tools/b.ts', 1, ['SheetCell', 'main']),
    file('src/cli/c.ts', 1, ['main']),
    file('src/pages/feed.ts', 1, ['drawAxis']),
  ];
  expect(findSharedExports(files)).toEqual(['SheetCell: src/charts/a.ts, tools/b.ts']);
});

test('a cycle is reported as the files it passes', () => {
  expect(
    findImportCycles([
      { path: 'a.ts', imports: ['b.ts', 'd.ts'] },
      { path: 'b.ts', imports: ['c.ts'] },
      { path: 'c.ts', imports: ['b.ts'] },
      { path: 'd.ts', imports: ['c.ts'] },
    ]),
  ).toEqual(['b.ts → c.ts → b.ts']);
});

test('a broken limit is marked and lists its details', () => {
  const measure = { name: 'lines', value: 1500, limit: 1000, unit: '', details: ['a.ts'] } as const;
  expect(formatMeasures([measure])).toMatch(/^lines +1,500 {3}limit +1,000 {2}BROKEN\n {4}a\.ts$/);
  expect(formatMeasures([{ ...measure, value: 1000 }])).not.toContain('BROKEN');
});

test('a figure without a limit is only printed', () => {
  const measure = { name: 'lines', value: 1500, limit: Infinity, unit: '', details: [] } as const;
  expect(formatMeasures([measure])).toMatch(/^lines +1,500$/);
});
