import { convertUnit, getUnitScale } from '../notation/unit.ts';

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
