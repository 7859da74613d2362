import { memoizeByValue } from '../model/collections.ts';
import type { Period } from '../model/quantity-schema.ts';
import { convertUnit, getUnitFactor } from '../notation/number-and-unit.ts';
import type { ParsedQuantity } from '../notation/quantity.ts';
import type { ParsedTarget } from '../notation/target.ts';
import type { IndicatorRow } from '../tables/indicators.ts';
import { choosePeriod } from './cell-period.ts';
import type { ParsedPlan } from './parsed-site.ts';
import type { ParsedRow } from './row-parser.ts';

/** A number in a cell of a plan. */
export interface NumericCell {
  readonly text: string;
  readonly value: number;
  /** The unit in the cell, or else the indicator's; empty if neither has one. */
  readonly unit: string;
  readonly lacksUnit: boolean;
  /** The period in the cell or of its column. */
  readonly period: Period;
  /** The indicator of the number; undefined if it is missing or invalid. */
  readonly indicator: IndicatorRow | undefined;
  readonly row: ParsedRow<unknown>;
  readonly heading: string;
}

/** A cell of a plan for a value, and the column of its period. */
export interface ValueCell extends Pick<NumericCell, 'indicator' | 'row' | 'heading'> {
  readonly parsed: ParsedQuantity | ParsedTarget;
  readonly column: Period;
  readonly periodHeading: string;
  readonly note?: string;
}

const BASELINE = { heading: '現状値', periodHeading: '現状値の時点' };
const TARGET = { heading: '目標値', periodHeading: '目標値の時点' };
/** The columns of results, and of the values of statistics. */
export const RESULT_HEADINGS = { heading: '値', periodHeading: '時点' };

/** Yields the cell of every baseline, target and result of a plan. */
export function* listValueCells({ indicators, targets, observations }: ParsedPlan): Generator<ValueCell> {
  const byId = new Map(indicators.rows.map(({ fields }) => [fields.id, fields]));
  for (const row of indicators.rows) {
    const { fields: indicator } = row;
    const { note } = indicator;
    yield { ...BASELINE, indicator, row, parsed: indicator.baseline, column: indicator.baselinePeriod, note };
    yield { ...TARGET, indicator, row, parsed: indicator.target, column: indicator.targetPeriod, note };
  }
  for (const row of targets.rows) {
    const { indicator, target: parsed, period: column } = row.fields;
    yield { ...TARGET, indicator: byId.get(indicator), row, parsed, column };
  }
  for (const row of observations.rows) {
    const { indicator, value: parsed, period: column, note } = row.fields;
    yield { ...RESULT_HEADINGS, indicator: byId.get(indicator), row, parsed, column, note };
  }
}

/** Calls `visit` for every number of a plan: baselines, targets and results; of a range, its low or high end. */
export function visitNumericCells(plan: ParsedPlan, end: 'low' | 'high', visit: (cell: NumericCell) => void): void {
  for (const { parsed, column, indicator, row, heading } of listValueCells(plan)) {
    const value = ('low' in parsed ? parsed[end] : null) ?? parsed.value;
    if (value === null) continue;
    const unit = parsed.unit || (indicator?.unit ?? '');
    const period = choosePeriod(column, parsed.period);
    visit({ text: parsed.text, value, unit, lacksUnit: parsed.unit === '', period, indicator, row, heading });
  }
}

/** Returns a conversion into `expected`. It computes the factor of each unit once: a unit may be in a million cells. */
export function createUnitConversion(expected: string) {
  const factorOf = memoizeByValue((unit: string) => getUnitFactor(unit, expected));
  return {
    /** Returns true for a unit of the same kind. */
    isCompatible: (unit: string): boolean => factorOf(unit) !== null,
    /** Returns the number in the unit; null for null, and for a unit of another kind. */
    convert: (value: number | null, unit: string): number | null =>
      factorOf(unit) === 1 ? value : convertUnit(value, unit, expected),
  };
}
