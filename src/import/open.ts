import { createDiagnostic, type Issue, type Diagnostic } from '../problems/problem.ts';
import { parseCsvRows } from '../read/csv.ts';
import { decodeText } from '../read/decode.ts';
import { listRows, type LocatedIssue, type InputRow, type InputPosition } from '../read/rows.ts';
import { isWorkbook, openWorkbook } from '../read/xlsx.ts';

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
