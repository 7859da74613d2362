import { problem, type Flaw, type Problem } from '../problems/problem.ts';
import { csvRows } from '../read/csv.ts';
import { decode } from '../read/decode.ts';
import { listRows, type Finding, type Row, type Spot } from '../read/rows.ts';
import { isWorkbook, openWorkbook } from '../read/xlsx.ts';

/** The rows of a sheet's file, or the one problem for which it can't be read. */
export type OpenedFile =
  | {
      readonly ok: true;
      readonly rows: readonly Row[];
      /** What is doubtful about places of the file. */
      readonly findings: readonly Finding[];
      /** What is doubtful about the file as a whole. */
      readonly problems: readonly Problem[];
    }
  | { readonly ok: false; readonly problem: Problem };

/**
 * Opens a file in which a city keeps its indicators: CSV, or one sheet of an Excel file.
 * @param name the file's name, which problems quote
 * @param sheet the name of the sheet; the first one that is not hidden if left out
 */
export async function openFile(name: string, bytes: Uint8Array, sheet?: string): Promise<OpenedFile> {
  const at = ({ line, column }: Spot, found: Flaw) => problem({ file: name, line, column, field: '' }, found);
  const top: Spot = { line: 1, column: 1 };
  if (!isWorkbook(bytes)) {
    const decoded = decode(bytes);
    if (!decoded.ok) return { ok: false, problem: at(decoded, decoded.flaw) };
    return { ok: true, rows: listRows(csvRows(decoded.text)), findings: [], problems: [] };
  }
  const opened = await openWorkbook(bytes, sheet);
  if (!opened.ok) return { ok: false, problem: at(top, opened.flaw) };
  const { rows, flaws } = opened;
  return {
    ok: true,
    rows: listRows(rows),
    findings: rows.findings,
    problems: flaws.map((one) => at(top, one)),
  };
}
