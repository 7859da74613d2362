import type { Period } from '../../model/period.ts';
import { flaw, type Place } from '../../problems/problem.ts';
import type { IndicatorRow } from '../files/indicators.ts';
import type { Report } from '../report.ts';
import type { Rule } from '../rule.ts';
import type { Read } from '../table.ts';
import { timeOf } from '../times.ts';
import { conversionTo } from '../units.ts';

interface ValueRead {
  readonly text: string;
  readonly unit: string;
}

function baselineTime({ baselinePeriod, baseline }: IndicatorRow): Period {
  return timeOf(baselinePeriod.value, baseline.value.period);
}

function checkTime(from: Period, to: Period, place: Place, report: Report): void {
  if (from.end && to.end && to.end <= from.end)
    report.add(place, flaw('target-before-baseline', { value: to.text, baseline: from.text }));
}

/** An indicator's target comes after its baseline, and all its values are counted in the same unit. */
export const targetsOfIndicators: Rule = (known, report) => {
  for (const { indicators, observations, targets } of known.plans) {
    const byId = new Map(
      indicators.rows.map(({ value }) => [
        value.id,
        { expected: value.unit, fits: conversionTo(value.unit).fits, from: baselineTime(value) },
      ]),
    );
    // A value of an indicator that is not there, or not sound, is told elsewhere.
    const checkUnit = (id: string, { text, unit }: ValueRead, row: Read<unknown>, heading: string) => {
      const { expected = '', fits } = byId.get(id) ?? {};
      if (fits && !fits(unit))
        report.add(
          row.at(heading),
          flaw('other-unit', { value: text, got: unit, expected: expected || 'なし' }),
        );
    };
    for (const row of indicators.rows) {
      const { value, at } = row;
      const time = timeOf(value.targetPeriod.value, value.target.value.period);
      checkTime(baselineTime(value), time, at('目標値の時点'), report);
      checkUnit(value.id, value.baseline.value, row, '現状値');
      checkUnit(value.id, value.target.value, row, '目標値');
    }
    for (const row of observations.rows) checkUnit(row.value.indicator, row.value.value.value, row, '値');
    for (const row of targets.rows) {
      const { value, at } = row;
      checkUnit(value.indicator, value.target.value, row, '目標値');
      const from = byId.get(value.indicator)?.from;
      const time = timeOf(value.period.value, value.target.value.period);
      if (from) checkTime(from, time, at('目標値の時点'), report);
    }
  }
};
