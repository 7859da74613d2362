import { max } from 'd3';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { measureText, WORKBOOK_TYPE, writeWorkbook, type WrittenSheet } from '../input/xlsx/written-workbook.ts';
import { getProjectFolder } from '../site-data/current-site-data.ts';
import { isMade, makeOrReadFile } from '../site-data/part-of-path.ts';
import type { SiteData } from '../site-data/site-data.ts';
import { formatCsv } from './csv-dialect.ts';
import { makeFileInThread } from './file-worker-client.ts';
import { listTableFacts } from './metadata/table-facts.ts';
import { createFileOnRead, packNatively, type PublishedFile } from './published-file.ts';
import { listRowObjects, type ColumnType, type PublishedTable } from './published-table.ts';

/** Writes a table as CSV with Japanese headings. An unknown value is an empty cell. */
export const serializeCsv = (siteData: SiteData, table: PublishedTable): string =>
  formatCsv([table.columns.map(({ title }) => title), ...table.rows(siteData)]);

/** Writes a table as a JSON array of objects with English column names, one row per line. An unknown value is null. */
export function serializeJson(siteData: SiteData, table: PublishedTable): string {
  const rows = listRowObjects(siteData, table).map((row) => JSON.stringify(row));
  return rows.length === 0 ? '[]\n' : `[\n${rows.join(',\n')}\n]\n`;
}

const parquetTypes = {
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  integer: { type: 'INT32' },
  number: { type: 'DOUBLE' },
  boolean: { type: 'BOOLEAN' },
  date: { type: 'INT32', converted_type: 'DATE' },
} as const satisfies Readonly<Record<ColumnType, object>>;

/** Writes a table as Parquet with English column names, in row groups of these sizes. An unknown value is null. */
export function serializeParquet(siteData: SiteData, table: PublishedTable, rowGroupSize?: number[]): Uint8Array {
  const rows = table.rows(siteData);
  const buffer = parquetWriteBuffer({
    schema: [
      { name: 'root', num_children: table.columns.length },
      ...table.columns.map(({ name, type, nullable }) => ({
        name,
        ...parquetTypes[type],
        repetition_type: nullable ? ('OPTIONAL' as const) : ('REQUIRED' as const),
      })),
    ],
    columnData: table.columns.map(({ name, type }, at) => ({
      name,
      // The writer takes a day as a `Date` at midnight UTC.
      data: rows.map((row) => (type === 'date' && row[at] ? new Date(String(row[at])) : (row[at] ?? null))),
    })),
    ...(rowGroupSize && { rowGroupSize }),
  });
  return new Uint8Array(buffer);
}

/** The limits of the width of a column, in characters. */
const [MIN_WIDTH, MAX_WIDTH] = [8, 60];

/** Returns the width of a column by its heading and its longest value, within the limits. */
function computeColumnWidth(title: string, rows: ReturnType<PublishedTable['rows']>, at: number): number {
  const longest = max(rows, (row) => measureText(String(row[at] ?? ''))) ?? 0;
  return Math.min(MAX_WIDTH, Math.max(MIN_WIDTH, measureText(title), longest) + 2);
}

/** Returns the sheets of a table's Excel workbook: its data with frozen headings, and the facts on it. */
export function listTableSheets(siteData: SiteData, table: PublishedTable): WrittenSheet[] {
  const rows = table.rows(siteData);
  const headings = table.columns.map(({ title }) => title);
  const widths = headings.map((title, at) => computeColumnWidth(title, rows, at));
  const days = table.columns.map(({ type }) => type === 'date');
  return [
    { name: 'データ', headings, frozen: true, filtered: true, days, rows, widths },
    { name: '説明', rows: [['こと', '内容'], ...listTableFacts(siteData, table)], widths: [24, MAX_WIDTH] },
  ];
}

export interface FileFormat {
  /** The code in the file type list of the EU. */
  readonly code: string;
  readonly mediaType: string;
  readonly description: string;
}

interface TableFormat extends FileFormat {
  /** The name on pages. */
  readonly title: string;
  readonly serialize: (siteData: SiteData, table: PublishedTable) => PublishedFile['body'];
}

/** The formats of the published tables, by file extension, in the order of pages. */
export const tableFormats = {
  csv: {
    title: 'CSV',
    code: 'CSV',
    mediaType: 'text/csv',
    description: 'CSV（UTF-8、BOM つき）。見出しは日本語',
    serialize: serializeCsv,
  },
  xlsx: {
    title: 'Excel',
    code: 'XLSX',
    mediaType: WORKBOOK_TYPE,
    description: 'Excel。2枚めのシートに列の説明',
    serialize: (siteData, table) => writeWorkbook(listTableSheets(siteData, table), packNatively),
  },
  json: {
    title: 'JSON',
    code: 'JSON',
    mediaType: 'application/json',
    description: 'JSON。1行が1つの記録',
    serialize: serializeJson,
  },
  parquet: {
    title: 'Parquet',
    code: 'PARQUET',
    mediaType: 'application/vnd.apache.parquet',
    description: 'Parquet。列の名前は英語',
    serialize: serializeParquet,
  },
} as const satisfies Readonly<Record<string, TableFormat>>;

/** The formats of the tables with the figures of a page, in the order of its buttons. */
export const figureFormats = ['xlsx', 'csv', 'json'] as const;

/** Returns the names of the formats of the published tables. */
export const listFormatTitles = (): string[] => Object.values(tableFormats).map(({ title }) => title);
export type TableExtension = keyof typeof tableFormats;

/** Returns the files of a table. Those of whole tables are kept, because other files are made from them. */
export const createTableFiles = (
  siteData: SiteData,
  table: PublishedTable,
  extensions: readonly TableExtension[],
  { isKept = false } = {},
): PublishedFile[] =>
  extensions.flatMap((extension) => {
    const format = tableFormats[extension];
    const file = `${table.path}.${extension}`;
    if (!isMade(siteData, `data/${file}`)) return [];
    const make = () => makeOrReadFile(siteData, `data/${file}`, () => format.serialize(siteData, table)) ?? '';
    const makeInThread = () => makeFileInThread({ sheets: listTableSheets(siteData, table) }, getProjectFolder());
    return [createFileOnRead(file, make, { isKept, ...(extension === 'xlsx' && !isKept && { makeInThread }) })];
  });
