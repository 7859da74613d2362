import Papa from 'papaparse';
import type { SiteData } from '../../site-data/site-data.ts';
import { type ColumnType, listRowObjects, type PublishedTable, type PublishedValue } from '../published-table.ts';
import { parquetWriteBuffer } from 'hyparquet-writer';
import writeXlsxFile, { type Cell, type SheetData } from 'write-excel-file/node';
import { listTableNotes } from '../metadata/table-facts.ts';
import { removeZipTimes } from '../published-file.ts';

/**
 * A table as CSV (RFC 4180): UTF-8 with a byte order mark, without which Excel garbles Japanese; CRLF; the Japanese
 * headings in the first row; an unknown value as an empty cell.
 */
export function serializeCsv(table: PublishedTable, siteData: SiteData): string {
  const rows = table.rows(siteData).map((row) => row.map((value) => value ?? ''));
  const text = Papa.unparse([table.columns.map(({ title }) => title), ...rows], { newline: '\r\n' });
  return `\ufeff${text}\r\n`;
}

/** A table as a JSON array of objects with the columns' English names, a row a line; unknown values are null. */
export function serializeJson(table: PublishedTable, siteData: SiteData): string {
  const rows = listRowObjects(table, siteData).map((row) => JSON.stringify(row));
  return rows.length === 0 ? '[]\n' : `[\n${rows.join(',\n')}\n]\n`;
}

/** Parquet's types. Dates are texts, as in the other formats: `CAST(start AS DATE)` reads them. */
const types = {
  text: 'STRING',
  integer: 'INT32',
  number: 'DOUBLE',
  boolean: 'BOOLEAN',
  date: 'STRING',
} as const satisfies Readonly<Record<ColumnType, string>>;

/** A table as Parquet, with the columns' English names; unknown values are null. */
export function serializeParquet(table: PublishedTable, siteData: SiteData): Uint8Array {
  const rows = table.rows(siteData);
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

const WIDEST = 60;
const NARROWEST = 8;

/** A cell with its type said, so that no reader takes a code for a number or a text for a formula. */
function cell(value: PublishedValue): Cell {
  if (value === null || value === '') return null;
  if (typeof value === 'number') return { value, type: Number };
  if (typeof value === 'boolean') return { value, type: Boolean };
  return { value, type: String };
}

/** How wide a column is, in characters: as its longest value, within limits; kana and kanji count double. */
function widthOf(values: readonly PublishedValue[]): number {
  const longest = values.reduce<number>((most, value) => {
    const length = [...String(value ?? '')].reduce((sum, one) => sum + (one > '\u00ff' ? 2 : 1), 0);
    return Math.max(most, length);
  }, NARROWEST);
  return Math.min(WIDEST, longest + 2);
}

/**
 * A table as an Excel workbook: the data as the first sheet with its headings frozen, what it means as the second. No
 * formulas, no merged cells, no meaning by colour.
 */
export async function serializeXlsx(table: PublishedTable, siteData: SiteData): Promise<Uint8Array> {
  const rows = table.rows(siteData);
  const titles = table.columns.map(({ title }) => title);
  const data: SheetData = [
    titles.map((value) => ({ value, type: String, fontWeight: 'bold' })),
    ...rows.map((row) => row.map(cell)),
  ];
  const explained = listTableNotes(table, siteData);
  const buffer = await writeXlsxFile([
    {
      data,
      sheet: 'データ',
      stickyRowsCount: 1,
      columns: titles.map((title, at) => ({
        width: widthOf([title, ...rows.map((row) => row[at] ?? null)]),
      })),
    },
    {
      data: [['項目', '内容'], ...explained].map((row) => row.map(cell)),
      sheet: '説明',
      columns: [{ width: 24 }, { width: WIDEST }],
    },
  ]).toBuffer();
  return removeZipTimes(new Uint8Array(buffer));
}
