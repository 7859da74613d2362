import { directions } from '../../model/kind.ts';
import type { Period } from '../../model/period.ts';
import { flaw, type Place } from '../../problems/problem.ts';
import { scaleOf } from '../../notation/unit.ts';
import type { IndicatorRow } from '../files/indicators.ts';
import type { Report } from '../report.ts';
import type { Rule } from '../rule.ts';
import { timeOf } from '../times.ts';

type At = (heading: string) => Place;

function baselineTime({ baselinePeriod, baseline }: IndicatorRow): Period {
  return timeOf(baselinePeriod.value, baseline.value.period);
}

function checkTime(from: Period, to: Period, place: Place, report: Report): void {
  if (from.end && to.end && to.end <= from.end)
    report.add(place, flaw('target-before-baseline', { value: to.text, baseline: from.text }));
}

function checkUnit(value: string, got: string, expected: string, place: Place, report: Report): void {
  if (got !== '' && scaleOf(got, expected) === null)
    report.add(place, flaw('other-unit', { value, got, expected: expected || 'なし' }));
}

function checkDirection({ target, direction, title }: IndicatorRow, at: At, report: Report): void {
  if (direction === null) {
    report.add(at('良い方向'), flaw('no-direction', { value: title }));
    return;
  }
  const { comparator, text } = target.value;
  const against =
    (direction === 'increase' && (comparator === '<=' || comparator === '<')) ||
    (direction === 'decrease' && (comparator === '>=' || comparator === '>'));
  if (against)
    report.add(
      at('目標値'),
      flaw('comparator-against-direction', { value: text, direction: directions.words[direction] }),
    );
}

/** An indicator's target comes after its baseline, is counted in the same unit and points the same way. */
export const targetsOfIndicators: Rule = (known, report) => {
  for (const { indicators, observations, targets } of known.plans) {
    const units = new Map(indicators.rows.map(({ value }) => [value.id, value.unit]));
    for (const { value, at } of indicators.rows) {
      const time = timeOf(value.targetPeriod.value, value.target.value.period);
      checkTime(baselineTime(value), time, at('目標値の時点'), report);
      checkDirection(value, at, report);
      checkUnit(value.baseline.value.text, value.baseline.value.unit, value.unit, at('現状値'), report);
      checkUnit(value.target.value.text, value.target.value.unit, value.unit, at('目標値'), report);
    }
    // A value of an indicator that is not there, or not sound, is told elsewhere.
    const checkValue = (indicator: string, value: string, got: string, place: Place) => {
      const expected = units.get(indicator);
      if (expected !== undefined) checkUnit(value, got, expected, place, report);
    };
    for (const { value: row, at } of observations.rows)
      checkValue(row.indicator, row.value.value.text, row.value.value.unit, at('値'));
    const baselines = new Map(indicators.rows.map(({ value }) => [value.id, baselineTime(value)]));
    for (const { value: row, at } of targets.rows) {
      checkValue(row.indicator, row.target.value.text, row.target.value.unit, at('目標値'));
      const from = baselines.get(row.indicator);
      const time = timeOf(row.period.value, row.target.value.period);
      if (from) checkTime(from, time, at('目標値の時点'), report);
    }
  }
};
