import type { DiagnosticReport } from '../diagnostics/diagnostic-report.ts';
import { createIssue, isExcelFile, type Issue, locateFile } from '../diagnostics/diagnostic.ts';
import { findCsvLimit, parseCsvRows } from './csv-reader.ts';
import { type InputRows, refuseInput, type UnreadableFile } from './input-rows.ts';
import { decodeText, findOtherFormat } from './text-decoding.ts';
import { isWorkbook, openWorkbook } from './xlsx/open-workbook.ts';

/** The rows of a CSV file or of one sheet of an Excel file, and issues of the file as a whole. */
type OpenTable = Readonly<{ ok: true; rows: InputRows; issues: readonly Issue[] }>;

/** Opens the bytes of a CSV file. */
export function openCsv(
  bytes: Uint8Array,
): (OpenTable & { readonly text: string; readonly encoding: 'utf-8' | 'cp932' }) | UnreadableFile {
  const other = findOtherFormat(bytes);
  if (other) return refuseInput(other);
  const decoded = decodeText(bytes);
  if (!decoded.ok) return decoded;
  const limit = findCsvLimit(decoded.text);
  return limit ? { ok: false, ...limit } : { ...decoded, rows: parseCsvRows(decoded.text), issues: [] };
}

/** Returns the rows of a file, or null if it is unreadable, and reports the issues of the file as a whole. */
function reportIssues(table: OpenTable | UnreadableFile, file: string, report: DiagnosticReport): InputRows | null {
  if (!table.ok) {
    report.addIssue(locateFile(file, table.line, table.column), table.issue);
    return null;
  }
  for (const issue of table.issues) report.addIssue(locateFile(file), issue);
  return table.rows;
}

/** Returns the rows of the bytes of a CSV file; null if they are unreadable, which is reported. */
export const openCsvRows = (bytes: Uint8Array, file: string, report: DiagnosticReport): InputRows | null =>
  reportIssues(openCsv(bytes), file, report);

/**
 * Returns the rows of a CSV or Excel file, whose format follows from its bytes; null if they are unreadable, which is
 * reported. Issues of single cells come with the rows and are not reported here.
 * @param sheet the name of the sheet; the first one that is not hidden if left out
 */
export function openTableRows(
  bytes: Uint8Array,
  file: string,
  report: DiagnosticReport,
  sheet?: string,
): InputRows | null {
  const name = file.slice(file.lastIndexOf('/') + 1);
  if (name.startsWith('~$')) {
    report.addIssue(locateFile(file), createIssue('empty-file', { lock: name.slice(2) }));
    return null;
  }
  const rows = reportIssues(isWorkbook(bytes) ? openWorkbook(bytes, sheet) : openCsv(bytes), file, report);
  // Messages about a CSV that is named as a workbook quote cells, too.
  return rows && isExcelFile(file) ? { ...rows, locate: (line, _, index) => ({ line, column: index + 1 }) } : rows;
}
