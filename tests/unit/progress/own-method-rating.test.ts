import { describe, expect, test } from 'vitest';
import type { ownMethodReasons } from '../../../src/model/progress-status.ts';
import { rateByOwnMethod } from '../../../src/progress/own-method-rating.ts';
import type { RatingBand } from '../../../src/progress/rating-band.ts';
import { createTestBand, createTestBandFrom } from '../../support/create-bands.ts';
import { createProgressInput, createDayPeriod, type ProgressCase } from '../../support/progress-input.ts';

const symbolOf = (given: ProgressCase, bands: readonly RatingBand[]) =>
  rateByOwnMethod(createProgressInput(given), bands, null).band?.symbol ?? null;
const half: ProgressCase = { baseline: 0, target: 100, latest: 50 };

describe('a plan’s own method', () => {
  test('returns the first matching band', () => {
    const bands = [
      createTestBandFrom('A', 0.8),
      createTestBandFrom('B', 0.5),
      createTestBandFrom('C', 0.2),
      createTestBand('D'),
    ];
    expect([90, 50, 20, -10].map((latest) => symbolOf({ ...half, latest }, bands))).toEqual(['A', 'B', 'C', 'D']);
  });

  test.each<[RatingBand['scale'], number]>([
    ['share', 0.5],
    ['pace', 1],
    ['target-ratio', 0.75],
    ['difference', 50],
    ['difference-ratio', 0.5],
  ])('can use %s', (scale, value) => {
    const given: ProgressCase = { baseline: 100, target: 200, latest: 150 };
    expect(rateByOwnMethod(createProgressInput(given), [createTestBand('A', { scale })], null)).toMatchObject({
      value,
      reason: null,
    });
  });

  test('can use several scales', () => {
    const bands = [
      createTestBandFrom('S', 1),
      createTestBand('A', { scale: 'difference', low: 0 }),
      createTestBandFrom('B', -0.1, { scale: 'difference-ratio' }),
      createTestBand('C', { scale: 'difference-ratio' }),
    ];
    const given: ProgressCase = { baseline: 100, target: 200, latest: 0 };
    const symbols = [200, 101, 100, 90, 89].map((latest) => symbolOf({ ...given, latest }, bands));
    expect(symbols).toEqual(['S', 'A', 'B', 'B', 'C']);
  });

  test.each<[RatingBand['scale'], number, number]>([
    ['share', 0.4, 1],
    ['pace', 0.8, 1],
    ['target-ratio', 0.7, 1],
    ['difference', 40, 1],
    ['difference-ratio', 0.4, 1],
  ])('counts a margin in the unit of the value, on the scale %s', (scale, limit, margin) => {
    const bands = [createTestBandFrom('A', limit, { scale, margin }), createTestBand('B', { scale })];
    const given = (latest: number): ProgressCase => ({ baseline: 100, target: 200, latest });
    expect([139, 138.9].map((latest) => symbolOf(given(latest), bands))).toEqual(['A', 'B']);
  });

  test('ignores a band for another year', () => {
    const year = { text: '令和2年度', start: '2020-02-20', end: '2020-02-20' };
    const bands = [createTestBandFrom('A', 0.2, { year }), createTestBandFrom('B', 0.4)];
    expect([30, 50].map((now) => symbolOf({ ...half, now }, bands))).toEqual(['B', 'A']);
  });
});

