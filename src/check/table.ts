import type { Folder } from '../read/folder.ts';
import type { Rows } from '../read/rows.ts';
import { openCsv, openRows } from './open.ts';
import type { Report } from './report.ts';
import { rowReader, type Read } from './row-reader.ts';
import type { RowOf, Shape } from './shape.ts';

export type { Read } from './row-reader.ts';

/** What was read of one file. */
export interface Table<T> {
  readonly file: string;
  /** The rows without a problem. */
  readonly rows: readonly Read<T>[];
  /**
   * The key of every row, sound or not, so that one bad cell does not make every mention of its row wrong; of a misspelt
   * key what was most likely meant, so that each of them may be offered to those who mention one that is not there.
   */
  readonly keys: ReadonlySet<string>;
  /** True where every row is sound. */
  readonly whole: boolean;
  /** True where the file could not be read, so that nobody knows which keys it has. */
  readonly unread: boolean;
}

/** The table of a file of which nothing is known. */
export function unreadTable(file: string): Table<never> {
  return { file, rows: [], keys: new Set(), whole: false, unread: true };
}

/**
 * Reads rows, from whatever kind of file, as a table of a shape; from none comes the table of an unread file. Every problem is
 * reported; a row with a problem is left out, so that what is given back is sound.
 */
export function readRows<S extends Shape>(
  rows: Rows | null,
  file: string,
  shape: S,
  report: Report,
): Table<RowOf<S>> {
  if (!rows) return unreadTable(file);
  const reader = rowReader(rows, file, shape, report);
  rows.each(reader.take);
  return { file, ...reader.end() };
}

/** Reads one CSV file of a shape. A missing file has no rows. */
export function readTable<S extends Shape>(
  folder: Folder,
  file: string,
  shape: S,
  report: Report,
): Table<RowOf<S>> {
  if (!folder.has(file)) return { file, rows: [], keys: new Set(), whole: true, unread: false };
  return readRows(openCsv(folder.bytes(file), file, report), file, shape, report);
}

/**
 * Reads the bytes of a CSV or Excel file as a table of a shape.
 * @param file the file's name, which problems quote
 * @param sheet the name of the sheet to read; the first one that is not hidden if left out
 */
export async function readTableBytes<S extends Shape>(
  bytes: Uint8Array,
  file: string,
  shape: S,
  report: Report,
  sheet?: string,
): Promise<Table<RowOf<S>>> {
  return readRows(await openRows(bytes, file, report, sheet), file, shape, report);
}
