import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { parquetReadObjects } from 'hyparquet';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createPartitions, isPartitioned } from '../../../src/open-data/parquet-partitions.ts';
import type {
  PublishedColumn,
  PublishedTable,
  PublishedValue,
  ColumnType,
} from '../../../src/open-data/published-table.ts';
import { serializeParquet } from '../../../src/open-data/table-formats.ts';
import { publishedObservations } from '../../../src/open-data/tables/published-indicators.ts';
import { publishedTables } from '../../../src/open-data/tables/published-tables.ts';
import { EXAMPLE_SITE } from '../../support/example-site.ts';
import { createSharedFolder } from '../../support/fixture-site.ts';
import { findTable } from '../../support/metadata/published-files.ts';
import { openSharedSite } from '../../support/shared-sites.ts';
import { REPOSITORY_FOLDER } from '../../support/source-modules.ts';

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

const folder = createSharedFolder();
let database: DuckDBConnection;
beforeAll(async () => {
  database = await (await DuckDBInstance.create()).connect();
});
afterAll(() => {
  database.closeSync();
});

const isNumeric = ({ type }: PublishedColumn) => type === 'integer' || type === 'number';

/** The query for a column: the number of known and of different values, and the sum of numbers. */
function asked(column: PublishedColumn): string[] {
  const name = `"${column.name}"`;
  const sum = isNumeric(column) ? [`coalesce(sum(${name}), 0)::DOUBLE`] : [];
  return [`count(${name})`, `count(DISTINCT ${name})`, ...sum];
}

/** Returns the same from the rows that hyparquet reads. */
function counted(column: PublishedColumn, rows: readonly Readonly<Record<string, unknown>>[]): number[] {
  const known = rows.flatMap((row) => (row[column.name] === null ? [] : [row[column.name]]));
  const sum = isNumeric(column) ? [known.reduce((total: number, value) => total + Number(value), 0)] : [];
  return [known.length, new Set(known.map(String)).size, ...sum];
}

const towns = [
  ['the five plans', openSharedSite(REPOSITORY_FOLDER)],
  ['見本市', openSharedSite(EXAMPLE_SITE)],
] as const;

describe.each(towns)('the Parquet files of %s', (town, siteData) => {
  test.each(publishedTables.map((table) => [table.id, table] as const))('of %s are read alike', async (id, table) => {
    const bytes = serializeParquet(siteData, table);
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
  const observations = findTable('observations');
  const [, siteData] = towns[0];
  const file = join(folder, 'dates.parquet');
  writeFileSync(file, serializeParquet(siteData, observations));
  const result = await database.runAndReadAll(`SELECT "end"::VARCHAR FROM '${file}'`);
  const at = observations.columns.findIndex(({ name }) => name === 'end');
  expect(result.getRows().map(([day]) => day)).toEqual(observations.rows(siteData).map((row) => row[at]));
});

describe('the Parquet files by prefecture', () => {
  const [[, siteData]] = towns;
  const partitioned = publishedTables.filter(isPartitioned);

  /** Writes the partitions of a table. Returns what reads them as one table. */
  function writePartitions(table: PublishedTable, into: string): string {
    for (const { path, body } of createPartitions(siteData, table)) {
      mkdirSync(dirname(join(folder, into, path)), { recursive: true });
      writeFileSync(join(folder, into, path), body);
    }
    const files = join(folder, into, 'parquet', table.id, '*', '*.parquet');
    return `read_parquet('${files}', hive_partitioning = true, hive_types_autocast = false)`;
  }

  test('are of the tables whose rows all belong to municipalities', () => {
    expect(partitioned.map(({ id }) => id)).toEqual([
      'plans',
      'nodes',
      'node-links',
      'indicators',
      'observations',
      'targets',
      'ratings',
      'statistic-values',
      'zones',
      'related-plans',
    ]);
  });

  test.each(partitioned.map((table) => [table.id, table] as const))(
    'of %s are together the table',
    async (id, table) => {
      const single = join(folder, `single-${id}.parquet`);
      writeFileSync(single, serializeParquet(siteData, table));
      const parts = writePartitions(table, 'all');
      const rows = `SELECT * EXCLUDE prefecture FROM ${parts}`;
      const count = async (query: string) =>
        Number((await database.runAndReadAll(`SELECT count(*) FROM (${query})`)).getRows()[0]?.[0]);
      expect(await count(rows)).toBe(table.rows(siteData).length);
      expect(await count(`${rows} EXCEPT ALL SELECT * FROM '${single}'`)).toBe(0);
      expect(await count(`SELECT * FROM '${single}' EXCEPT ALL ${rows}`)).toBe(0);
      expect(await count(`SELECT * FROM ${parts} WHERE prefecture <> left(municipality_code, 2)`)).toBe(0);
    },
  );

  test('have each municipality in one row group, which names its codes', async () => {
    const at = publishedObservations.columns.findIndex(({ name }) => name === 'municipality_code');
    const samples = publishedObservations.rows(siteData);
    // Four municipalities fill a row group, and the rows of the first two are mixed.
    const codes = ['120014', '120022', '120031', '120049', '120057'];
    const rows = Array.from({ length: 18_000 }, (_, index): PublishedValue[] => {
      const row = [...(samples[index % samples.length] ?? [])];
      row[at] = codes[index < 4000 ? index % 2 : Math.min(4, Math.floor(index / 4000) + 1)] ?? null;
      return row;
    });
    writePartitions({ ...publishedObservations, rows: () => rows }, 'groups');
    const groups = await database.runAndReadAll(
      `SELECT stats_min_value, stats_max_value, row_group_num_rows
       FROM parquet_metadata('${join(folder, 'groups', 'parquet', 'observations', 'prefecture=12', '*.parquet')}')
       WHERE path_in_schema = 'municipality_code' ORDER BY row_group_id`,
    );
    expect(groups.getRows().map((row) => row.map(String))).toEqual([
      ['120014', '120049', '12000'],
      ['120057', '120057', '6000'],
    ]);
  });
});
