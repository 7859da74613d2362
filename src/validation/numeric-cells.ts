import type { ParsedPlan } from './parsed-site.ts';
import type { IndicatorRow } from '../tables/indicators.ts';
import type { ParsedRow } from './parse-table.ts';
import { convertUnit, getUnitScale } from '../notation/number-and-unit.ts';

/** What was read of a cell that may hold a number, or a range of them. */
interface Cell {
  readonly text: string;
  readonly value: number | null;
  readonly unit: string;
  readonly low?: number | null;
  readonly high?: number | null;
}

/** A number that a cell of a plan holds. */
export interface NumericCell {
  readonly text: string;
  readonly value: number;
  /** The unit typed in the cell, or else the indicator's; empty where neither has one. */
  readonly unit: string;
  /** True where the cell has a number without a unit of its own. */
  readonly withoutUnit: boolean;
  /** The indicator that the number belongs to; undefined where it is not there, or not sound. */
  readonly indicator: IndicatorRow | undefined;
  readonly row: ParsedRow<unknown>;
  readonly heading: string;
}

/**
 * Calls `visit` for every baseline, target and result of a plan that has a number.
 * @param end which end of a range counts as its number
 */
export function visitNumericCells(
  plan: ParsedPlan,
  end: 'low' | 'high',
  visit: (figure: NumericCell) => void,
): void {
  const byId = new Map(plan.indicators.rows.map(({ fields }) => [fields.id, fields]));
  const show = (
    read: Cell,
    indicator: IndicatorRow | undefined,
    row: ParsedRow<unknown>,
    heading: string,
  ) => {
    const value = read[end] ?? read.value;
    const unit = read.unit || (indicator?.unit ?? '');
    if (value !== null)
      visit({ text: read.text, value, unit, withoutUnit: read.unit === '', indicator, row, heading });
  };
  for (const row of plan.indicators.rows) {
    show(row.fields.baseline.value, row.fields, row, '現状値');
    show(row.fields.target.value, row.fields, row, '目標値');
  }
  for (const row of plan.targets.rows)
    show(row.fields.target.value, byId.get(row.fields.indicator), row, '目標値');
  for (const row of plan.observations.rows)
    show(row.fields.value.value, byId.get(row.fields.indicator), row, '値');
}

/** Turns numbers into one unit. */
export interface UnitConversion {
  /** True for a unit of the same kind. */
  readonly isCompatible: (unit: string) => boolean;
  /** The number in the unit; null for none, and for one in a unit of another kind. */
  readonly convert: (value: number | null, unit: string) => number | null;
}

/**
 * Conversion into `expected`. Each unit is worked out once, because the cells of a column are nearly always in the same
 * one and there may be a million of them.
 */
export function createUnitConversion(expected: string): UnitConversion {
  const scales = new Map<string, number | null>([['', 1]]);
  const scale = (unit: string): number | null => {
    const known = scales.get(unit);
    if (known !== undefined) return known;
    const found = getUnitScale(unit, expected);
    scales.set(unit, found);
    return found;
  };
  return {
    isCompatible: (unit) => scale(unit) !== null,
    convert: (value, unit) => {
      const times = scale(unit);
      if (value === null || times === null) return null;
      return times === 1 ? value : convertUnit(value, unit, expected);
    },
  };
}
