import { convert, scaleOf } from '../notation/unit.ts';

/** Turns numbers into one unit. */
export interface Conversion {
  /** True for a unit of the same kind. */
  readonly fits: (unit: string) => boolean;
  /** The number in the unit; null for none, and for one in a unit of another kind. */
  readonly value: (value: number | null, unit: string) => number | null;
}

/**
 * Conversion into `expected`. Each unit is worked out once, because the cells of a column are nearly always in the same
 * one and there may be a million of them.
 */
export function conversionTo(expected: string): Conversion {
  const scales = new Map<string, number | null>([['', 1]]);
  const scale = (unit: string): number | null => {
    const known = scales.get(unit);
    if (known !== undefined) return known;
    const found = scaleOf(unit, expected);
    scales.set(unit, found);
    return found;
  };
  return {
    fits: (unit) => scale(unit) !== null,
    value: (value, unit) => {
      const times = scale(unit);
      if (value === null || times === null) return null;
      return times === 1 ? value : convert(value, unit, expected);
    },
  };
}
