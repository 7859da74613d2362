import type { DiagnosticReport } from '../../src/diagnostics/diagnostic-report.ts';
import { openTableRows } from '../../src/input/open-table.ts';
import type { SchemaRow, TableSchema } from '../../src/tables/table-schema.ts';
import { parseTable, type ParsedTable } from '../../src/validation/parse-table.ts';

/**
 * Parses the bytes of a CSV or Excel file.
 * @param file the file's name, which diagnostics quote
 * @param sheet the name of the sheet to read; the first one that is not hidden if left out
 */
export function readTableBytes<S extends TableSchema>(
  bytes: Uint8Array,
  file: string,
  schema: S,
  report: DiagnosticReport,
  sheet?: string,
): ParsedTable<SchemaRow<S>> {
  return parseTable(openTableRows(bytes, file, report, sheet), file, schema, report);
}
