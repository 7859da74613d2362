import { isOtherPeriod } from '../cell-period.ts';
import type { Period } from '../../model/quantity-schema.ts';
import type { ParsedRow } from '../parse-table.ts';
import type { SiteCheck } from '../validation-context.ts';

/** The parsed notation of a cell that may contain a period. */
interface DatedNotation {
  readonly text: string;
  readonly period: Period | null;
}

/** Reports values whose cell contains another period than the column of periods. The one in the cell is used. */
export const checkCellPeriods: SiteCheck = (context, report) => {
  const check = (
    row: ParsedRow<unknown>,
    heading: string,
    cell: DatedNotation,
    headingOfPeriod: string,
    column: Period,
  ) => {
    if (cell.period === null || !isOtherPeriod(column, cell.period)) return;
    report.add(row.locate(heading), 'other-period', {
      value: cell.text,
      period: cell.period.text,
      heading: headingOfPeriod,
      column: column.text,
    });
  };
  for (const { indicators, observations, targets } of context.plans) {
    for (const row of indicators.rows) {
      const { baseline, baselinePeriod, target, targetPeriod } = row.fields;
      check(row, '現状値', baseline.value, '現状値の時点', baselinePeriod.value);
      check(row, '目標値', target.value, '目標値の時点', targetPeriod.value);
    }
    for (const row of observations.rows) check(row, '値', row.fields.value.value, '時点', row.fields.period.value);
    for (const row of targets.rows)
      check(row, '目標値', row.fields.target.value, '目標値の時点', row.fields.period.value);
  }
  for (const { statisticValues } of context.folders)
    for (const row of statisticValues.rows) check(row, '値', row.fields.value.value, '時点', row.fields.period.value);
};
