import { createDiagnostic, type Diagnostic } from '../problems/problem.ts';
import type { LocatedIssue } from '../read/rows.ts';
import { describeMapping, mapColumns } from './columns.ts';
import type { IndicatorSheet } from './sheet.ts';

/**
 * What is doubtful about the cells that are used: merged ones, formulas, hidden ones. Above the headings and in columns
 * that are not used it does not matter.
 * @param file the name of the sheet's file
 */
export function listDoubtfulCells(
  file: string,
  findings: readonly LocatedIssue[],
  sheet: IndicatorSheet,
): Diagnostic[] {
  const columns = mapColumns(sheet);
  const used = new Set(
    sheet.columns.filter((column) => describeMapping(column, columns) !== null).map(({ index }) => index + 1),
  );
  return (
    findings
      .filter(({ line }) => line >= sheet.headerLine)
      // A hidden row is told at its first cell, whatever stands there.
      .filter(({ column, issue }) => used.has(column) || issue.code === 'hidden-cells')
      .map(({ line, column, issue }) => createDiagnostic({ file, line, column, field: '' }, issue))
  );
}
