import iconv from 'iconv-lite';
import { type DecodedText, decodeText } from '../input/text-decoding.ts';
import Papa from 'papaparse';
import { MAX_LEADING_ROWS, findHeaderRow, createColumnMatcher } from '../validation/table-header.ts';
import { readCsvRows } from '../input/csv-reader.ts';
import type { TableSchema } from '../tables/table-schema.ts';

export type TextEncoding = Extract<DecodedText, { readonly ok: true }>['encoding'];

/** Bytes, or the characters that an encoding lacks. */
export type EncodedText =
  { readonly ok: true; readonly bytes: Uint8Array } | { readonly ok: false; readonly lacking: readonly string[] };

/** Returns the text as CP932, or null if decoding would not restore it. */
function toCp932(text: string): Uint8Array | null {
  const bytes = iconv.encode(text, 'cp932');
  // Decodes the bytes like the CSV reader, because iconv-lite and the decoder can differ.
  return new TextDecoder('shift_jis').decode(bytes) === text ? bytes : null;
}

/** Encodes a text without a byte order mark. Returns characters that CP932 lacks, and never writes `?` for them. */
export function encodeText(text: string, encoding: TextEncoding): EncodedText {
  if (encoding === 'utf-8') return { ok: true, bytes: new TextEncoder().encode(text) };
  const bytes = toCp932(text);
  if (bytes) return { ok: true, bytes };
  return { ok: false, lacking: [...new Set(text)].filter((character) => !toCp932(character)) };
}

/** The cells of a row to write, by heading. Missing headings have empty cells. */
export type RowCells = Readonly<Record<string, string>>;

/** The bytes to append to a file, or the reason why that is impossible. */
export type CsvAddition =
  | { readonly ok: true; readonly bytes: Uint8Array; readonly firstLine: number }
  | { readonly ok: false; readonly why: string };

function refused(why: string): CsvAddition {
  return { ok: false, why };
}

/** Returns a cell on one line, because a line break would change the line numbers of the following rows. */
function onOneLine(text: string): string {
  return text.replace(/\s*[\r\n\u2028\u2029]+\s*/g, ' ').trim();
}

function csvOf(headings: readonly string[], rows: readonly RowCells[], newline: string): string {
  const cells = rows.map((row) => headings.map((heading) => onOneLine(row[heading] ?? '')));
  return `${Papa.unparse(cells, { newline })}${newline}`;
}

/** Returns a CSV file with all columns of its schema but memos, with a byte order mark and CRLF for spreadsheets. */
export function createCsv(shape: TableSchema, rows: readonly RowCells[]): Uint8Array {
  const headings = Object.keys(shape).filter((heading) => !shape[heading]?.memo);
  const head = Object.fromEntries(headings.map((heading) => [heading, heading]));
  return new TextEncoder().encode(`\ufeff${csvOf(headings, [head, ...rows], '\r\n')}`);
}

/** Returns the name in the schema of each column of a CSV file; an empty text for an unknown column. */
function columnsOf(text: string, shape: TableSchema): string[] {
  const names = createColumnMatcher(shape);
  const rows = readCsvRows(text);
  const head = rows[findHeaderRow(rows.slice(0, MAX_LEADING_ROWS), shape)];
  return (head?.cells ?? []).map((cell) => {
    const [name = '', ...others] = names(cell);
    return others.length === 0 ? name : '';
  });
}

/**
 * Returns the bytes that add rows to a CSV file, with its encoding, line breaks and order of columns.
 * @param file the name of the file, for messages
 * @param given the present bytes of the file
 */
export function appendCsvRows(
  file: string,
  given: Uint8Array,
  shape: TableSchema,
  rows: readonly RowCells[],
): CsvAddition {
  const decoded = decodeText(given);
  if (!decoded.ok) return refused(`${file} の文字コードを読みとれません。`);
  const { text, encoding } = decoded;
  const headings = columnsOf(text, shape);
  const missing = rows.flatMap((row) =>
    Object.entries(row)
      .filter(([heading, value]) => value !== '' && !headings.includes(heading))
      .map(([heading]) => heading),
  );
  if (missing.length > 0) {
    const columns = [...new Set(missing)].map((heading) => `「${heading}」`).join('');
    return refused(`${file} に列${columns}がありません。見出しの行に加えてから、もう一度実行してください。`);
  }
  const newline = /\r\n?|\n/.exec(text)?.[0] ?? '\n';
  const between = /[\r\n]$/.test(text) ? '' : newline;
  const encoded = encodeText(between + csvOf(headings, rows, newline), encoding);
  if (!encoded.ok) {
    const lacking = encoded.lacking.map((character) => `「${character}」`).join('');
    return refused(
      `${file} は Shift_JIS（CP932）のファイルで、${lacking}を書けません。ファイルを UTF-8 で保存しなおすか、ほかの字にしてください。`,
    );
  }
  const lines = (text + between).split(/\r\n?|\n/).length;
  return { ok: true, bytes: encoded.bytes, firstLine: lines };
}
