import { problem, type Problem } from '../problems/problem.ts';
import type { Finding } from '../read/rows.ts';
import { becomes, sortColumns } from './columns.ts';
import type { Sheet } from './sheet.ts';

/**
 * What is doubtful about the cells that are used: merged ones, formulas, hidden ones. Above the headings and in columns
 * that are not used it does not matter.
 * @param file the name of the sheet's file
 */
export function doubtful(file: string, findings: readonly Finding[], sheet: Sheet): Problem[] {
  const columns = sortColumns(sheet);
  const used = new Set(
    sheet.columns.filter((column) => becomes(column, columns) !== null).map(({ index }) => index + 1),
  );
  return (
    findings
      .filter(({ line }) => line >= sheet.headLine)
      // A hidden row is told at its first cell, whatever stands there.
      .filter(({ column, flaw }) => used.has(column) || flaw.code === 'hidden-cells')
      .map(({ line, column, flaw }) => problem({ file, line, column, field: '' }, flaw))
  );
}
