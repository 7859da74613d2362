import Papa from 'papaparse';
import { readCsvRows } from '../input/csv-reader.ts';
import type { TableSchema } from '../tables/table-schema.ts';
import {
  MAX_LEADING_ROWS,
  findHeaderRow,
  findOtherSeparator,
  createColumnMatcher,
} from '../validation/table-header.ts';

/** The cells of a row to write, by heading. Missing headings have empty cells. */
export type RowCells = Readonly<Record<string, string>>;

/** Returns a cell on one line, because a line break would change the line numbers of the following rows. */
const writeOnOneLine = (text: string) => text.replace(/(?<!\s)\s*[\r\n\u2028\u2029]\s*/g, ' ').trim();

function formatRows(headings: readonly string[], rows: readonly RowCells[], newline: string): string {
  const cells = rows.map((row) => headings.map((heading) => writeOnOneLine(row[heading] ?? '')));
  return `${Papa.unparse(cells, { newline })}${newline}`;
}

/** Returns a CSV file with all columns of its schema but memos, with a byte order mark and CRLF for spreadsheets. */
export function createCsv(schema: TableSchema, rows: readonly RowCells[]): Uint8Array {
  const headings = Object.keys(schema).filter((heading) => !schema[heading]?.memo);
  const head = Object.fromEntries(headings.map((heading) => [heading, heading]));
  return new TextEncoder().encode(`\ufeff${formatRows(headings, [head, ...rows], '\r\n')}`);
}

/** Returns the name in the schema of each column of a CSV file; an empty text for an unknown column. */
function listColumns(text: string, schema: TableSchema): string[] {
  const names = createColumnMatcher(schema);
  const rows = readCsvRows(text);
  return (rows[findHeaderRow(rows.slice(0, MAX_LEADING_ROWS), schema)]?.cells ?? []).map((cell) => {
    const [name = '', ...others] = names(cell);
    return others.length === 0 ? name : '';
  });
}

/**
 * Returns the text that adds rows to a CSV text, with its line breaks and order of columns, or why that is impossible.
 * @param file the name of the file, for messages
 * @param present the present text of the file
 */
export function formatAddedRows(
  file: string,
  present: string,
  schema: TableSchema,
  rows: readonly RowCells[],
):
  | { readonly ok: true; readonly text: string; readonly firstLine: number }
  | { readonly ok: false; readonly why: string } {
  const headings = listColumns(present, schema);
  const missing = rows.flatMap((row) =>
    Object.entries(row)
      .filter(([heading, value]) => value !== '' && !headings.includes(heading))
      .map(([heading]) => heading),
  );
  if (missing.length > 0) {
    const columns = [...new Set(missing)].map((heading) => `「${heading}」`).join('');
    const leading = readCsvRows(present).slice(0, MAX_LEADING_ROWS);
    const sign = findOtherSeparator(leading, (split) => findHeaderRow(split, schema));
    const what = sign
      ? `は、セルの区切りがコンマ（,）ではなく、${sign}になっています。コンマ区切りで保存し直して`
      : `に列${columns}がありません。見出しの行に加えて`;
    return { ok: false, why: `${file} ${what}から、もう一度実行してください。` };
  }
  const newline = /\r\n?|\n/.exec(present)?.[0] ?? '\n';
  const between = /[\r\n]$/.test(present) ? '' : newline;
  const firstLine = (present + between).split(/\r\n?|\n/).length;
  return { ok: true, text: between + formatRows(headings, rows, newline), firstLine };
}
