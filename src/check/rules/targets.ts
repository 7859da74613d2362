import type { Period } from '../../model/period.ts';
import { createIssue, type Location } from '../../problems/problem.ts';
import type { IndicatorRow } from '../files/indicators.ts';
import type { DiagnosticReport } from '../report.ts';
import type { SiteCheck } from '../rule.ts';
import type { ParsedRow } from '../table.ts';
import { choosePeriod } from '../times.ts';
import { createUnitConversion } from '../units.ts';

interface ValueRead {
  readonly text: string;
  readonly unit: string;
}

function baselineTime({ baselinePeriod, baseline }: IndicatorRow): Period {
  return choosePeriod(baselinePeriod.value, baseline.value.period);
}

function checkTime(from: Period, to: Period, place: Location, report: DiagnosticReport): void {
  if (from.end && to.end && to.end <= from.end)
    report.add(place, createIssue('target-before-baseline', { value: to.text, baseline: from.text }));
}

/** An indicator's target comes after its baseline, and all its values are counted in the same unit. */
export const checkTargets: SiteCheck = (known, report) => {
  for (const { indicators, observations, targets } of known.plans) {
    const byId = new Map(
      indicators.rows.map(({ fields }) => [
        fields.id,
        {
          expected: fields.unit,
          fits: createUnitConversion(fields.unit).isCompatible,
          from: baselineTime(fields),
        },
      ]),
    );
    // A value of an indicator that is not there, or not sound, is told elsewhere.
    const checkUnit = (id: string, { text, unit }: ValueRead, row: ParsedRow<unknown>, heading: string) => {
      const { expected = '', fits } = byId.get(id) ?? {};
      if (fits && !fits(unit))
        report.add(
          row.locate(heading),
          createIssue('other-unit', { value: text, got: unit, expected: expected || 'なし' }),
        );
    };
    for (const row of indicators.rows) {
      const { fields, locate } = row;
      const time = choosePeriod(fields.targetPeriod.value, fields.target.value.period);
      checkTime(baselineTime(fields), time, locate('目標値の時点'), report);
      checkUnit(fields.id, fields.baseline.value, row, '現状値');
      checkUnit(fields.id, fields.target.value, row, '目標値');
    }
    for (const row of observations.rows) checkUnit(row.fields.indicator, row.fields.value.value, row, '値');
    for (const row of targets.rows) {
      const { fields, locate } = row;
      checkUnit(fields.indicator, fields.target.value, row, '目標値');
      const from = byId.get(fields.indicator)?.from;
      const time = choosePeriod(fields.period.value, fields.target.value.period);
      if (from) checkTime(from, time, locate('目標値の時点'), report);
    }
  }
};
