import { parquetWriteBuffer } from 'hyparquet-writer';
import type { SiteData } from '../portal/portal.ts';
import type { PublishedTable, ColumnType } from './table.ts';

/** Parquet's types. Dates are texts, as in the other formats: `CAST(start AS DATE)` reads them. */
const types = {
  text: 'STRING',
  integer: 'INT32',
  number: 'DOUBLE',
  boolean: 'BOOLEAN',
  date: 'STRING',
} as const satisfies Readonly<Record<ColumnType, string>>;

/** A table as Parquet, with the columns' English names; unknown values are null. */
export function serializeParquet(table: PublishedTable, portal: SiteData): Uint8Array {
  const rows = table.rows(portal);
  const buffer = parquetWriteBuffer({
    columnData: table.columns.map(({ name, type, nullable }, at) => ({
      name,
      data: rows.map((row) => row[at] ?? null),
      type: types[type],
      nullable,
    })),
  });
  return new Uint8Array(buffer);
}
