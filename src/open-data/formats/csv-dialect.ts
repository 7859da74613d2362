import type { ColumnType } from '../published-table.ts';

/** The encoding of the published text files. */
export const ENCODING = 'utf-8';

/** Starts a CSV file: without it, Excel garbles Japanese. JSON files have none. */
export const BYTE_ORDER_MARK = '\ufeff';

/** How the published CSV files are written, in the words of Data Package and CSV on the Web. */
export const csvDialect = {
  delimiter: ',',
  lineTerminator: '\r\n',
  quoteChar: '"',
  doubleQuote: true,
  header: true,
} as const;

/** The names of the column types in Data Package and CSV on the Web. */
export const standardTypeNames: Readonly<Record<ColumnType, string>> = {
  text: 'string',
  integer: 'integer',
  number: 'number',
  boolean: 'boolean',
  date: 'date',
};
