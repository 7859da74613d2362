import type { ColumnType, PublishedValue } from './published-table.ts';

/** The encoding of the published text files. */
export const ENCODING = 'utf-8';

/** Starts a CSV file: without it, Excel garbles Japanese. JSON files have none. */
const BYTE_ORDER_MARK = '\ufeff';

const DELIMITER = ',';
const LINE_END = '\r\n';

/** How the published CSV files are written, in the words of Data Package and CSV on the Web. */
export const csvDialect = {
  delimiter: DELIMITER,
  lineTerminator: LINE_END,
  quoteChar: '"',
  doubleQuote: true,
  header: true,
} as const;

/** Formats a cell (RFC 4180). Spaces at its ends are quoted too, because some programs omit them. */
function formatCsvCell(value: PublishedValue): string {
  const text = String(value ?? '');
  return /[",\r\n\ufeff]|^ | $/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Formats rows as CSV with a byte order mark. Pages use it too: it is smaller than a package for CSV. */
export function formatCsv(rows: readonly (readonly PublishedValue[])[]): string {
  const lines = rows.map((row) => row.map(formatCsvCell).join(DELIMITER) + LINE_END);
  return `${BYTE_ORDER_MARK}${lines.join('')}`;
}

/** Returns the name of a column type in Data Package and CSV on the Web. */
export const getStandardType = (type: ColumnType): string => (type === 'text' ? 'string' : type);
