import { parquetReadObjects } from 'hyparquet';
import { join } from 'node:path';
import Papa from 'papaparse';
import readXlsxFile from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import { serializeCsv } from '../../../src/downloads/csv.ts';
import { serializeJson } from '../../../src/downloads/json.ts';
import { serializeParquet } from '../../../src/downloads/parquet.ts';
import { listRowObjects, type PublishedTable, type PublishedValue } from '../../../src/downloads/table.ts';
import { publishedTables } from '../../../src/downloads/tables/index.ts';
import { serializeXlsx } from '../../../src/downloads/xlsx.ts';
import { openSiteData } from '../../../src/portal/open.ts';
import { EXAMPLE_SITE } from '../../support/example.ts';
import { FIXTURE_SITES } from '../../support/town.ts';

const portals = [
  ['見本市', openSiteData({ root: EXAMPLE_SITE })],
  ['the sound town', openSiteData({ root: join(FIXTURE_SITES, 'sound') })],
] as const;
const cases = portals.flatMap(([town, portal]) =>
  publishedTables.map((table) => [`${table.id} of ${town}`, table, portal] as const),
);

/** A value as every format can tell it: a table of texts has no null, only nothing. */
const told = (value: PublishedValue | undefined) =>
  value === null || value === undefined ? '' : String(value);
const names = ({ columns }: PublishedTable) => columns.map(({ name }) => name);

describe.each(cases)('the formats of %s hold the same values', (_title, table, portal) => {
  const rows = listRowObjects(table, portal);
  const expected = rows.map((row) => names(table).map((name) => told(row[name])));

  test('CSV', () => {
    const [, ...read] = Papa.parse<string[]>(serializeCsv(table, portal).slice(1), {
      skipEmptyLines: true,
    }).data;
    expect(read).toEqual(expected);
  });

  test('JSON, with their types', () => {
    expect(JSON.parse(serializeJson(table, portal))).toEqual(rows);
  });

  test('Excel', async () => {
    const [sheet] = await readXlsxFile(Buffer.from(await serializeXlsx(table, portal)));
    const [, ...read] = sheet?.data ?? [];
    const cells = read.map((row) =>
      table.columns.map((_, at) => told(row[at] as PublishedValue | undefined)),
    );
    expect(cells).toEqual(expected);
  });

  test('Parquet, with their types', async () => {
    const bytes = serializeParquet(table, portal);
    const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
    const read = rows.length === 0 ? [] : await parquetReadObjects({ file });
    expect(read).toEqual(rows);
  });
});

describe('a workbook', () => {
  test('is made of very many rows too', async () => {
    const [, [, portal]] = portals;
    const long = publishedTables.find(({ id }) => id === 'themes');
    if (!long) throw new Error('no table');
    const rows = Array.from({ length: 200_000 }, (_, at) => (at === 0 ? ['a'] : []));
    expect((await serializeXlsx({ ...long, rows: () => rows }, portal)).length).toBeGreaterThan(1000);
  });

  test('says in its second sheet what the first one means, and its terms', async () => {
    const [table, portal] = [publishedTables[0], portals[0][1]];
    if (!table) throw new Error('no table');
    const sheets = await readXlsxFile(Buffer.from(await serializeXlsx(table, portal)));
    const text = JSON.stringify(sheets[1]?.data);
    for (const said of [table.title, portal.version, portal.site.licence.name, '架空'])
      expect(text).toContain(said);
  });
});
