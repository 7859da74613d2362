import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { fillLackingCells, restoreTables } from '../../../src/authoring/restore-rows.ts';
import { createCsv } from '../../../src/authoring/csv-text.ts';
import { readSourceCells } from '../../../src/authoring/table-template.ts';
import { DiagnosticReport } from '../../../src/diagnostics/diagnostic-report.ts';
import { listRows } from '../../../src/input/input-rows.ts';
import { openCsv, openCsvRows } from '../../../src/input/open-table.ts';
import { openSiteFolder } from '../../../src/input/site-folder.ts';
import { serializeCsv } from '../../../src/open-data/table-formats.ts';
import { publishedTables } from '../../../src/open-data/tables/published-tables.ts';
import { openSiteData } from '../../../src/site-data/open-site-data.ts';
import { sourceTables } from '../../../src/tables/source-tables.ts';
import { getTableFile, type TableSchema } from '../../../src/tables/table-schema.ts';
import { parseTable } from '../../../src/validation/parse-table.ts';

const encoder = new TextEncoder();

function readRows(csv: string) {
  const opened = openCsv(encoder.encode(csv));
  if (!opened.ok) throw new Error('unreadable');
  return listRows(opened.rows);
}

/** Returns the values of a file, in an order that does not depend on its rows. */
function parseValues(bytes: Uint8Array, file: string, columns: TableSchema): string[] {
  const report = new DiagnosticReport();
  const { rows } = parseTable(openCsvRows(bytes, file, report), file, columns, report);
  expect(report.diagnostics.filter(({ level }) => level === 'error')).toEqual([]);
  return rows.map(({ fields }) => JSON.stringify(fields)).sort();
}

/** Tables that are computed, that come from several tables, or that are texts. */
const WITHOUT_SOURCE = ['plans', 'node-links', 'ratings', 'targets'];

describe.each(['.', 'examples/mihon'])('the published tables of %s', (root) => {
  const folder = openSiteFolder(root);
  const siteData = openSiteData({ root });

  test.each(publishedTables)('$id becomes the source tables that it is made from', (published) => {
    const restored = restoreTables(readRows(serializeCsv(published, siteData)));
    expect(restored === null).toBe(WITHOUT_SOURCE.includes(published.id));
    expect(restored?.problems ?? []).toEqual([]);
    for (const one of restored?.tables ?? []) {
      const table = sourceTables[one.table];
      const path = getTableFile(table, one.owner);
      const current = readSourceCells(folder, path, table.columns);
      const targetsPath = getTableFile(sourceTables.targets, one.owner);
      const targets = readSourceCells(folder, targetsPath, sourceTables.targets.columns);
      const rows = fillLackingCells(one, current, targets);
      // A position that the file leaves to the order of its rows is published as a number.
      const ignored = one.table === 'themes' ? { ...table.columns, 順序: undefined } : table.columns;
      const columns = Object.fromEntries(Object.entries(ignored).filter(([, column]) => column)) as TableSchema;
      const pick = (cells: readonly (typeof rows)[number][]) => createCsv(columns, cells);
      expect(parseValues(pick(rows), path, columns)).toEqual(parseValues(pick(current), path, columns));
    }
  });
});

const OBSERVATIONS = [
  '指標ID',
  '全国地方公共団体コード',
  '役割',
  '地域ID',
  '値',
  '単位',
  '値（表記）',
  '値の時点',
  '確度',
  '標本数',
];
const restoreOne = (...cells: string[]) => restoreTables(readRows(Papa.unparse([OBSERVATIONS, cells])));

test('a number that contradicts its printed form is a problem', () => {
  const restored = restoreOne('a-plan/x', '112232', 'result', '', '41', '%', '40%', '令和6年度', 'final', '');
  expect(restored?.problems).toEqual([
    '2行め：「値」は「41」、「値（表記）」は「40%」で、合いません。どちらも直してください。',
  ]);
});

test('ids lose their plan and their municipality, and values become Japanese words', () => {
  const restored = restoreOne(
    'a-plan/x',
    '112232',
    'result',
    'town/north',
    '12000',
    '人',
    '12千人',
    '令和6年度',
    'provisional',
    '',
  );
  expect(restored).toMatchObject({
    problems: [],
    tables: [
      { table: 'observations', owner: 'a-plan', rows: [{ 指標ID: 'x', 地域ID: 'north', 値: '12千人', 確度: '速報' }] },
    ],
  });
});

test('the values of baselines belong to the table of indicators', () => {
  const restored = restoreOne('a-plan/x', '112232', 'baseline', '', '40', '%', '40%', '令和6年度', 'final', '');
  expect(restored).toEqual({ tables: [], problems: [] });
});

test('any other table is not recognized as a published one', () => {
  expect(restoreTables(readRows('指標ID,時点,値\nx,令和6年度,40%\n'))).toBeNull();
});
