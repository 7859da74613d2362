import type { SiteFolder } from '../input/site-folder.ts';
import type { InputRows } from '../input/input-rows.ts';
import { openCsvRows, openTableRows } from '../input/open-table.ts';
import type { DiagnosticReport } from '../diagnostics/diagnostic-report.ts';
import { createRowParser, type ParsedRow } from './row-parser.ts';
import { getTableFile, type SchemaRow, type SourceTable, type TableSchema } from '../tables/table-schema.ts';

export type { ParsedRow } from './row-parser.ts';

/** What was read of one file. */
export interface ParsedTable<T> {
  readonly file: string;
  /** The rows without a problem. */
  readonly rows: readonly ParsedRow<T>[];
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
export function createUnreadableTable(file: string): ParsedTable<never> {
  return { file, rows: [], keys: new Set(), whole: false, unread: true };
}

/**
 * Reads rows, from whatever kind of file, as a table of a shape; from none comes the table of an unread file. Every problem is
 * reported; a row with a problem is left out, so that what is given back is sound.
 */
export function parseTable<S extends TableSchema>(
  rows: InputRows | null,
  file: string,
  shape: S,
  report: DiagnosticReport,
): ParsedTable<SchemaRow<S>> {
  if (!rows) return createUnreadableTable(file);
  const reader = createRowParser(rows, file, shape, report);
  rows.visitRows(reader.take);
  return { file, ...reader.end() };
}

/**
 * Reads the file of a source table. A missing file has no rows.
 * @param id the plan or municipality, if each has a file of its own
 */
export function readTableFile<S extends TableSchema>(
  folder: SiteFolder,
  table: SourceTable<S>,
  report: DiagnosticReport,
  id?: string,
): ParsedTable<SchemaRow<S>> {
  const file = getTableFile(table, id);
  if (!folder.has(file)) return { file, rows: [], keys: new Set(), whole: true, unread: false };
  return parseTable(openCsvRows(folder.readBytes(file), file, report), file, table.columns, report);
}

/**
 * Reads the bytes of a CSV or Excel file as a table of a shape.
 * @param file the file's name, which problems quote
 * @param sheet the name of the sheet to read; the first one that is not hidden if left out
 */
export async function readTableBytes<S extends TableSchema>(
  bytes: Uint8Array,
  file: string,
  shape: S,
  report: DiagnosticReport,
  sheet?: string,
): Promise<ParsedTable<SchemaRow<S>>> {
  return parseTable(await openTableRows(bytes, file, report, sheet), file, shape, report);
}
