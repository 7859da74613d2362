import Papa from 'papaparse';
import type { SiteData } from '../portal/portal.ts';
import type { PublishedTable } from './table.ts';

/**
 * A table as CSV (RFC 4180): UTF-8 with a byte order mark, without which Excel garbles Japanese; CRLF; the Japanese
 * headings in the first row; an unknown value as an empty cell.
 */
export function serializeCsv(table: PublishedTable, portal: SiteData): string {
  const rows = table.rows(portal).map((row) => row.map((value) => value ?? ''));
  const text = Papa.unparse([table.columns.map(({ title }) => title), ...rows], { newline: '\r\n' });
  return `\ufeff${text}\r\n`;
}
