import { preferredDirections as list, type PreferredDirection } from '../../model/value-lists.ts';
import { convertUnit } from '../../notation/number-and-unit.ts';
import type { ParsedTarget } from '../../notation/target.ts';
import { createIssue, type Issue, type Location } from '../../diagnostics/diagnostic.ts';
import type { SiteCheck } from '../validation-context.ts';
import type { Period } from '../../model/quantity-schema.ts';
import type { IndicatorRow } from '../../tables/indicators.ts';
import type { DiagnosticReport } from '../../diagnostics/diagnostic-report.ts';
import type { ParsedRow } from '../parse-table.ts';
import { choosePeriod } from '../observation-series.ts';
import { createUnitConversion } from '../numeric-cells.ts';

/** The comparators that contradict 良い方向. */
const AGAINST: Readonly<Record<PreferredDirection, readonly ParsedTarget['comparator'][]>> = {
  increase: ['<=', '<', 'within'],
  decrease: ['>=', '>', 'within'],
  maintain: [],
  range: [],
};

/** Returns true for the limit of a scale (100 %, 0件), which values can reach from one side only. */
function isLimit({ value, unit: typed }: ParsedTarget, expected: string): boolean {
  const unit = typed || expected;
  return value === 0 || (value !== null && unit !== '' && convertUnit(value, unit, '%') === 100);
}

function findDirectionIssue(target: ParsedTarget, direction: PreferredDirection, unit: string): Issue | null {
  const { comparator, value, text } = target;
  if (AGAINST[direction].includes(comparator))
    return createIssue('comparator-against-direction', { value: text, direction: list.words[direction] });
  if (value === null) return null;
  if (direction === 'maintain' && comparator === null && !isLimit(target, unit))
    return createIssue('maintain-needs-bound', { value: text });
  return direction === 'range' ? createIssue('range-needs-ends', { value: text }) : null;
}

/** Reports a missing 良い方向, and targets that contradict it. */
export const checkTargetDirections: SiteCheck = (context, report) => {
  for (const { indicators, targets } of context.plans) {
    const rows = new Map(indicators.rows.map(({ fields }) => [fields.id, fields]));
    for (const { fields, locate } of indicators.rows) {
      const { direction, title, unit, target } = fields;
      const issue = direction && findDirectionIssue(target.value, direction, unit);
      if (!direction) report.add(locate('良い方向'), createIssue('no-direction', { value: title }));
      else if (issue) report.add(locate('目標値'), issue);
    }
    for (const { fields, locate } of targets.rows) {
      const { direction = null, unit = '' } = rows.get(fields.indicator) ?? {};
      const issue = direction && findDirectionIssue(fields.target.value, direction, unit);
      if (issue) report.add(locate('目標値'), issue);
    }
  }
};

interface ParsedValue {
  readonly text: string;
  readonly unit: string;
}

function getBaselinePeriod({ baselinePeriod, baseline }: IndicatorRow): Period {
  return choosePeriod(baselinePeriod.value, baseline.value.period);
}

function checkOrder(from: Period, to: Period, place: Location, report: DiagnosticReport): void {
  if (from.end && to.end && to.end <= from.end)
    report.add(place, createIssue('target-before-baseline', { value: to.text, baseline: from.text }));
}

/** Reports targets before their baseline, and values in a unit other than the indicator's. */
export const checkTargets: SiteCheck = (context, report) => {
  for (const { indicators, observations, targets } of context.plans) {
    const byId = new Map(
      indicators.rows.map(({ fields }) => [
        fields.id,
        {
          expected: fields.unit,
          fits: createUnitConversion(fields.unit).isCompatible,
          from: getBaselinePeriod(fields),
        },
      ]),
    );
    // Other checks report values of a missing or invalid indicator.
    const checkUnit = (id: string, { text, unit }: ParsedValue, row: ParsedRow<unknown>, heading: string) => {
      const { expected = '', fits } = byId.get(id) ?? {};
      if (fits && !fits(unit))
        report.add(
          row.locate(heading),
          createIssue('other-unit', { value: text, got: unit, expected: expected || 'なし', what: '指標' }),
        );
    };
    for (const row of indicators.rows) {
      const { fields, locate } = row;
      const period = choosePeriod(fields.targetPeriod.value, fields.target.value.period);
      checkOrder(getBaselinePeriod(fields), period, locate('目標値の時点'), report);
      checkUnit(fields.id, fields.baseline.value, row, '現状値');
      checkUnit(fields.id, fields.target.value, row, '目標値');
    }
    for (const row of observations.rows) checkUnit(row.fields.indicator, row.fields.value.value, row, '値');
    for (const row of targets.rows) {
      const { fields, locate } = row;
      checkUnit(fields.indicator, fields.target.value, row, '目標値');
      const from = byId.get(fields.indicator)?.from;
      const period = choosePeriod(fields.period.value, fields.target.value.period);
      if (from) checkOrder(from, period, locate('目標値の時点'), report);
    }
  }
};
