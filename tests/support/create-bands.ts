import type { RatingBand } from '../../src/progress/rating-band.ts';

let order = 0;

/** Returns a band; fields that a test does not set have the value of an empty cell. */
export function createTestBand(symbol: string, fields: Partial<RatingBand> = {}): RatingBand {
  return {
    order: (order += 1),
    symbol,
    title: `${symbol}の段`,
    scale: 'share',
    low: null,
    lowIncluded: false,
    high: null,
    highIncluded: false,
    year: null,
    margin: 0,
    note: '',
    ...fields,
  };
}

/** Returns a band from a limit upwards, with the limit. */
export function createTestBandFrom(symbol: string, low: number, fields: Partial<RatingBand> = {}): RatingBand {
  return createTestBand(symbol, { low, lowIncluded: true, ...fields });
}

/** Returns a band below a limit, without the limit. */
export function createTestBandBelow(symbol: string, high: number, fields: Partial<RatingBand> = {}): RatingBand {
  return createTestBand(symbol, { high, ...fields });
}
