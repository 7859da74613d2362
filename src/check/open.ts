import type { Place } from '../problems/problem.ts';
import { csvRows } from '../read/csv.ts';
import { decode } from '../read/decode.ts';
import type { Rows, Spot } from '../read/rows.ts';
import { isWorkbook, openWorkbook } from '../read/xlsx.ts';
import type { Report } from './report.ts';

const placeOf = (file: string, { line, column }: Spot): Place => ({ file, line, column, field: '' });

/** The rows of the bytes of a CSV file; null where they can't be read, and what forbids it is reported. */
export function openCsv(bytes: Uint8Array, file: string, report: Report): Rows | null {
  const decoded = decode(bytes);
  if (decoded.ok) return csvRows(decoded.text);
  report.add(placeOf(file, decoded), decoded.flaw);
  return null;
}

/**
 * The rows of the bytes of a CSV or Excel file; which of them it is, the bytes tell. Null where they can't be read, and
 * what forbids it is reported. What is doubtful about cells comes with the rows and is reported with them.
 * @param file the file's name, which problems quote
 * @param sheet the name of the sheet to read; the first one that is not hidden if left out
 */
export async function openRows(
  bytes: Uint8Array,
  file: string,
  report: Report,
  sheet?: string,
): Promise<Rows | null> {
  if (!isWorkbook(bytes)) return openCsv(bytes, file, report);
  const opened = await openWorkbook(bytes, sheet);
  const top = placeOf(file, { line: 1, column: 1 });
  if (!opened.ok) {
    report.add(top, opened.flaw);
    return null;
  }
  for (const one of opened.flaws) report.add(top, one);
  return opened.rows;
}
