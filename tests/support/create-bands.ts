import type { RatingBand } from '../../src/progress/plan-bands.ts';

let order = 0;

/** A band of a test: what it asks, all else as in a row that leaves its cells empty. */
export function createTestBand(symbol: string, given: Partial<RatingBand> = {}): RatingBand {
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
    ...given,
  };
}

/** A band from a limit upwards, the limit included. */
export function createTestBandFrom(symbol: string, low: number, given: Partial<RatingBand> = {}): RatingBand {
  return createTestBand(symbol, { low, lowIncluded: true, ...given });
}

/** A band below a limit. */
export function createTestBandBelow(symbol: string, high: number, given: Partial<RatingBand> = {}): RatingBand {
  return createTestBand(symbol, { high, ...given });
}
