import { createDiagnostic, type Diagnostic, type Issue, type Location } from '../diagnostics/diagnostic.ts';
import { parseCsvRows } from './csv-reader.ts';
import { decodeText } from './text-decoding.ts';
import {
  type InputPosition,
  type InputRow,
  type InputRows,
  listRows,
  type LocatedIssue,
} from './input-rows.ts';
import { isWorkbook, openWorkbook } from './xlsx/open-workbook.ts';
import type { DiagnosticReport } from '../diagnostics/diagnostic-report.ts';

const placeOf = (file: string, { line, column }: InputPosition): Location => ({
  file,
  line,
  column,
  field: '',
});

/** The rows of the bytes of a CSV file; null where they can't be read, and what forbids it is reported. */
export function openCsvRows(bytes: Uint8Array, file: string, report: DiagnosticReport): InputRows | null {
  const decoded = decodeText(bytes);
  if (decoded.ok) return parseCsvRows(decoded.text);
  report.add(placeOf(file, decoded), decoded.issue);
  return null;
}

/**
 * The rows of the bytes of a CSV or Excel file; which of them it is, the bytes tell. Null where they can't be read, and
 * what forbids it is reported. What is doubtful about cells comes with the rows and is reported with them.
 * @param file the file's name, which problems quote
 * @param sheet the name of the sheet to read; the first one that is not hidden if left out
 */
export async function openTableRows(
  bytes: Uint8Array,
  file: string,
  report: DiagnosticReport,
  sheet?: string,
): Promise<InputRows | null> {
  if (!isWorkbook(bytes)) return openCsvRows(bytes, file, report);
  const opened = await openWorkbook(bytes, sheet);
  const top = placeOf(file, { line: 1, column: 1 });
  if (!opened.ok) {
    report.add(top, opened.issue);
    return null;
  }
  for (const one of opened.issues) report.add(top, one);
  return opened.rows;
}

/** The rows of a sheet's file, or the one problem for which it can't be read. */
export type TableFile =
  | {
      readonly ok: true;
      readonly rows: readonly InputRow[];
      /** What is doubtful about places of the file. */
      readonly findings: readonly LocatedIssue[];
      /** What is doubtful about the file as a whole. */
      readonly problems: readonly Diagnostic[];
    }
  | { readonly ok: false; readonly problem: Diagnostic };

/**
 * Opens a file in which a city keeps its indicators: CSV, or one sheet of an Excel file.
 * @param name the file's name, which problems quote
 * @param sheet the name of the sheet; the first one that is not hidden if left out
 */
export async function openTableFile(name: string, bytes: Uint8Array, sheet?: string): Promise<TableFile> {
  const at = ({ line, column }: InputPosition, found: Issue) =>
    createDiagnostic({ file: name, line, column, field: '' }, found);
  const top: InputPosition = { line: 1, column: 1 };
  if (!isWorkbook(bytes)) {
    const decoded = decodeText(bytes);
    if (!decoded.ok) return { ok: false, problem: at(decoded, decoded.issue) };
    return { ok: true, rows: listRows(parseCsvRows(decoded.text)), findings: [], problems: [] };
  }
  const opened = await openWorkbook(bytes, sheet);
  if (!opened.ok) return { ok: false, problem: at(top, opened.issue) };
  const { rows, issues } = opened;
  return {
    ok: true,
    rows: listRows(rows),
    findings: rows.issues,
    problems: issues.map((one) => at(top, one)),
  };
}
