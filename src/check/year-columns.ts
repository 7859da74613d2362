import { readPeriod } from '../notation/period.ts';
import { isFilledCell } from '../read/rows.ts';
import { findHeaderRow, createColumnMatcher, type LeadingRow } from './headings.ts';
import type { TableSchema } from './shape.ts';

/** What stands around a time at the head of a column of values. */
const AROUND = /実績|現状|基準|目標|中間|最終|策定時|見込み?|計画|結果|[値数の()[\]【】〔〕:・_-]/g;

/** What is said of the columns that stand beside the results. */
const PLANNED = /現状|基準|目標|中間|最終|策定時|見込|計画/;

/** A cell that is the head of a column of one year, and where it stands. */
interface YearColumn {
  readonly row: LeadingRow;
  readonly index: number;
}

/** True for the heading of a column that holds the values of one time: 令和5年度実績, R6, 目標値（令和9年度）. */
function isYear(heading: string): boolean {
  const time = heading.normalize('NFKC').replace(/\s/g, '').replace(AROUND, '');
  // 2023 by itself may be a value as well as a year.
  return /^\D*\d|元/.test(time) && !/^\d+$/.test(time) && readPeriod(time).ok;
}

/**
 * Finds the first column of a year in a table that is none of the project's own: one that lacks columns it must have.
 * A city keeps its indicators like that, a row each, with the years side by side. Null where there is no such column.
 * @param early the first rows of the file
 */
export function findYearColumn(early: readonly LeadingRow[], shape: TableSchema): YearColumn | null {
  const names = createColumnMatcher(shape);
  const found = findHeaderRow(early, shape);
  const head = early[found];
  const known = new Set(head?.cells.flatMap((cell) => names(cell).slice(0, 1)));
  const whole = Object.entries(shape).every(([name, { required }]) => !required || known.has(name));
  if (whole) return null;
  const yearsOf = (row: LeadingRow) =>
    row.cells.flatMap((cell, index) =>
      isFilledCell(cell) && names(cell).length === 0 && isYear(cell) ? [{ row, index }] : [],
    );
  const own = head ? yearsOf(head) : [];
  const result = own.find(({ row, index }) => !PLANNED.test(row.cells[index] ?? ''));
  // Years may stand in a row of their own below 実績; two times in a row of values are a baseline's and a target's.
  const near = found < 0 ? early : early.slice(Math.max(found - 1, 0), found + 2);
  const planned = own.length > 1 ? own[0] : undefined;
  return result ?? planned ?? near.map(yearsOf).find((years) => years.length > 2)?.[0] ?? null;
}
