import type { DiagnosticReport } from '../../diagnostics/diagnostic-report.ts';
import { createIssue, type Issue } from '../../diagnostics/diagnostic.ts';
import { countValues, findRepetitions, memoizeByValue } from '../../model/collections.ts';
import type { Period } from '../../model/quantity-schema.ts';
import { preferredDirections as list } from '../../model/value-lists.ts';
import { normalizeNotation } from '../../notation/normalize.ts';
import { findScaleEnd } from '../../notation/number-and-unit.ts';
import { findPeriod } from '../../notation/period.ts';
import { findOtherRemark } from '../../notation/printed-unit.ts';
import { createUnparsedIssue } from '../../notation/quantity.ts';
import type { ParsedTarget } from '../../notation/target.ts';
import { compareWithTarget, meetsTarget, type TargetComparison } from '../../progress/target-comparison.ts';
import type { IndicatorRow } from '../../tables/indicators.ts';
import { choosePeriod } from '../cell-period.ts';
import { createUnitConversion, listValueCells, RESULT_HEADINGS, type ValueCell } from '../numeric-cells.ts';
import type { ParsedPlan, SiteCheck } from '../parsed-site.ts';
import { findMixedTimes } from '../rates-and-totals.ts';

/** Returns the data that decide how results are compared with a target, in the indicator's unit. */
function createComparedTarget({ title, unit, direction, baseline }: IndicatorRow, target: ParsedTarget) {
  const { convert } = createUnitConversion(unit);
  return {
    title,
    unit: unit || target.unit,
    direction,
    baseline: { value: convert(baseline.value, baseline.unit) },
    target: { value: convert(target.value, target.unit), comparator: target.comparator, text: target.text },
  };
}

const hasAnyNumber = ({ value, low, high }: ParsedTarget) => [value, low, high].some((one) => one !== null);

/** Says how results are compared with a target as long as 良い方向 is empty. */
function explainGround({ ground, comparator }: TargetComparison, target: ParsedTarget): string {
  // A target in words is not compared.
  if (!hasAnyNumber(target)) return '';
  const wish = comparator?.startsWith('>') ? '増えるとよい' : '減るとよい';
  if (ground === 'movement') return `それまでは、現状値から目標値への向き（${wish}）で判断します。`;
  if (ground === 'other-signs')
    return `現状値と目標値「${target.text}」の片方だけがマイナスです。同じ数え方か確かめてください。それまでは、進み具合を評価しません。`;
  if (ground === 'same-as-baseline')
    return '目標値が現状値と同じなので、実績がちがう値になると、進み具合を評価しません。';
  return ground === 'comparator' || ground === 'words' || ground === 'maintain'
    ? `それまでは、目標値の「${target.text}」という書き方で判断します。`
    : 'どちらへ動くとよいかがわからないので、それまでは、進み具合を評価しません。';
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
  const [from, to] = [compared.baseline.value, compared.target.value];
  if (direction === 'maintain' || comparator === null || from === null || to === null || from === to) return null;
  // A bound that the baseline meets may be a target to keep: 80%以上 for 83%, but hardly 8%以上.
  const isFar = from !== 0 && (to / from <= 1 / 4 || to / from >= 4);
  const isBehindBaseline =
    (ground === 'direction' || isFar) && meetsTarget(from, { value: to, low: null, high: null }, comparator);
  const values = { value: text, baseline: row.baseline.text, direction: list.words[direction] };
  return isBehindBaseline ? createIssue('direction-against-movement', values) : null;
}

/** Reports a missing 良い方向, and targets that contradict it. */
export const checkTargetDirections: SiteCheck = ({ plans }, report) => {
  for (const plan of plans) {
    const mixed = findMixedTimes(plan);
    for (const { indicator, parsed, row, heading } of listValueCells(plan)) {
      if (!indicator || !('comparator' in parsed)) continue;
      const isMixed = mixed.has(indicator.id);
      const issue = isMixed ? null : findDirectionIssue(indicator, parsed);
      if (issue) report.addIssue(row.locate(heading), issue);
      // A row of targets.csv has no column for it.
      if (row.fields !== indicator || indicator.direction !== null) continue;
      // 未策定 → 策定 has no direction.
      if (!hasAnyNumber(parsed) && parsed.missing === null && indicator.baseline.value === null) continue;
      const comparison = compareWithTarget(createComparedTarget(indicator, parsed));
      const meanwhile = isMixed ? '' : explainGround(comparison, parsed);
      report.add(row.locate('良い方向'), 'no-direction', { value: indicator.title, meanwhile });
    }
  }
};

/** A note that a number is a change since a year: ▲46%（H25比）. Only an indicator of changes has such a unit, or 倍. */
const RELATIVE = /\((?:[^()]*[\d元]|対?前|基準)年?度?(?:同[月期]|対)?比\)/;

/** The years to a target or a plan's end that look like a mistake. Plans of public buildings look 40 years ahead. */
export const FAR_YEARS = 50;
/** The first years of 平成, typed for those of 令和, 30 years later, are farther than this from a target. */
const ERA_SLIP = { text: /(?:平成|H\.?) ?[1-9元](?!\d)/, years: 25 };

