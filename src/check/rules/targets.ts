import { directions } from '../../model/kind.ts';
import { flaw, type Place } from '../../problems/problem.ts';
import { scaleOf } from '../../notation/unit.ts';
import type { IndicatorRow } from '../files/indicators.ts';
import type { Report } from '../report.ts';
import type { Rule } from '../rule.ts';

type At = (heading: string) => Place;

function checkTimes({ baselinePeriod, targetPeriod }: IndicatorRow, at: At, report: Report): void {
  const [from, to] = [baselinePeriod.value.end, targetPeriod.value.end];
  if (from && to && to <= from)
    report.add(
      at('目標値の時点'),
      flaw('target-before-baseline', { value: targetPeriod.value.text, baseline: baselinePeriod.value.text }),
    );
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
      checkTimes(value, at, report);
      checkDirection(value, at, report);
      checkUnit(value.baseline.value.text, value.baseline.value.unit, value.unit, at('現状値'), report);
      checkUnit(value.target.value.text, value.target.value.unit, value.unit, at('目標値'), report);
    }
    for (const { value, at } of observations.rows)
      checkUnit(
        value.value.value.text,
        value.value.value.unit,
        units.get(value.indicator) ?? '',
        at('値'),
        report,
      );
    for (const { value, at } of targets.rows)
      checkUnit(
        value.target.value.text,
        value.target.value.unit,
        units.get(value.indicator) ?? '',
        at('目標値'),
        report,
      );
  }
};
