import { normalizeSearchText, splitQuery } from '../../../search/search-text.ts';

/** A value of a published table as its JSON has it. */
export type CellValue = string | number | boolean | null;

/** A row: its values in the order of the columns. */
export type TableRow = readonly CellValue[];

/** Which column rows are ordered by, from 0, and which way. */
export interface SortOrder {
  readonly column: number;
  readonly way: 'ascending' | 'descending';
}

/** A value as CSV has it: what is unknown is empty. */
export function formatCell(value: CellValue): string {
  return value === null ? '' : String(value);
}

/** The rows that contain every word of a query, in the form in which the search compares texts. */
export function filterRows(rows: readonly TableRow[], query: string): readonly TableRow[] {
  const words = splitQuery(query);
  if (words.length === 0) return rows;
  return rows.filter((row) => {
    // A line break parts the cells, so that no word is found across two of them.
    const text = row.map((value) => normalizeSearchText(formatCell(value))).join('\n');
    return words.every((word) => text.includes(word));
  });
}

/** The order of Japanese readers; 1_2 stands before 1_10. */
const collator = new Intl.Collator('ja', { numeric: true });

function compare(a: CellValue, b: CellValue): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return collator.compare(String(a), String(b));
}

/** The rows in order; equal ones stay as they stand, and what is unknown comes last either way. */
export function sortRows(rows: readonly TableRow[], order: SortOrder | null): readonly TableRow[] {
  if (order === null) return rows;
  const { column, way } = order;
  const known = rows.filter((row) => formatCell(row[column] ?? null) !== '');
  const unknown = rows.filter((row) => formatCell(row[column] ?? null) === '');
  const sign = way === 'ascending' ? 1 : -1;
  known.sort((a, b) => sign * compare(a[column] ?? null, b[column] ?? null));
  return [...known, ...unknown];
}

/** A cell of CSV (RFC 4180), quoted as the published files quote it. */
function cell(text: string): string {
  return /[",\r\n\ufeff]|^ | $/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Rows as CSV, just as the published files are written: with a byte order mark, and CR LF at the end of each line. */
export function formatCsv(headings: readonly string[], rows: readonly TableRow[]): string {
  const lines = [headings, ...rows.map((row) => row.map(formatCell))];
  return `\ufeff${lines.map((line) => `${line.map(cell).join(',')}\r\n`).join('')}`;
}
