import { isOtherPeriod } from '../cell-period.ts';
import type { Period } from '../../model/quantity-schema.ts';
import type { ParsedQuantity } from '../../notation/quantity.ts';
import type { ParsedRow } from '../parse-table.ts';
import type { SiteCheck } from '../validation-context.ts';

/** Reports values whose cell contains another period than the column of periods. The one in the cell is used. */
export const checkCellPeriods: SiteCheck = ({ plans, folders }, report) => {
  const check = (
    row: ParsedRow<unknown>,
    cellHeading: string,
    { text: value, period }: Pick<ParsedQuantity, 'text' | 'period'>,
    heading: string,
    column: Period,
  ) => {
    if (period !== null && isOtherPeriod(column, period))
      report.add(row.locate(cellHeading), 'other-period', { value, period: period.text, heading, column: column.text });
  };
  for (const row of plans.flatMap(({ indicators }) => indicators.rows)) {
    const { baseline, baselinePeriod, target, targetPeriod } = row.fields;
    check(row, '現状値', baseline.value, '現状値の時点', baselinePeriod.value);
    check(row, '目標値', target.value, '目標値の時点', targetPeriod.value);
  }
  for (const row of plans.flatMap(({ targets }) => targets.rows))
    check(row, '目標値', row.fields.target.value, '目標値の時点', row.fields.period.value);
  for (const { rows } of [...plans.map((plan) => plan.observations), ...folders.map((one) => one.statisticValues)])
    for (const row of rows) check(row, '値', row.fields.value.value, '時点', row.fields.period.value);
};
