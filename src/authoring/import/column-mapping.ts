import { readPeriod } from '../../notation/period.ts';
import type { IndicatorSheet, SheetColumn } from './indicator-sheet.ts';
import { createDiagnostic, type Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { LocatedIssue } from '../../input/input-rows.ts';

/** The columns of a sheet, by what becomes of them. */
export interface ColumnMapping {
  /** Those that fill `indicators.csv`, by its headings. Of two that mean the same, the first counts. */
  readonly own: ReadonlyMap<string, SheetColumn>;
  /** Each is a time of `observations.csv`. */
  readonly results: readonly SheetColumn[];
  /** Further columns of targets, for `targets.csv`. */
  readonly interim: readonly SheetColumn[];
}

const headingOf = ({ meaning }: SheetColumn) => (meaning?.becomes === 'column' ? meaning.heading : null);

/** The end of a column's time; a column without one counts as the last. */
function endOf({ meaning }: SheetColumn): string {
  const read = readPeriod(meaning?.period ?? '');
  return (read.ok ? read.value.end : null) ?? '9999';
}

/** The columns of targets, the one that counts first: one without a time of its own, or else the latest. */
function targetsOf(sheet: IndicatorSheet): SheetColumn[] {
  const latest = (a: SheetColumn, b: SheetColumn) => (endOf(a) < endOf(b) ? 1 : endOf(a) > endOf(b) ? -1 : 0);
  return sheet.columns.filter((column) => headingOf(column) === '目標値').toSorted(latest);
}

/** Sorts the columns of a sheet by what becomes of them. */
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
    // Two targets of one time, or without any, would contradict each other.
    interim: interim.filter(
      ({ meaning }) => meaning?.period !== '' && meaning?.period !== last?.meaning?.period,
    ),
  };
}

/** What becomes of a column, in words; null for one that is not used. */
export function describeMapping(
  column: SheetColumn,
  { own, results, interim }: ColumnMapping,
): string | null {
  const { meaning } = column;
  if (results.includes(column)) return `observations.csv の「値」（時点 ${meaning?.period ?? ''}）`;
  if (interim.includes(column)) return `targets.csv の「目標値」（時点 ${meaning?.period ?? ''}、中間）`;
  const heading = headingOf(column);
  if (heading === null || own.get(heading) !== column) return null;
  const time = meaning?.period ? `（時点 ${meaning.period}）` : '';
  return `indicators.csv の「${heading}」${time}`;
}

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