/** Creates a check that reports a value of a plan in another unit than its indicator's. */
function createUnitCheck({ indicators: { rows } }: ParsedPlan, report: DiagnosticReport) {
  const getConversion = memoizeByValue(createUnitConversion);
  /** The units in cells of indicators without a unit, which is one mistake, however many values have it. */
  const withoutUnit = new Set<string>();
  const lacksColumn = rows.length > 1 && rows.every(({ fields }) => fields.unit === '');
  return ({ parsed, row, heading }: ValueCell, indicator: IndicatorRow) => {
    const { text: value, unit } = parsed;
    const expected = indicator.unit;
    const remark = findOtherRemark(value, expected);
    if (remark === '' && getConversion(expected).isCompatible(unit)) return;
    const got = remark === '' ? unit : `${unit}（${remark}）`;
    if ((got === '倍' && expected !== '') || RELATIVE.test(normalizeNotation(value).text)) {
      report.addIssue(row.locate(heading), createUnparsedIssue(value, 'relative'));
      return;
    }
    const key = lacksColumn ? '' : `${indicator.id} ${got}`;
    const values = { value, got, expected, what: '指標', all: lacksColumn ? 1 : '' };
    if (!withoutUnit.has(key)) report.add(row.locate(heading), 'other-unit', values);
    if (expected === '') withoutUnit.add(key);
  };
}

function reportTimeWithoutValue(
  { parsed, column, row, heading, periodHeading }: ValueCell,
  report: DiagnosticReport,
): void {
  if (parsed.text !== '' || column.text === '' || heading === RESULT_HEADINGS.heading) return;
  report.add(row.locate(heading), 'time-without-value', { time: column.text, periodHeading, field: heading });
}

/** Reports a target before or long after its baseline, or before the period of its plan. */
function reportTargetTime(
  { parsed, column, row, periodHeading }: ValueCell,
  indicator: IndicatorRow,
  planned: Period,
  report: DiagnosticReport,
): void {
  if (!('comparator' in parsed)) return;
  const from = choosePeriod(indicator.baselinePeriod, indicator.baseline.period);
  const to = choosePeriod(column, parsed.period);
  if (!to.end) return;
  const years = Number(to.end.slice(0, 4)) - Number(from.end?.slice(0, 4));
  const values = { value: to.text, baseline: from.text, years, period: planned.text };
  if (from.end && to.end <= from.end) report.add(row.locate(periodHeading), 'target-before-baseline', values);
  // A plan keeps indicators that ended with the plan before.
  else if (planned.start && to.end < planned.start && indicator.state !== 'ended')
    report.add(row.locate(periodHeading), 'target-before-plan', values);
  else if (years >= (ERA_SLIP.text.test(normalizeNotation(from.text).text) ? ERA_SLIP.years : FAR_YEARS))
    report.add(row.locate(periodHeading), 'far-target', values);
}

/** Reports values in another unit, times without a value, and times of targets that do not fit. */
export const checkTargets: SiteCheck = ({ plans }, report) => {
  for (const plan of plans) {
    const planned = findPeriod(plan.index.front.period ?? '');
    const counts = countValues(plan.indicators.rows.map(({ fields }) => fields.id));
    const checkUnit = createUnitCheck(plan, report);
    for (const cell of listValueCells(plan)) {
      const { indicator, row } = cell;
      // Other checks report values of a missing or invalid indicator. Those of an id that two indicators have may
      // belong to either.
      if (!indicator || (row.fields !== indicator && counts.get(indicator.id) !== 1)) continue;
      checkUnit(cell, indicator);
      reportTimeWithoutValue(cell, report);
      reportTargetTime(cell, indicator, planned, report);
    }
  }
};

/** Reports final targets beside another without the day from which they are in force, and repeated targets. */
export const checkTargetDays: SiteCheck = ({ plans }, report) => {
  for (const { indicators, targets } of plans) {
    const lacking = new Set(indicators.rows.flatMap(({ fields }) => (fields.target.text === '' ? [fields.id] : [])));
    const finals = targets.rows.filter(({ fields }) => fields.kind === 'final');
    const counts = countValues(finals.map(({ fields }) => fields.indicator));
    for (const { fields, locate } of finals) {
      const isLacking = lacking.has(fields.indicator);
      if (fields.set !== null || (isLacking && counts.get(fields.indicator) === 1)) continue;
      const values = { value: fields.target.text, ...(isLacking && { further: 1 }) };
      report.add(locate('設定日'), 'undated-target', values);
    }
    const getKey = ({ fields: { indicator, kind, set, period, target } }: (typeof targets.rows)[number]) => {
      const { start, end, text } = choosePeriod(period, target.period);
      return [indicator, kind, set, ...(end === null ? [text] : [start, end])].join(' ');
    };
    for (const { item, first } of findRepetitions(targets.rows, getKey)) {
      const values = { line: first.locate('目標値').line, before: first.fields.target.text };
      report.add(item.locate('目標値'), 'repeated-target', { ...values, value: item.fields.target.text });
    }
  }
};
