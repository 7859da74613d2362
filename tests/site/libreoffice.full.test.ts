import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { DiagnosticReport } from '../../src/diagnostics/diagnostic-report.ts';
import { listRows } from '../../src/input/input-rows.ts';
import { openTableRows } from '../../src/input/open-table.ts';
import { publishedTables } from '../../src/open-data/tables/published-tables.ts';
import { EXAMPLE_SITE } from '../support/example-site.ts';
import { createSharedFolder } from '../support/fixture-site.ts';
import { findTable } from '../support/metadata/published-files.ts';
import { getBuiltSite } from './support/built-site.ts';

/*
 * LibreOffice opens each table with the choices of a person and saves it. The tests compare what it saved with the
 * table. They are skipped if LibreOffice is not installed.
 */

const run = promisify(execFile);
const OFFICE = spawnSync('soffice', ['--version']).status === 0;
/** Saves a CSV with commas, quotes if needed, UTF-8, and numbers with all their digits. */
const AS_CSV = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false';
/** The type of a column in the dialog for CSV: detected by LibreOffice, or text. */
const [STANDARD, TEXT] = [1, 2];
/** Returns the choices in that dialog: commas, quotes, UTF-8, from the first line, and the types of the columns. */
const formatOption = (types: readonly number[]) =>
  `--infilter=CSV:44,34,76,1,${types.map((type, index) => `${index + 1}/${type}`).join('/')}`;

const folder = createSharedFolder();

const getPath = (id: string, ending: string) => join(getBuiltSite('root').dist, 'data', `${id}.${ending}`);
const readCells = (file: string) =>
  Papa.parse<string[]>(readFileSync(file, 'utf8').replace(/^\ufeff/, ''), { skipEmptyLines: true }).data;
const readPublished = (id: string) => readCells(getPath(id, 'csv'));

/** Opens files in LibreOffice, saves them in a format, and returns the folder with them. */
async function saveFiles(files: readonly string[], options: readonly string[], format: string): Promise<string> {
  const out = mkdtempSync(join(folder, 'out-'));
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
  await run('soffice', [profile, '--headless', ...options, '--convert-to', format, '--outdir', out, ...files]);
  return out;
}

/** Opens files in LibreOffice, and returns the cells by the name of the file. */
async function openFiles(files: readonly string[], options: readonly string[]): Promise<Map<string, string[][]>> {
  const out = await saveFiles(files, options, AS_CSV);
  const names = files.map((file) => basename(file).replace(/\.\w+$/, ''));
  return new Map(names.map((name) => [name, readCells(join(out, `${name}.csv`))]));
}

/** Returns rows with the booleans of LibreOffice in lower case. */
const normalizeBooleans = (rows: readonly (readonly string[])[]) =>
  rows.map((row) => row.map((cell) => (/^(?:TRUE|FALSE)$/.test(cell) ? cell.toLowerCase() : cell)));

/** The digits to compare: LibreOffice writes 15, and may round the last of them up or down. */
const DIGITS = 13;
const roundNumbers = (rows: readonly (readonly string[])[]) =>
  rows.map((row) =>
    row.map((cell) => (/^-?\d+\.\d{10,}$/.test(cell) ? String(Number(Number(cell).toPrecision(DIGITS))) : cell)),
  );

/** Lists the cells that differ, before and after. */
const listChanges = (before: readonly (readonly string[])[], after: readonly (readonly string[])[] = []) =>
  before.flatMap((row, line) =>
    row.flatMap((cell, column) => {
      const newCell = after[line]?.[column];
      return newCell === cell ? [] : [`${cell} → ${String(newCell)}`];
    }),
  );

describe.skipIf(!OFFICE)('LibreOffice (skipped if it is not installed)', () => {
  const ids = publishedTables.map(({ id }) => id);

  test('opens every .xlsx with every cell as published, without a choice', async () => {
    const tables = await openFiles(
      ids.map((id) => getPath(id, 'xlsx')),
      [],
    );
    for (const id of ids) {
      const cells = roundNumbers(normalizeBooleans(tables.get(id) ?? []));
      expect([id, cells]).toEqual([id, roundNumbers(readPublished(id))]);
    }
  });

  test('opens every .csv with every cell as published, if all columns are text', async () => {
    const columnCount = Math.max(...publishedTables.map(({ columns }) => columns.length));
    const types = Array.from({ length: columnCount }, () => TEXT);
    const tables = await openFiles(
      ids.map((id) => getPath(id, 'csv')),
      [formatOption(types)],
    );
    for (const id of ids) expect([id, tables.get(id)]).toEqual([id, readPublished(id)]);
  });

  test.each(['nodes', 'indicators'])(
    'opens %s.csv with every cell as published, and numbers as numbers',
    async (id) => {
      const types = findTable(id).columns.map(({ type }) =>
        type === 'integer' || type === 'number' ? STANDARD : TEXT,
      );
      expect((await openFiles([getPath(id, 'csv')], [formatOption(types)])).get(id)).toEqual(readPublished(id));
    },
  );

  test.each([
    ['CSV in UTF-8', 'csv', AS_CSV],
    ['CSV in Shift_JIS', 'csv', AS_CSV.replace(',76,', ',60,')],
    ['Excel', 'xlsx', 'xlsx'],
  ])('saves source tables as %s with every cell that was read as text', async (_format, ending, format) => {
    const tables = ['indicators', 'observations', 'tree'].map((id) =>
      join(EXAMPLE_SITE, `data/plans/mihon-sogo/${id}.csv`),
    );
    const out = await saveFiles(tables, [formatOption(Array.from({ length: 30 }, () => TEXT))], format);
    const readRows = (file: string) => {
      const rows = openTableRows(readFileSync(file), file, new DiagnosticReport());
      return listRows(rows ?? expect.fail()).map(({ cells }) => cells);
    };
    for (const table of tables) {
      const saved = join(out, `${basename(table, '.csv')}.${ending}`);
      expect([table, readRows(saved)]).toEqual([table, readRows(table)]);
    }
  });

  /** A table like the published tables, with every kind of value that a spreadsheet may misread. */
  const rows = [
    ['団体コード', 'コード', '番号', '名称', '日付', '値'],
    ['011002', '1_1', '(1)', '札幌市', '2022-04-01', '-3.2'],
    ['112232', '1_10', '①', '蕨市「髙﨑」、函館', '2023-03-31', '5587'],
    ['012025', '33_1_1_2', '第7章', '5,587人', '', ''],
  ];
  const writeTable = () => {
    const file = join(folder, 'example.csv');
    writeFileSync(file, `\ufeff${Papa.unparse(rows, { newline: '\r\n' })}\r\n`);
    return file;
  };

  test('changes only what the guide warns of in a CSV, if a person chooses only UTF-8', async () => {
    const tables = await openFiles([writeTable()], [formatOption([])]);
    expect(listChanges(rows, tables.get('example'))).toEqual(['011002 → 11002', '(1) → -1', '012025 → 12025']);
  });

  test('changes nothing in that CSV if all columns except numbers are text', async () => {
    const tables = await openFiles([writeTable()], [formatOption([TEXT, TEXT, TEXT, TEXT, TEXT, STANDARD])]);
    expect(listChanges(rows, tables.get('example'))).toEqual([]);
  });
});
