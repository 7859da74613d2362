import type { RatingBand } from '../model/band.ts';
import type { BandScale } from '../model/kind.ts';
import type { BandRow } from './files/rating.ts';

/** A limit as it is typed, in the measure of its scale: 80 is 80 % where the scale is a share. */
function limitOf(typed: number | null, scale: BandScale): number | null {
  return typed === null || scale === 'difference' ? typed : typed / 100;
}

/** The band that a row of rating.csv describes. */
export function createBand({ year, margin, ...row }: BandRow): RatingBand {
  return {
    ...row,
    low: limitOf(row.low, row.scale),
    high: limitOf(row.high, row.scale),
    year: year.value,
    margin: margin ?? 0,
  };
}
