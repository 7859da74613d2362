import type { ParsedPlan } from './parsed-site.ts';
import type { IndicatorRow } from '../tables/indicators.ts';
import type { ParsedRow } from './parse-table.ts';
import type { Period } from '../model/quantity-schema.ts';
import { choosePeriod } from './cell-period.ts';
import { convertUnit, getUnitScale } from '../notation/number-and-unit.ts';
import type { ParsedQuantity } from '../notation/quantity.ts';
import type { ParsedTarget } from '../notation/target.ts';
import { memoizeByValue } from '../model/collections.ts';

/** A number in a cell of a plan. */
export interface NumericCell {
  readonly text: string;
  readonly value: number;
  /** The unit in the cell, or else the indicator's; empty if neither has one. */
  readonly unit: string;
  /** True if the cell contains no unit. */
  readonly lacksUnit: boolean;
  /** The period in the cell or of its column. */
  readonly period: Period;
  /** The indicator of the number; undefined if it is missing or invalid. */
  readonly indicator: IndicatorRow | undefined;
  readonly row: ParsedRow<unknown>;
  readonly heading: string;
}

/**
 * Calls `visit` for every baseline, target and result of a plan that has a number.
 * @param end which end of a range counts as its number
 */
export function visitNumericCells(plan: ParsedPlan, end: 'low' | 'high', visit: (cell: NumericCell) => void): void {
  const byId = new Map(plan.indicators.rows.map(({ fields }) => [fields.id, fields]));
  const visitCell = (
    parsed: ParsedQuantity | ParsedTarget,
    column: Period,
    indicator: IndicatorRow | undefined,
    row: ParsedRow<unknown>,
    heading: string,
  ) => {
    const value = ('low' in parsed ? parsed[end] : null) ?? parsed.value;
    const unit = parsed.unit || (indicator?.unit ?? '');
    const period = choosePeriod(column, parsed.period);
    if (value !== null)
      visit({ text: parsed.text, value, unit, lacksUnit: parsed.unit === '', period, indicator, row, heading });
  };
  for (const row of plan.indicators.rows) {
    const { baseline, baselinePeriod, target, targetPeriod } = row.fields;
    visitCell(baseline, baselinePeriod, row.fields, row, '現状値');
    visitCell(target, targetPeriod, row.fields, row, '目標値');
  }
  for (const row of plan.targets.rows) {
    const { indicator, target, period } = row.fields;
    visitCell(target, period, byId.get(indicator), row, '目標値');
  }
  for (const row of plan.observations.rows) {
    const { indicator, value, period } = row.fields;
    visitCell(value, period, byId.get(indicator), row, '値');
  }
}

/** Converts numbers into one unit. */
export interface UnitConversion {
  /** Returns true for a unit of the same kind. */
  readonly isCompatible: (unit: string) => boolean;
  /** Returns the number in the unit; null for null, and for a unit of another kind. */
  readonly convert: (value: number | null, unit: string) => number | null;
}

/** Returns a conversion into `expected`. It computes the factor of each unit once: a unit may be in a million cells. */
export function createUnitConversion(expected: string): UnitConversion {
  const scale = memoizeByValue((unit: string) => getUnitScale(unit, expected));
  return {
    isCompatible: (unit) => scale(unit) !== null,
    convert: (value, unit) => {
      const times = scale(unit);
      if (times === null) return null;
      return times === 1 ? value : convertUnit(value, unit, expected);
    },
  };
}
