import { getPrefectureNumber } from '../model/municipality.ts';
import type { SiteData } from '../site-data/site-data.ts';
import type { PublishedFile } from './published-file.ts';
import { splitTable, type PublishedTable } from './published-table.ts';
import { serializeParquet } from './table-formats.ts';
import { publishedMunicipalities } from './tables/published-record-tables.ts';

/*
 * The rows of a table as one Parquet file for each prefecture, in folders that DuckDB, Trino and Spark know from Hive.
 * Rows are sorted by municipality, so a query for one reads only the row groups with its code.
 */

const CODE = 'municipality_code';

/** A row group ends with the municipality that fills it to this number of rows. */
const ROWS_IN_GROUP = 10_000;

/** True for a table whose rows all belong to municipalities, except for that of the municipalities. */
export function isPartitioned(table: PublishedTable): boolean {
  const code = table.columns.find(({ name }) => name === CODE);
  return code !== undefined && !code.nullable && table.id !== publishedMunicipalities.id;
}

/** Returns the folder of a table's partitions below `/data/`. */
export const getPartitionFolder = ({ id }: PublishedTable): string => `parquet/${id}/`;

/** Returns the numbers of rows of the row groups, from the sorted codes of all rows. */
function listGroupSizes(codes: readonly unknown[]): number[] {
  const sizes: number[] = [];
  for (const { length } of Map.groupBy(codes, (code) => code).values()) {
    const last = sizes.at(-1) ?? ROWS_IN_GROUP;
    if (last < ROWS_IN_GROUP) sizes[sizes.length - 1] = last + length;
    else sizes.push(length);
  }
  return sizes;
}

/** Returns the Parquet files of a table by prefecture, in the order of their codes. */
export function createPartitions(siteData: SiteData, table: PublishedTable): PublishedFile[] {
  const at = table.columns.findIndex(({ name }) => name === CODE);
  const prefectures = splitTable(siteData, table, CODE, getPrefectureNumber);
  return [...prefectures.keys()].sort().map((prefecture) => {
    const rows = [...(prefectures.get(prefecture)?.rows(siteData) ?? [])];
    rows.sort((a, b) => Number(a[at]) - Number(b[at]));
    return {
      path: `${getPartitionFolder(table)}prefecture=${prefecture}/${table.id}.parquet`,
      body: serializeParquet(siteData, { ...table, rows: () => rows }, listGroupSizes(rows.map((row) => row[at]))),
    };
  });
}
