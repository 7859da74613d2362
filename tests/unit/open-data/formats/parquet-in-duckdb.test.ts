import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { parquetReadObjects } from 'hyparquet';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serializeParquet } from '../../../../src/open-data/formats/table-formats.ts';
import type { PublishedColumn, ColumnType } from '../../../../src/open-data/published-table.ts';
import { publishedTables } from '../../../../src/open-data/tables/published-tables.ts';
import { openSharedSite } from '../../../support/shared-sites.ts';
import { EXAMPLE_SITE } from '../../../support/example-site.ts';
import { REPOSITORY_FOLDER } from '../../../support/source-modules.ts';

/*
 * The Parquet files as two readers see them that know nothing of one another: DuckDB, which people ask questions with,
 * and hyparquet.
 */

const TYPES: Readonly<Record<ColumnType, string>> = {
  text: 'VARCHAR',
  date: 'DATE',
  integer: 'INTEGER',
  number: 'DOUBLE',
  boolean: 'BOOLEAN',
};

let folder: string;
let database: DuckDBConnection;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'keikaku-duckdb-'));
  database = await (await DuckDBInstance.create()).connect();
});
afterAll(() => {
  database.closeSync();
  rmSync(folder, { recursive: true });
});

const isNumber = ({ type }: PublishedColumn) => type === 'integer' || type === 'number';

/** The query for a column: the number of known and of different values, and the sum of numbers. */
function asked(column: PublishedColumn): string[] {
  const name = `"${column.name}"`;
  const sum = isNumber(column) ? [`coalesce(sum(${name}), 0)::DOUBLE`] : [];
  return [`count(${name})`, `count(DISTINCT ${name})`, ...sum];
}

/** Returns the same from the rows that hyparquet reads. */
function counted(column: PublishedColumn, rows: readonly Readonly<Record<string, unknown>>[]): number[] {
  const known = rows.flatMap((row) => (row[column.name] === null ? [] : [row[column.name]]));
  const sum = isNumber(column) ? [known.reduce((total: number, value) => total + Number(value), 0)] : [];
  return [known.length, new Set(known.map(String)).size, ...sum];
}

const portals = [
  ['the five plans', openSharedSite(REPOSITORY_FOLDER)],
  ['見本市', openSharedSite(EXAMPLE_SITE)],
] as const;

describe.each(portals)('the Parquet files of %s', (town, siteData) => {
  test.each(publishedTables.map((table) => [table.id, table] as const))('of %s are read alike', async (id, table) => {
    const bytes = serializeParquet(table, siteData);
    const file = join(folder, `${town === '見本市' ? 'mihon' : 'root'}-${id}.parquet`);
    writeFileSync(file, bytes);
    const rows = await parquetReadObjects({ file: new Uint8Array(bytes).buffer });
    const answer = async (query: string) => (await database.runAndReadAll(query)).getRows();

    const [numbers = []] = await answer(`SELECT count(*), ${table.columns.flatMap(asked).join(', ')} FROM '${file}'`);
    const expected = [rows.length, ...table.columns.flatMap((column) => counted(column, rows))];
    expect(rows).toHaveLength(table.rows(siteData).length);
    expect(numbers).toHaveLength(expected.length);
    for (const [at, value] of expected.entries()) expect(Number(numbers[at])).toBeCloseTo(value, 6);

    const types = await answer(`DESCRIBE SELECT * FROM '${file}'`);
    expect(types.map(([name, type]) => [name, type])).toEqual(
      table.columns.map(({ name, type }) => [name, TYPES[type]]),
    );
  });
});

test('dates are the days of the table', async () => {
  const observations = publishedTables.find(({ id }) => id === 'observations');
  if (!observations) throw new Error('no observations');
  const [, siteData] = portals[0];
  const file = join(folder, 'dates.parquet');
  writeFileSync(file, serializeParquet(observations, siteData));
  const result = await database.runAndReadAll(`SELECT "end"::VARCHAR FROM '${file}'`);
  const at = observations.columns.findIndex(({ name }) => name === 'end');
  expect(result.getRows().map(([day]) => day)).toEqual(observations.rows(siteData).map((row) => row[at]));
});
