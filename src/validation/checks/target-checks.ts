import { countValues } from '../../model/collections.ts';
import { preferredDirections as list } from '../../model/value-lists.ts';
import { findScaleEnd } from '../../notation/number-and-unit.ts';
import {
  compareWithTarget,
  meetsTarget,
  type ComparedTarget,
  type TargetComparison,
} from '../../progress/target-comparison.ts';
import type { ParsedTarget } from '../../notation/target.ts';
import { createIssue, type Issue, type Location } from '../../diagnostics/diagnostic.ts';
import type { SiteCheck } from '../parsed-site.ts';
import type { Period } from '../../model/quantity-schema.ts';
import type { IndicatorRow } from '../../tables/indicators.ts';
import type { DiagnosticReport } from '../../diagnostics/diagnostic-report.ts';
import type { ParsedRow } from '../parse-table.ts';
import { choosePeriod } from '../cell-period.ts';
import { findMixedTimes } from '../rates-and-totals.ts';
import { createUnitConversion } from '../numeric-cells.ts';

/** Returns the data that decide how results are compared with a target, in the indicator's unit. */
function createComparedTarget(
  { title, unit, direction, baseline }: IndicatorRow,
  target: ParsedTarget,
): ComparedTarget {
  const { convert } = createUnitConversion(unit);
  return {
    title,
    unit: unit || target.unit,
    direction,
    baseline: { value: convert(baseline.value, baseline.unit) },
    target: { value: convert(target.value, target.unit), comparator: target.comparator, text: target.text },
  };
}

/** Says how results are compared with a target as long as 良い方向 is empty. */
function explainComparison({ ground, comparator }: TargetComparison, { text, value, low, high }: ParsedTarget): string {
  // A target in words is not compared.
  if (value === null && low === null && high === null) return '';
  const rises = comparator === '>=' || comparator === '>';
  switch (ground) {
    case 'comparator':
    case 'words':
    case 'maintain':
      return `それまでは、目標値の「${text}」という書き方で判断します。`;
    case 'movement':
      return `それまでは、現状値から目標値への向き（${rises ? '増えるとよい' : '減るとよい'}）で判断します。`;
    case 'same-as-baseline':
      return '目標値が現状値と同じなので、実績がちがう値になると、進み具合を評価しません。';
    default:
      return 'どちらへ動くとよいかがわからないので、それまで進み具合を評価しません。';
  }
}

function findDirectionIssue(row: IndicatorRow, target: ParsedTarget): Issue | null {
  const { value, text } = target;
  const compared = createComparedTarget(row, target);
  const { ground, comparator } = compareWithTarget(compared);
  const { direction } = row;
  if (direction === null) return null;
  if (ground === 'contradiction')
    return createIssue('comparator-against-direction', { value: text, direction: list.words[direction] });
  if (value === null) return null;
  if (
    direction === 'maintain' &&
    ground === 'maintain' &&
    !findScaleEnd(compared.target.value, compared.unit, row.title)
  )
    return createIssue('maintain-needs-bound', { value: text });
  if (direction === 'range') return createIssue('range-needs-ends', { value: text });
  const { baseline } = compared;
  const isBehindBaseline =
    ground === 'direction' &&
    comparator !== null &&
    baseline.value !== null &&
    baseline.value !== compared.target.value &&
    meetsTarget(baseline.value, { value: compared.target.value, low: null, high: null }, comparator);
  const values = { value: text, baseline: row.baseline.text, direction: list.words[direction] };
  return isBehindBaseline ? createIssue('direction-against-movement', values) : null;
}

