import { readPeriod } from '../../notation/period.ts';
import type { IndicatorSheet, SheetColumn } from './indicator-sheet.ts';
import { createDiagnostic, type Diagnostic, locateFile } from '../../diagnostics/diagnostic.ts';
import type { LocatedIssue } from '../../input/input-rows.ts';

/** The columns of a sheet by their use. */
export interface ColumnMapping {
  /** The columns for `indicators.csv`, by heading. Of two with the same meaning, the first counts. */
  readonly own: ReadonlyMap<string, SheetColumn>;
  /** The columns for `observations.csv`, one for each period. */
  readonly results: readonly SheetColumn[];
  /** Further columns of targets, for `targets.csv`. */
  readonly interim: readonly SheetColumn[];
}

const headingOf = ({ meaning }: SheetColumn) => (meaning?.becomes === 'column' ? meaning.heading : null);

/** Returns the last day of a column's period. Without a period, returns a text that sorts after every day. */
function endOf({ meaning }: SheetColumn): string {
  const read = readPeriod(meaning?.period ?? '');
  return (read.ok ? read.value.end : null) ?? '9999';
}

/** Sorts the columns of targets by period, the latest first. The first column is the current target. */
function targetsOf(sheet: IndicatorSheet): SheetColumn[] {
  const latest = (a: SheetColumn, b: SheetColumn) => (endOf(a) < endOf(b) ? 1 : endOf(a) > endOf(b) ? -1 : 0);
  return sheet.columns.filter((column) => headingOf(column) === '目標値').toSorted(latest);
}

/** Groups the columns of a sheet by their use. */
export function mapColumns(sheet: IndicatorSheet): ColumnMapping {
  const own = new Map<string, SheetColumn>();
  const [last, ...interim] = targetsOf(sheet);
  for (const column of last ? [last, ...sheet.columns] : sheet.columns) {
    const heading = headingOf(column);
    if (heading !== null && !own.has(heading)) own.set(heading, column);
  }
  return {
    own: new Map([...own].sort(([, a], [, b]) => a.index - b.index)),
    results: sheet.columns.filter(({ meaning }) => meaning?.becomes === 'result'),
    // Two targets of the same period would contradict each other.
    interim: interim.filter(({ meaning }) => meaning?.period !== '' && meaning?.period !== last?.meaning?.period),
  };
}

/** Describes the use of a column; null for an unused one. */
export function describeMapping(column: SheetColumn, { own, results, interim }: ColumnMapping): string | null {
  const { meaning } = column;
  if (results.includes(column)) return `observations.csv の「値」（時点 ${meaning?.period ?? ''}）`;
  if (interim.includes(column)) return `targets.csv の「目標値」（時点 ${meaning?.period ?? ''}、中間）`;
  const heading = headingOf(column);
  if (heading === null || own.get(heading) !== column) return null;
  const time = meaning?.period ? `（時点 ${meaning.period}）` : '';
  return `indicators.csv の「${heading}」${time}`;
}

/**
 * Returns the issues of merged cells, formulas and hidden cells, except above the headings and in unused columns.
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
      // A hidden row is reported at its first cell.
      .filter(({ column, issue }) => used.has(column) || issue.code === 'hidden-cells')
      .map(({ line, column, issue }) => createDiagnostic(locateFile(file, line, column), issue))
  );
}
