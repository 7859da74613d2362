import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { draftSheetRows } from '../../../../src/authoring/import/import-preview.ts';
import { importIndicatorSheet } from '../../../../src/authoring/import/indicator-import.ts';
import { parseCsvRows } from '../../../../src/input/csv-reader.ts';
import { createMemoryFolder } from '../../../support/fixture-site.ts';
import { REPOSITORY_FOLDER } from '../../../support/source-modules.ts';

test('a wrong value of two rows is reported at its own cell', () => {
  const folder = createMemoryFolder({});
  const rows = parseCsvRows('指標名,単位,方向,区分,令和4年度,令和5年度\n本,冊,↑,目標,5,ろく\n,,,実績,よん,7\n');
  const plan = 'mihon-keikaku';
  const read = importIndicatorSheet('a.csv', rows, folder, { plan, sources: { plan, sheet: '' }, years: null });
  if (!read.ok) throw new Error(read.problem.message);
  const { diagnostics } = draftSheetRows(folder, 'a.csv', read.parts, read.imported.issues);
  const errors = diagnostics.filter(({ level }) => level === 'error');
  expect(errors.map(({ code, line, column }) => `${code} ${line}:${column}`).sort()).toEqual([
    'not-a-quantity 3:7',
    'not-a-target 2:12',
  ]);
});

test('a wrong id is reported once, not in each row that is made from its row', () => {
  const folder = createMemoryFolder({});
  const lines = '指標ID,指標名,単位,現状値（令和4年度）,令和5年度,令和6年度\nK-1,本,〃,4,5,6\nK-2,紙,〃,4,5,6\n';
  const plan = 'mihon-keikaku';
  const options = { plan, sources: { plan, sheet: '' }, years: null };
  const read = importIndicatorSheet('a.csv', parseCsvRows(lines), folder, options);
  if (!read.ok) throw new Error(read.problem.message);
  const { diagnostics } = draftSheetRows(folder, 'a.csv', read.parts, read.imported.issues);
  const found = diagnostics.filter(({ code }) => code === 'bad-slug' || code === 'ditto');
  expect(found.map(({ code, line, column }) => `${code} ${line}:${column}`)).toEqual([
    'bad-slug 2:1',
    'ditto 2:7',
    'bad-slug 3:1',
    'ditto 3:7',
  ]);
});

/** Returns the paths that a file imports when it runs, types left out. */
function listRunImports(path: string): string[] {
  const code = readFileSync(path, 'utf8');
  return [...code.matchAll(/^(?:import|export) (?!type )(?:[^;']*? from )?'([^']+)';/gm)].map(([, to = '']) => to);
}

test('nothing below the import of sheets needs Node, so that a browser can run it', () => {
  const folder = join(REPOSITORY_FOLDER, 'src/authoring/import');
  const reached = new Set<string>();
  const packages = new Set<string>();
  const visit = (path: string) => {
    if (reached.has(path)) return;
    reached.add(path);
    for (const to of listRunImports(path))
      if (to.startsWith('.')) visit(join(path, '..', to));
      else packages.add(to);
  };
  for (const name of readdirSync(folder)) visit(join(folder, name));
  expect(reached.size).toBeGreaterThan(50);
  expect([...packages].filter((name) => name.startsWith('node:'))).toEqual([]);
});