describe('a typed symbol', () => {
  const typed = [createTestBand('Y', { scale: 'typed' }), createTestBand('Z', { scale: 'typed' })];
  const by = (symbol: string, given: ProgressCase = half) =>
    rateByOwnMethod(createProgressInput(given), typed, { symbol, end: '2020-02-20' });

  test('is the rating', () => {
    expect(by('Z').band?.title).toBe('Zの段');
  });

  test('is the rating even without a result, or after the end of the indicator', () => {
    expect(by('Y', { ...half, latest: null }).band?.symbol).toBe('Y');
    expect(by('Y', { ...half, state: 'ended' }).band?.symbol).toBe('Y');
  });

  test('is missing if the municipality typed nothing', () => {
    expect(by('').reason).toBe('not-typed');
    expect(rateByOwnMethod(createProgressInput(half), typed, null).reason).toBe('not-typed');
  });

  test('has no band if it is not one of the symbols, or is one of another year', () => {
    expect(by('X').reason).toBe('no-band');
    const year = createDayPeriod('2020-02-20');
    const rate = (end: string) =>
      rateByOwnMethod(createProgressInput(half), [createTestBand('Y', { scale: 'typed', year })], { symbol: 'Y', end });
    expect(rate('2020-02-20').band?.symbol).toBe('Y');
    expect(rate('2020-02-21').reason).toBe('no-band');
  });

  test('of an unknown day has a band, although the band is of one year', () => {
    const year = createDayPeriod('2020-02-20');
    const bands = [createTestBand('Y', { scale: 'typed', year })];
    const rating = rateByOwnMethod(createProgressInput(half), bands, { symbol: 'Y', end: null });
    expect(rating.band?.symbol).toBe('Y');
  });

  test('may be combined with computed bands', () => {
    const bands = [...typed, createTestBandFrom('A', 0.5), createTestBand('B')];
    expect(rateByOwnMethod(createProgressInput(half), bands, { symbol: 'Y', end: null }).band?.symbol).toBe('Y');
    expect(rateByOwnMethod(createProgressInput(half), bands, { symbol: '', end: null }).band?.symbol).toBe('A');
  });
});

describe('not rated by its own method, with the reason', () => {
  const bands = [createTestBandFrom('A', 0.5), createTestBand('B')];
  const reason = (given: ProgressCase, of: readonly RatingBand[] = bands) =>
    rateByOwnMethod(createProgressInput(given), of, null).reason;
  const words: ProgressCase = { ...half, target: null, direction: 'increase' };
  const same: ProgressCase = { baseline: 80, target: 80, latest: 70 };
  const by = (scale: RatingBand['scale']) => [createTestBand('A', { scale })];

  test.each<[keyof typeof ownMethodReasons, ProgressCase, readonly RatingBand[]]>([
    ['ended', { ...half, state: 'ended' }, bands],
    ['definition-changed', { ...half, state: 'definition-changed' }, bands],
    ['counted-differently', { ...half, hasMixedTimes: true }, bands],
    ['no-target', { ...half, target: null, lacksTarget: true }, bands],
    ['target-in-words', words, bands],
    ['target-in-words', words, by('pace')],
    ['target-in-words', words, by('target-ratio')],
    ['not-measured', { ...half, latest: null }, bands],
    ['small-sample', { ...half, sample: 9, minimumSample: 10 }, bands],
    ['no-baseline', { ...half, baseline: null }, bands],
    ['no-baseline', { ...words, baseline: null }, by('difference')],
    ['direction-unknown', { ...half, direction: 'increase', comparator: '<=' }, bands],
    ['direction-unknown', { ...half, baseline: null }, by('target-ratio')],
    ['direction-unknown', same, by('difference')],
    ['period-unknown', { ...half, to: null }, [createTestBandFrom('A', 1, { scale: 'pace' }), createTestBand('B')]],
    [
      'period-unknown',
      { ...half, now: null },
      [createTestBandFrom('A', 0, { year: { ...createDayPeriod('2020-02-20') } })],
    ],
    ['no-value', { baseline: 0, target: 0, latest: 5, direction: 'maintain' }, bands],
    ['no-value', same, by('share')],
    ['no-value', same, by('pace')],
    ['no-value', { baseline: 100, target: 50, latest: 60 }, by('target-ratio')],
    ['no-value', half, by('difference-ratio')],
    ['no-band', { ...half, latest: 10 }, [createTestBandFrom('A', 0.5)]],
    ['no-band', { ...half, latest: 10 }, [...by('typed'), createTestBandFrom('A', 0.5)]],
    ['not-typed', half, by('typed')],
  ])('%s', (expected, given, of) => {
    expect(reason(given, of)).toBe(expected);
  });

  test('tries no further band if it does not know whether a band matches', () => {
    const without: ProgressCase = { ...half, to: null };
    const bare = [createTestBandFrom('a', 1, { scale: 'pace' }), createTestBandFrom('b', 0, { scale: 'difference' })];
    expect(rateByOwnMethod(createProgressInput(without), bare, null)).toMatchObject({
      band: null,
      reason: 'period-unknown',
    });
  });

  test('needs no target if the bands use none', () => {
    expect(symbolOf(words, [createTestBandFrom('A', 0, { scale: 'difference' })])).toBe('A');
  });
});
