import Papa from 'papaparse';

/** A table that somebody gave to be checked: a file, or what was pasted. */
export interface UploadedTable {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The largest file that is taken, in bytes. A larger one would hold up the browser for too long. */
const LIMIT = 20 * 1024 * 1024;

/** What is wrong with a file before it is read at all: its size; null where nothing is. */
export function explainSizeLimit(name: string, size: number): string | null {
  if (size === 0) return `「${name}」は空です。書いて保存してから、もう一度選んでください。`;
  if (size <= LIMIT) return null;
  const megabytes = (size / 1024 / 1024).toFixed(1);
  return `「${name}」は ${megabytes} MiB あり、このページで調べられる 20 MiB をこえています。行を分けるか、npm run check を使ってください。`;
}

/**
 * Takes pasted text for a table. Cells that are copied from a spreadsheet come parted by tabs, and are written as CSV;
 * anything else is taken as it is.
 */
export function parsePastedTable(text: string): UploadedTable {
  // The last line break ends a row and begins none; a tab before it parts off an empty cell.
  const table = text.replace(/[\r\n]+$/, '');
  const rows = text.includes('\t') ? Papa.parse<string[]>(table, { delimiter: '\t' }).data : null;
  const csv = rows ? `${Papa.unparse(rows)}\r\n` : text;
  return { name: '貼りつけた表.csv', bytes: new TextEncoder().encode(csv) };
}
