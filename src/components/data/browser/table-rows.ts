import { normalizeSearchText, splitQuery } from '../../../search/search-text.ts';

/** A value in the JSON of a published table. */
export type CellValue = string | number | boolean | null;

/** The values of a row, in the order of the columns. */
export type TableRow = readonly CellValue[];

/** The column to sort by, from 0, and the direction. */
export interface SortOrder {
  readonly column: number;
  readonly way: 'ascending' | 'descending';
}

/** Formats a value for CSV. An unknown value is an empty text. */
export function formatCell(value: CellValue): string {
  return value === null ? '' : String(value);
}

/** Returns the rows that contain every word of a query, normalized like the site search. */
export function filterRows(rows: readonly TableRow[], query: string): readonly TableRow[] {
  const words = splitQuery(query);
  if (words.length === 0) return rows;
  return rows.filter((row) => {
    // No word matches across a line break, so none matches across two cells.
    const text = row.map((value) => normalizeSearchText(formatCell(value))).join('\n');
    return words.every((word) => text.includes(word));
  });
}

/** Japanese order, with 1_2 before 1_10. */
const collator = new Intl.Collator('ja', { numeric: true });

function compare(a: CellValue, b: CellValue): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return collator.compare(String(a), String(b));
}

/** Sorts rows. Equal rows keep their order, and unknown values are always last. */
export function sortRows(rows: readonly TableRow[], order: SortOrder | null): readonly TableRow[] {
  if (order === null) return rows;
  const { column, way } = order;
  const known = rows.filter((row) => formatCell(row[column] ?? null) !== '');
  const unknown = rows.filter((row) => formatCell(row[column] ?? null) === '');
  const sign = way === 'ascending' ? 1 : -1;
  known.sort((a, b) => sign * compare(a[column] ?? null, b[column] ?? null));
  return [...known, ...unknown];
}

/** Quotes a cell of CSV (RFC 4180) like the published files. */
function quoteCell(text: string): string {
  return /[",\r\n\ufeff]|^ | $/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Formats rows as CSV like the published files: with a byte order mark and CRLF. */
export function formatCsv(headings: readonly string[], rows: readonly TableRow[]): string {
  const lines = [headings, ...rows.map((row) => row.map(formatCell))];
  return `\ufeff${lines.map((line) => `${line.map(quoteCell).join(',')}\r\n`).join('')}`;
}
