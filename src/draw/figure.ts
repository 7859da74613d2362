import { formatNumber } from './number.ts';

/** A share as readers know it: 0.125 is 12.5%. */
export function formatPercentage(share: number): string {
  return `${formatNumber(share * 100, 1)}%`;
}

/** A number that was worked out, as people say it: three digits that count, and never more than two decimals. */
export function formatApproximate(value: number): string {
  const size = Math.abs(value);
  return formatNumber(value, size >= 100 ? 0 : size >= 10 ? 1 : 2);
}

/** The unit in which values of a unit differ: a difference of two shares is counted in points, not in per cent. */
export function getDifferenceUnit(unit: string): string {
  return unit === '%' || unit === '％' ? 'ポイント' : unit;
}
