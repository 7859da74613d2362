import Papa from 'papaparse';
import { readCsvRows } from '../input/csv-reader.ts';
import { listRows, type InputRow } from '../input/input-rows.ts';
import { openCsv } from '../input/open-table.ts';
import { overlayFolder } from '../input/overlay-folder.ts';
import type { SiteFolder } from '../input/site-folder.ts';
import { decodeText, hasByteOrderMark } from '../input/text-decoding.ts';
import { memoizeByValue } from '../model/collections.ts';
import { planTables, sourceTables, type SourceTableName } from '../tables/source-tables.ts';
import { getKeyHeading, getTableFile, type SourceColumn, type TableSchema } from '../tables/table-schema.ts';
import { MAX_LEADING_ROWS, findColumns, findHeaderRow, findOtherSeparator } from '../validation/table-header.ts';
import type { PlanFiles } from '../validation/validate-file.ts';

/** The cells of a row to write, by heading. Missing headings have empty cells. */
export type RowCells = Readonly<Record<string, string>>;

/** Returns the cells of a source file by the headings of its table; none if the file is missing. */
export function readSourceCells(folder: SiteFolder, path: string, schema: TableSchema): RowCells[] {
  const opened = folder.has(path) ? openCsv(folder.readBytes(path)) : null;
  if (!opened?.ok) return [];
  const rows = listRows(opened.rows);
  const { headerRow, columns } = findColumns(rows, schema);
  return rows.slice(headerRow + 1).map(({ cells }) => {
    const entries = columns.map((heading, at) => [heading, cells[at]?.trim() ?? ''] as const);
    return Object.fromEntries(entries.filter(([heading]) => heading !== ''));
  });
}

