import type { Location } from '../problems/problem.ts';
import { parseCsvRows } from '../read/csv.ts';
import { decodeText } from '../read/decode.ts';
import type { InputRows, InputPosition } from '../read/rows.ts';
import { isWorkbook, openWorkbook } from '../read/xlsx.ts';
import type { DiagnosticReport } from './report.ts';

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
