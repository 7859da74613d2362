import { createIssue } from '../../diagnostics/diagnostic.ts';
import type { InputRow } from '../../input/input-rows.ts';
import { MAX_ROWS_ABOVE } from './indicator-sheet.ts';
import type { CellIssue } from './sheet-cells.ts';
import { foldText } from '../../model/japanese-text.ts';

/** A statistic that the sheet 全市町村の主要財政指標 of 総務省 contains. */
export interface SheetStatistic {
  readonly id: string;
  readonly title: string;
  /** The lowest and the highest value to accept: only a shifted column has others. */
  readonly limits: readonly [min: number, max: number];
  /** The number of decimals in print. */
  readonly decimals: number;
  /** Returns the time of the values in a sheet of a fiscal year. The index of pay is of the year's first day. */
  readonly formatPeriod: (year: number) => string;
}

const formatFiscalYear = (year: number) => `${year}年度`;
const formatFirstDay = (year: number) => `${year}年4月1日`;
const ofYear = { decimals: 1, formatPeriod: formatFiscalYear };

/** The statistics of the sheet, as it orders them. */
export const sheetStatistics: readonly SheetStatistic[] = [
  { id: 'financial-strength', title: '財政力指数', limits: [0, 10], decimals: 2, formatPeriod: formatFiscalYear },
  { id: 'ordinary-balance-ratio', title: '経常収支比率', limits: [30, 200], ...ofYear },
  { id: 'debt-service-ratio', title: '実質公債費比率', limits: [-50, 100], ...ofYear },
  { id: 'future-burden-ratio', title: '将来負担比率', limits: [0, 2000], ...ofYear },
  { id: 'pay-index', title: 'ラスパイレス指数', limits: [50, 150], decimals: 1, formatPeriod: formatFirstDay },
];

/** The ministry's sheet with its headings. */
export interface StatisticSheet {
  /** The last row of headings. */
  readonly header: InputRow;
  /** The rows before the values, with the title. */
  readonly above: readonly InputRow[];
  readonly rows: readonly InputRow[];
  /** The indexes of the columns, from 0, by 団体コード, 団体名 and the titles of the statistics. */
  readonly columns: ReadonlyMap<string, number>;
  /** Issues of the headings. */
  readonly issues: readonly CellIssue[];
}

/** Returns what a column contains, or undefined. A unit in brackets does not belong to the heading. */
function readHeading(text: string): string | undefined {
  const heading = foldText(text)
    .replace(/\([^()]*\)$/, '')
    .replace(/^市区?町村(?=コード$|名$)/, '団体');
  return ['団体コード', '団体名', ...sheetStatistics.map(({ title }) => title)].find((title) => title === heading);
}

/** Returns the known columns of one row of headings, or of two rows if either contains a heading or its half. */
function findColumns(upper: InputRow, lower: InputRow | undefined): Pick<StatisticSheet, 'columns' | 'issues'> {
  const columns = new Map<string, number>();
  const issues: CellIssue[] = [];
  const row = lower ?? upper;
  for (let index = 0; index < Math.max(upper.cells.length, row.cells.length); index += 1) {
    const [above = '', below = ''] = [upper.cells[index], lower?.cells[index]];
    const heading = readHeading(above + below) ?? readHeading(below) ?? readHeading(above);
    if (heading === undefined) continue;
    if (columns.has(heading))
      issues.push({ row, index, field: heading, issue: createIssue('repeated-column', { column: heading }) });
    else columns.set(heading, index);
  }
  return { columns, issues };
}

/** Finds the headings among the first rows; null if no row has the codes, the names and a statistic. */
export function readStatisticSheet(rows: readonly InputRow[]): StatisticSheet | null {
  let best: StatisticSheet | null = null;
  for (const [at, upper] of rows.slice(0, MAX_ROWS_ABOVE).entries())
    for (const height of [1, 2]) {
      const header = rows[at + height - 1];
      if (!header) continue;
      const found = findColumns(upper, height === 2 ? header : undefined);
      const isSheet = found.columns.has('団体コード') && found.columns.has('団体名') && found.columns.size > 2;
      if (isSheet && found.columns.size > (best?.columns.size ?? 0))
        best = { ...found, header, above: rows.slice(0, at + height), rows: rows.slice(at + height) };
    }
  return best;
}
