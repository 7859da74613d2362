import Papa from 'papaparse';
import type { Portal } from '../portal/portal.ts';
import type { Table } from './table.ts';

/**
 * A table as CSV (RFC 4180): UTF-8 with a byte order mark, without which Excel garbles Japanese; CRLF; the Japanese
 * headings in the first row; an unknown value as an empty cell.
 */
export function csv(table: Table, portal: Portal): string {
  const rows = table.rows(portal).map((row) => row.map((value) => value ?? ''));
  const text = Papa.unparse([table.columns.map(({ title }) => title), ...rows], { newline: '\r\n' });
  return `\ufeff${text}\r\n`;
}
