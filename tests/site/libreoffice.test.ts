import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { publishedTables } from '../../src/open-data/tables/published-tables.ts';
import { getBuiltSite } from './support/built-site.ts';

/*
 * The tables as LibreOffice opens them, with the choices that a person makes there. It is asked to save what it opened
 * as CSV, and that is held against what is published. Skipped, and said to be, where it is not installed.
 */

const run = promisify(execFile);
const OFFICE = spawnSync('soffice', ['--version']).status === 0;
/** Saved with commas, quotes where needed, UTF-8, and numbers with all their digits. */
const AS_CSV = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false';
/** A column's kind in the dialog for CSV: as LibreOffice thinks, or text. */
const [STANDARD, TEXT] = [1, 2];
/** What that dialog is told: commas, quotes, UTF-8, from the first line, and the kinds of the columns. */
const opening = (kinds: readonly number[]) =>
  `--infilter=CSV:44,34,76,1,${kinds.map((kind, at) => `${at + 1}/${kind}`).join('/')}`;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'keikaku-office-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const path = (id: string, ending: string) => join(getBuiltSite('root').dist, 'data', `${id}.${ending}`);
const cells = (file: string) =>
  Papa.parse<string[]>(readFileSync(file, 'utf8').replace(/^\ufeff/, ''), { skipEmptyLines: true }).data;
const published = (id: string) => cells(path(id, 'csv'));

/** Opens files in LibreOffice and gives, by the names of the files, the cells that it holds then. */
async function opened(files: readonly string[], choice: readonly string[]): Promise<Map<string, string[][]>> {
  const out = mkdtempSync(join(folder, 'out-'));
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
  await run('soffice', [profile, '--headless', ...choice, '--convert-to', AS_CSV, '--outdir', out, ...files]);
  const names = files.map((file) => basename(file).replace(/\.\w+$/, ''));
  return new Map(names.map((name) => [name, cells(join(out, `${name}.csv`))]));
}

/** Yes and no in LibreOffice's own words for them. */
const plain = (rows: readonly (readonly string[])[]) =>
  rows.map((row) => row.map((cell) => (/^(?:TRUE|FALSE)$/.test(cell) ? cell.toLowerCase() : cell)));

/** LibreOffice writes numbers with 15 digits, and the last of them may be rounded either way. */
const DIGITS = 13;
const rounded = (rows: readonly (readonly string[])[]) =>
  rows.map((row) =>
    row.map((cell) => (/^-?\d+\.\d{10,}$/.test(cell) ? String(Number(Number(cell).toPrecision(DIGITS))) : cell)),
  );

/** The cells that differ, as they were and as they are. */
const changed = (before: readonly (readonly string[])[], after: readonly (readonly string[])[] = []) =>
  before.flatMap((row, at) =>
    row.flatMap((cell, column) => {
      const now = after[at]?.[column];
      return now === cell ? [] : [`${cell} → ${String(now)}`];
    }),
  );

describe.skipIf(!OFFICE)('LibreOffice (skipped where it is not installed)', () => {
  const ids = publishedTables.map(({ id }) => id);

  test('opens every .xlsx with every cell as published, without any choice', async () => {
    const held = await opened(
      ids.map((id) => path(id, 'xlsx')),
      [],
    );
    for (const id of ids) expect([id, rounded(plain(held.get(id) ?? []))]).toEqual([id, rounded(published(id))]);
  });

  test('opens every .csv with every cell as published, where all columns are chosen to be text', async () => {
    const most = Math.max(...publishedTables.map(({ columns }) => columns.length));
    const kinds = Array.from({ length: most }, () => TEXT);
    const held = await opened(
      ids.map((id) => path(id, 'csv')),
      [opening(kinds)],
    );
    for (const id of ids) expect([id, held.get(id)]).toEqual([id, published(id)]);
  });

  test.each(['nodes', 'indicators'])(
    'opens %s.csv with every cell as published, its numbers as numbers',
    async (id) => {
      const columns = publishedTables.find((table) => table.id === id)?.columns ?? [];
      const kinds = columns.map(({ type }) => (type === 'integer' || type === 'number' ? STANDARD : TEXT));
      expect((await opened([path(id, 'csv')], [opening(kinds)])).get(id)).toEqual(published(id));
    },
  );

  /** A table like those published, with every kind of value that a spreadsheet may take for another. */
  const rows = [
    ['団体コード', 'コード', '番号', '名称', '日付', '値'],
    ['011002', '1_1', '(1)', '札幌市', '2022-04-01', '-3.2'],
    ['112232', '1_10', '①', '蕨市「髙﨑」、函館', '2023-03-31', '5587'],
    ['012025', '33_1_1_2', '第7章', '5,587人', '', ''],
  ];
  const made = () => {
    const file = join(folder, 'made.csv');
    writeFileSync(file, `\ufeff${Papa.unparse(rows, { newline: '\r\n' })}\r\n`);
    return file;
  };

  test('changes in a CSV, where nothing is chosen but UTF-8, what the guide warns of, and nothing else', async () => {
    const held = await opened([made()], [opening([])]);
    expect(changed(rows, held.get('made'))).toEqual(['011002 → 11002', '(1) → -1', '012025 → 12025']);
  });

  test('changes nothing in that CSV where all columns but the numbers are chosen to be text', async () => {
    const held = await opened([made()], [opening([TEXT, TEXT, TEXT, TEXT, TEXT, STANDARD])]);
    expect(changed(rows, held.get('made'))).toEqual([]);
  });
});