/** Says how many rows of the site's file a new one lacks or changes. Without a key, a row has its ids and time. */
export function describeLostRows(name: SourceTableName, bytes: Uint8Array, site: PlanFiles | null): string {
  if (!site) return '';
  const table = sourceTables[name];
  const path = getTableFile(table, name in planTables ? site.plan : site.municipality);
  const folders = [site.folder, overlayFolder(new Map([[path, bytes]]))];
  const [before = [], after = []] = folders.map((folder) => readSourceCells(folder, path, table.columns));
  const columns = Object.entries<SourceColumn>(table.columns).filter(([, { memo }]) => !memo);
  const key = getKeyHeading(table);
  const identity = columns.filter(([heading, { field, references = 'sources' }]) =>
    key === '' ? references !== 'sources' || field === 'period' : heading === key,
  );
  const countLost = (compared: typeof columns) => {
    // Pages print ids behind those of their plan.
    const quote = (row: RowCells) => compared.map(([heading]) => row[heading]?.replace(/^[\w-]+\//, '')).join('\t');
    const kept = new Set(after.map(quote));
    return before.filter((row) => !kept.has(quote(row))).length;
  };
  const [lost, different] = [countLost(identity), countLost(columns)];
  const change = `${lost}行がなくなり、${different - lost}行の内容が変わります。`;
  return different > 0 ? `置きかえると、サイトの今の${before.length}行のうち、${change}` : '';
}

/** Returns a cell on one line, because a line break would change the line numbers of the following rows. */
const writeOnOneLine = (text: string) => text.replace(/(?<!\s)\s*[\r\n\u2028\u2029]\s*/g, ' ').trim();

function formatRows(headings: readonly string[], rows: readonly RowCells[], newline: string): string {
  const cells = rows.map((row) => headings.map((heading) => writeOnOneLine(row[heading] ?? '')));
  return cells.length === 0 ? '' : `${Papa.unparse(cells, { newline })}${newline}`;
}

/** A text for a cell of a row, by its index. */
export type NewCell = Readonly<{ row: InputRow; cell: number; to: string }>;

/** Returns a CSV text with some new cells, and keeps everything else. */
export function replaceCells(text: string, edits: readonly NewCell[]): string {
  const lines = text.split(/(?<=\r\n|\r(?!\n)|\n)/);
  // From the last to the first: the positions of the cells before stay correct.
  const ordered = edits.toSorted((a, b) => b.row.line - a.row.line || b.cell - a.cell);
  return ordered.reduce((present, { row, cell, to }) => {
    const { line, column } = row.locate(cell);
    const start = lines.slice(0, line - 1).join('') + [...(lines[line - 1] ?? '')].slice(0, column - 1).join('');
    const rest = present.slice(start.length).replace(/^(?:"[^"]*(?:""[^"]*)*"|[^,\r\n]*)/, '');
    return start + Papa.unparse([[to]]) + rest;
  }, text);
}

/** Returns a CSV file with all columns of its schema but memos, with a byte order mark and CRLF for spreadsheets. */
export function createCsv(schema: TableSchema, rows: readonly RowCells[]): Uint8Array<ArrayBuffer> {
  const headings = Object.keys(schema).filter((heading) => !schema[heading]?.memo);
  const head = Object.fromEntries(headings.map((heading) => [heading, heading]));
  return new TextEncoder().encode(`\ufeff${formatRows(headings, [head, ...rows], '\r\n')}`);
}

/**
 * Returns the bytes of each character outside ASCII as the decoder of every file reads them. If a character has several
 * codes, Windows writes the first one, and none of the rows ED and EE, which repeat FA to FC.
 */
const listCharacterBytes = memoizeByValue((encoding: 'shift_jis'): ReadonlyMap<string, readonly number[]> => {
  const codes = Array.from({ length: 0xfd00 }, (_, code) => (code < 0x100 ? [code] : [code >> 8, code & 0xff])).filter(
    ([first = 0, second = 0x40]) => first >= 0x80 && first !== 0xed && first !== 0xee && second >= 0x40,
  );
  const lines = new TextDecoder(encoding).decode(Uint8Array.from(codes.flatMap((code) => [...code, 0x0a]))).split('\n');
  const characters = codes.map((code, at) => [lines[at] ?? '', code] as const).filter(([text]) => text !== '\ufffd');
  return new Map(characters.reverse());
});

/** Returns the text as CP932, or null if decoding would not restore it: no character becomes another one. */
export function toCp932(text: string): Uint8Array<ArrayBuffer> | null {
  const known = listCharacterBytes('shift_jis');
  const bytes = Uint8Array.from([...text].flatMap((character) => known.get(character) ?? character.charCodeAt(0)));
  return new TextDecoder('shift_jis').decode(bytes) === text ? bytes : null;
}

/** Cells for rows that a file has, each with a line of its row. Where these are empty or missing, its own stay. */
export type RowChanges = readonly Readonly<{ line: number; cells: RowCells }>[];

/** A file with added rows: its bytes before, null for a new file; its bytes with them; the line of the first one. */
type AddedRows =
  | Readonly<{ ok: true; before: Uint8Array | null; after: Uint8Array<ArrayBuffer>; firstLine: number }>
  | Readonly<{ ok: false; why: string }>;

/**
 * Returns a CSV file with added and changed rows, with its encoding, line breaks and order of columns, or why that is
 * impossible. A file that does not exist is created.
 */
export function addCsvRows(
  folder: SiteFolder,
  file: string,
  schema: TableSchema,
  rows: readonly RowCells[],
  changes: RowChanges = [],
): AddedRows {
  if (!folder.has(file)) return { ok: true, before: null, after: createCsv(schema, rows), firstLine: 2 };
  const before = folder.readBytes(file);
  const decoded = decodeText(before);
  if (!decoded.ok) return { ok: false, why: `${file} の文字コードを読み取れません。` };
  const present = readCsvRows(decoded.text);
  const { columns: headings } = findColumns(present, schema);
  const written = [...rows, ...changes.map(({ cells }) => cells)];
  const filled = new Set(written.flatMap((row) => Object.keys(row).filter((heading) => row[heading] !== '')));
  const missing = [...filled].filter((heading) => !headings.includes(heading));
  if (missing.length > 0) {
    const columns = missing.map((heading) => `「${heading}」`).join('');
    const sign = findOtherSeparator(present.slice(0, MAX_LEADING_ROWS), (split) => findHeaderRow(split, schema));
    const what = sign
      ? `は、セルの区切りがコンマ（,）ではなく、${sign}になっています。コンマ区切りで保存し直して`
      : `に列${columns}がありません。見出しの行に加えて`;
    return { ok: false, why: `${file} ${what}から、もう一度実行してください。` };
  }
  const newline = /\r\n?|\n/.exec(decoded.text)?.[0] ?? '\n';
  const edits = changes.flatMap(({ line, cells }) => {
    const row = present.findLast((one) => one.line <= line);
    return Object.entries(cells).flatMap(([heading, to]): NewCell[] =>
      row && to !== '' ? [{ row, cell: headings.indexOf(heading), to: writeOnOneLine(to) }] : [],
    );
  });
  const kept = replaceCells(decoded.text, edits);
  const between = /[\r\n]$/.test(kept) ? '' : newline;
  const firstLine = (kept + between).split(/\r\n?|\n/).length;
  const text = between + formatRows(headings, rows, newline);
  const encode = (part: string) => (decoded.encoding === 'utf-8' ? new TextEncoder().encode(part) : toCp932(part));
  const first = changes.length === 0 ? before : encode(`${hasByteOrderMark(before) ? '\ufeff' : ''}${kept}`);
  const second = encode(text);
  if (first && second) {
    const after = new Uint8Array(first.length + second.length);
    after.set(first);
    after.set(second, first.length);
    return { ok: true, before, after, firstLine };
  }
  const lacking = [...new Set(kept + text)]
    .flatMap((character) => (toCp932(character) ? [] : `「${character}」`))
    .join('');
  const advice = 'ファイルを UTF-8 で保存し直すか、ほかの字にしてください。';
  return { ok: false, why: `${file} は Shift_JIS（CP932）のファイルで、${lacking}を書けません。${advice}` };
}