/** Reports a missing 良い方向, and targets that contradict it. */
export const checkTargetDirections: SiteCheck = (context, report) => {
  for (const plan of context.plans) {
    const { indicators, targets } = plan;
    const mixed = findMixedTimes(plan);
    const rows = new Map(indicators.rows.map(({ fields }) => [fields.id, fields]));
    for (const { fields, locate } of indicators.rows) {
      const { target } = fields;
      const issue = mixed.has(fields.id) ? null : findDirectionIssue(fields, target);
      if (issue) report.addIssue(locate('目標値'), issue);
      if (fields.direction !== null) continue;
      const comparison = compareWithTarget(createComparedTarget(fields, target));
      const meanwhile = mixed.has(fields.id) ? '' : explainComparison(comparison, target);
      report.add(locate('良い方向'), 'no-direction', { value: fields.title, meanwhile });
    }
    for (const { fields, locate } of targets.rows) {
      const indicator = mixed.has(fields.indicator) ? undefined : rows.get(fields.indicator);
      const issue = indicator && findDirectionIssue(indicator, fields.target);
      if (issue) report.addIssue(locate('目標値'), issue);
    }
  }
};

function getBaselinePeriod({ baselinePeriod, baseline }: IndicatorRow): Period {
  return choosePeriod(baselinePeriod, baseline.period);
}

function checkOrder(from: Period, to: Period, place: Location, report: DiagnosticReport): void {
  if (from.end && to.end && to.end <= from.end)
    report.add(place, 'target-before-baseline', { value: to.text, baseline: from.text });
}

/** Reports targets before their baseline, and values in a unit other than the indicator's. */
export const checkTargets: SiteCheck = (context, report) => {
  for (const { indicators, observations, targets } of context.plans) {
    const counts = countValues(indicators.rows.map(({ fields }) => fields.id));
    // Values of an id that two indicators have may belong to either.
    const sure = indicators.rows.filter(({ fields }) => counts.get(fields.id) === 1);
    const byId = new Map(
      sure.map(({ fields }) => [
        fields.id,
        {
          expected: fields.unit,
          fits: createUnitConversion(fields.unit).isCompatible,
          from: getBaselinePeriod(fields),
        },
      ]),
    );
    // Other checks report values of a missing or invalid indicator.
    const checkUnit = (
      id: string,
      { text, unit }: Pick<ParsedTarget, 'text' | 'unit'>,
      row: ParsedRow<unknown>,
      heading: string,
    ) => {
      const { expected = '', fits } = byId.get(id) ?? {};
      if (fits && !fits(unit))
        report.add(row.locate(heading), 'other-unit', { value: text, got: unit, expected, what: '指標' });
    };
    for (const row of indicators.rows) {
      const { fields, locate } = row;
      const period = choosePeriod(fields.targetPeriod, fields.target.period);
      checkOrder(getBaselinePeriod(fields), period, locate('目標値の時点'), report);
      checkUnit(fields.id, fields.baseline, row, '現状値');
      checkUnit(fields.id, fields.target, row, '目標値');
    }
    for (const row of observations.rows) checkUnit(row.fields.indicator, row.fields.value, row, '値');
    for (const row of targets.rows) {
      const { fields, locate } = row;
      checkUnit(fields.indicator, fields.target, row, '目標値');
      const from = byId.get(fields.indicator)?.from;
      const period = choosePeriod(fields.period, fields.target.period);
      if (from) checkOrder(from, period, locate('目標値の時点'), report);
    }
  }
};

/** Reports final targets without the day from which they are in force, and two targets of one kind, time and day. */
export const checkTargetDays: SiteCheck = ({ plans }, report) => {
  for (const { targets } of plans) {
    const seen = new Map<string, { readonly line: number; readonly text: string }>();
    for (const { fields, locate } of targets.rows) {
      const { indicator, kind, set, target } = fields;
      const { text: value } = target;
      if (kind === 'final' && set === null) report.add(locate('設定日'), 'undated-target', { value });
      const { start, end, text } = choosePeriod(fields.period, target.period);
      const key = [indicator, kind, set, ...(end === null ? [text] : [start, end])].join(' ');
      const before = seen.get(key);
      if (before) report.add(locate('目標値'), 'repeated-target', { line: before.line, before: before.text, value });
      else seen.set(key, { line: locate('目標値').line, text: value });
    }
  }
};
