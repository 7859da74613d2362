import { DiagnosticReport } from '../diagnostics/diagnostic-report.ts';
import type { InputRows } from '../input/input-rows.ts';
import { openCsvRows } from '../input/open-table.ts';
import type { SiteFolder } from '../input/site-folder.ts';
import { getTableFile, type SchemaRow, type SourceTable, type TableSchema } from '../tables/table-schema.ts';
import { findPlanOfFile } from './column-parser.ts';
import { parseRows, type ParsedRow } from './row-parser.ts';

export interface ParsedTable<T> {
  readonly file: string;
  /** The valid rows. */
  readonly rows: readonly ParsedRow<T>[];
  /** The others, with null for each invalid cell. */
  readonly invalidRows?: readonly ParsedRow<Readonly<Record<string, unknown>>>[];
  /** The keys of all rows, also of invalid ones, so that no reference to them is reported; corrected if misspelt. */
  readonly keys: ReadonlySet<string>;
  readonly isValid: boolean;
  /** True if the file, its column of keys, a row or its key could not be read: then not all keys are known. */
  readonly lacksKeys: boolean;
}

/** Returns the table of a file that could not be read. */
export function createUnreadableTable(file: string): ParsedTable<never> {
  return { file, rows: [], keys: new Set(), isValid: false, lacksKeys: true };
}

/**
 * Parses the rows of a file; null is an unreadable file. It reports every issue, and leaves out invalid rows.
 * @param plan the plan that the file belongs to, if its path does not contain it
 */
export function parseTable<S extends TableSchema>(
  rows: InputRows | null,
  file: string,
  schema: S,
  report: DiagnosticReport,
  plan: string | null = findPlanOfFile(file),
): ParsedTable<SchemaRow<S>> {
  const contents = rows && parseRows({ file, rows, schema, plan, report });
  return contents ? { file, ...contents } : createUnreadableTable(file);
}

/**
 * Reads the file of a source table. A missing file has no rows.
 * @param id the plan or municipality, if each has a file of its own
 * @param report if left out, nobody needs the issues of the file
 */
export function readTableFile<S extends TableSchema>(
  folder: SiteFolder,
  table: SourceTable<S>,
  id?: string,
  report = new DiagnosticReport(),
): ParsedTable<SchemaRow<S>> {
  const file = getTableFile(table, id);
  if (!folder.has(file)) return { file, rows: [], keys: new Set(), isValid: true, lacksKeys: false };
  return parseTable(openCsvRows(folder.readBytes(file), file, report), file, table.columns, report);
}
