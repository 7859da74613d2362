import type { Period } from '../model/period.ts';

/** The time of a value: the one typed in its own column, or else the one that stands in the value's cell. */
export function choosePeriod(column: Period, inCell: Period | null): Period {
  return column.text === '' && inCell ? inCell : column;
}
