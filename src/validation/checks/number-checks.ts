import { getUnitScale, isNegativeCount } from '../../notation/number-and-unit.ts';
import { findBracketedUnit } from '../../notation/printed-unit.ts';
import type { Period } from '../../model/quantity-schema.ts';
import type { ParsedQuantity } from '../../notation/quantity.ts';
import { isOtherPeriod } from '../cell-period.ts';
import type { ParsedRow } from '../parse-table.ts';
import { describeCountedTime, findCountedTime, findMixedTimes } from '../counted-times.ts';
import { createUnitConversion, visitNumericCells } from '../numeric-cells.ts';
import type { SiteCheck } from '../parsed-site.ts';
import { findFractionPercentages } from '../fraction-percentages.ts';

/** Reports negative counts, except for differences. */
export const checkNegativeCounts: SiteCheck = (context, report) => {
  for (const plan of context.plans)
    visitNumericCells(plan, 'low', ({ text, value, unit, indicator, row, heading }) => {
      if (isNegativeCount(value, unit, indicator?.title ?? ''))
        report.add(row.locate(heading), 'negative-count', { value: text, unit });
    });
};

/** Reports percentages that were entered as the fractions that spreadsheets store (0.382 for 38.2 %). */
export const checkFractionPercentages: SiteCheck = (context, report) => {
  for (const plan of context.plans) {
    const { slips, uniform } = findFractionPercentages(plan);
    for (const { slipped, near } of slips) {
      const percent = `${Number((slipped.value * 100).toPrecision(12))}%`;
      report.add(slipped.row.locate(slipped.heading), 'slipped-percent', {
        value: slipped.text,
        heading: near.heading,
        near: near.text,
        percent,
      });
    }
    for (const { row, heading, text, indicator } of uniform)
      report.add(row.locate(heading), 'percent-as-fraction', { value: text, title: indicator?.title ?? '' });
  }
};

/** Reports percentages above 100: most have a misplaced decimal point, some are correct. */
export const checkLargePercentages: SiteCheck = (context, report) => {
  const inPercent = createUnitConversion('%');
  for (const plan of context.plans)
    visitNumericCells(plan, 'high', ({ text, value, unit, indicator, row, heading }) => {
      // 約1千 in a column of 人 has no unit of its own.
      if (unit === '' || !inPercent.isCompatible(indicator?.unit ?? unit)) return;
      if ((inPercent.convert(value, unit) ?? 0) <= 100) return;
      report.add(row.locate(heading), 'over-100-percent', { value: text });
    });
};

/** Reports numbers that count over another time than the other numbers of their indicator: 月2回 beside 18回. */
export const checkCountedTimes: SiteCheck = ({ plans }, report) => {
  for (const groups of plans.flatMap((plan) => [...findMixedTimes(plan).values()]))
    for (const { time, isUsual, first } of groups) {
      const other = groups.find((group) => group.isUsual) ?? groups.find((group) => group.time !== time);
      if (isUsual || !other) continue;
      const { text: value, row, heading, unit, period } = first;
      const { file, line } = other.first.row.locate(other.first.heading);
      report.add(row.locate(heading), 'mixed-times', {
        value,
        time: describeCountedTime(time),
        // A period says less than a cell.
        period: findCountedTime(value, unit) === '' ? period.text : '',
        unit: time.length === 1 ? unit : '',
        other: other.first.text,
        file,
        line,
      });
    }
};

/** Reports indicators with a unit in their name (年間観光入込客数（万人）), but none or another scale of it as 単位. */
export const checkUnitsInNames: SiteCheck = (context, report) => {
  for (const { indicators } of context.plans)
    for (const { fields, locate } of indicators.rows) {
      const unit = findBracketedUnit(fields.title);
      const { title: value, unit: stated } = fields;
      // 千人 beside 人: the column decides, but either may be wrong.
      const isOther = stated !== '' && (getUnitScale(unit, stated) ?? 1) !== 1;
      if (unit && (stated === '' || isOther)) report.add(locate('単位'), 'unit-in-name', { value, unit, stated });
    }
};

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
