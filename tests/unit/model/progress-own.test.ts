import { describe, expect, test } from 'vitest';
import type { Band } from '../../../src/model/band.ts';
import { rateOwn } from '../../../src/model/progress-own.ts';
import type { ownReasons } from '../../../src/model/progress.ts';
import { band, from } from '../../support/bands.ts';
import { input, on, type Case } from '../../support/rating.ts';

const symbolOf = (given: Case, bands: readonly Band[]) =>
  rateOwn(input(given), bands, null).band?.symbol ?? null;
const half: Case = { baseline: 0, target: 100, latest: 50 };

describe('a plan’s own method', () => {
  test('gives the first band that is met', () => {
    const bands = [from('A', 0.8), from('B', 0.5), from('C', 0.2), band('D')];
    expect([90, 50, 20, -10].map((latest) => symbolOf({ ...half, latest }, bands))).toEqual([
      'A',
      'B',
      'C',
      'D',
    ]);
  });

  test.each<[Band['scale'], number]>([
    ['share', 0.5],
    ['pace', 1],
    ['target-ratio', 0.75],
    ['difference', 50],
    ['difference-ratio', 0.5],
  ])('can ask for %s', (scale, value) => {
    const given: Case = { baseline: 100, target: 200, latest: 150 };
    expect(rateOwn(input(given), [band('A', { scale })], null)).toMatchObject({ value, reason: null });
  });

  test('can ask one scale after another', () => {
    const bands = [
      from('S', 1),
      band('A', { scale: 'difference', low: 0 }),
      from('B', -0.1, { scale: 'difference-ratio' }),
      band('C', { scale: 'difference-ratio' }),
    ];
    const given: Case = { baseline: 100, target: 200, latest: 0 };
    const symbols = [200, 101, 100, 90, 89].map((latest) => symbolOf({ ...given, latest }, bands));
    expect(symbols).toEqual(['S', 'A', 'B', 'B', 'C']);
  });

  test.each<[Band['scale'], number, number]>([
    ['share', 0.4, 1],
    ['pace', 0.8, 1],
    ['target-ratio', 0.7, 1],
    ['difference', 40, 1],
    ['difference-ratio', 0.4, 1],
  ])('counts a margin in the unit of the value, on the scale %s', (scale, limit, margin) => {
    const bands = [from('A', limit, { scale, margin }), band('B', { scale })];
    const given = (latest: number): Case => ({ baseline: 100, target: 200, latest });
    expect([139, 138.9].map((latest) => symbolOf(given(latest), bands))).toEqual(['A', 'B']);
  });

  test('gives nothing by a band for another year', () => {
    const year = { text: '令和2年度', start: '2020-02-01', end: '2020-12-31' };
    const bands = [from('A', 0.2, { year }), from('B', 0.4)];
    expect([30, 50].map((now) => symbolOf({ ...half, now }, bands))).toEqual(['B', 'A']);
  });
});

describe('what a city typed', () => {
  const typed = [band('Y', { scale: 'typed' }), band('Z', { scale: 'typed' })];
  const by = (symbol: string, given: Case = half) =>
    rateOwn(input(given), typed, { symbol, end: '2020-02-20' });

  test('is its rating', () => {
    expect(by('Z').band?.title).toBe('Zの段');
  });

  test('is its rating even where nothing was measured, and of what has ended', () => {
    expect(by('Y', { ...half, latest: null }).band?.symbol).toBe('Y');
    expect(by('Y', { ...half, state: 'ended' }).band?.symbol).toBe('Y');
  });

  test('is missed where nothing is typed', () => {
    expect(by('').reason).toBe('not-typed');
    expect(rateOwn(input(half), typed, null).reason).toBe('not-typed');
  });

  test('may stand beside what is computed', () => {
    const bands = [...typed, from('A', 0.5), band('B')];
    expect(rateOwn(input(half), bands, { symbol: 'Y', end: null }).band?.symbol).toBe('Y');
    expect(rateOwn(input(half), bands, { symbol: '', end: null }).band?.symbol).toBe('A');
  });
});

describe('not rated by its own method, with the reason', () => {
  const bands = [from('A', 0.5), band('B')];
  const reason = (given: Case, of: readonly Band[] = bands) => rateOwn(input(given), of, null).reason;
  const words: Case = { ...half, target: null, direction: 'increase' };

  test.each<[keyof typeof ownReasons, Case, readonly Band[]]>([
    ['ended', { ...half, state: 'ended' }, bands],
    ['definition-changed', { ...half, state: 'definition-changed' }, bands],
    ['no-target', { ...half, target: null, targetMissing: true }, bands],
    ['target-in-words', words, bands],
    ['not-measured', { ...half, latest: null }, bands],
    ['small-sample', { ...half, sample: 9, minimumSample: 10 }, bands],
    ['no-baseline', { ...half, baseline: null }, bands],
    ['period-unknown', { ...half, to: null }, [from('A', 1, { scale: 'pace' }), band('B')]],
    ['period-unknown', { ...half, now: null }, [from('A', 0, { year: { ...on('2020-02-20') } })]],
    ['no-value', { baseline: 0, target: 0, latest: 5, direction: 'maintain' }, bands],
    ['no-value', { baseline: 100, target: 50, latest: 60 }, [band('A', { scale: 'target-ratio' })]],
    ['no-value', { ...half }, [band('A', { scale: 'difference-ratio' })]],
    ['no-band', { ...half, latest: 10 }, [from('A', 0.5)]],
    ['not-typed', half, [band('A', { scale: 'typed' })]],
  ])('%s', (expected, given, of) => {
    expect(reason(given, of)).toBe(expected);
  });

  test('tries no further band once it can’t tell whether one was met', () => {
    const without: Case = { ...half, to: null };
    const bare = [from('a', 1, { scale: 'pace' }), from('b', 0, { scale: 'difference' })];
    expect(rateOwn(input(without), bare, null)).toMatchObject({ band: null, reason: 'period-unknown' });
  });

  test('needs no target where the bands ask for none', () => {
    expect(symbolOf(words, [from('A', 0, { scale: 'difference' })])).toBe('A');
  });
});
