import { describe, expect, test } from 'vitest';
import { simulateBands } from '../../../src/progress/band-coverage.ts';
import { createTestBand, createTestBandBelow, createTestBandFrom } from '../../support/create-bands.ts';

const listSymbols = (bands: Parameters<typeof simulateBands>[0], trial = 0) =>
  simulateBands(bands)[trial]?.intervals.map((one) => one.band?.symbol ?? '－');

describe('the test values of bands', () => {
  test('show the result for every limit, and for every interval between limits', () => {
    expect(listSymbols([createTestBandFrom('A', 0.8), createTestBandBelow('B', 0.5)])).toEqual([
      'B',
      '－',
      '－',
      'A',
      'A',
    ]);
  });

  test('include each year that bands name, and another year', () => {
    const year = { text: '令和5年度', start: '2023-04-01', end: '2024-03-31' };
    const all = [createTestBand('A', { year }), createTestBand('B')];
    const met = simulateBands(all).map(({ intervals }) => intervals[0]?.band?.symbol);
    expect(new Set(met)).toEqual(new Set(['A', 'B']));
  });

  test('are only of the years in which a band is valid', () => {
    const year = { text: '令和5年度', start: '2023-04-01', end: '2024-03-31' };
    const symbols = simulateBands([createTestBand('A', { year })]).flatMap(({ intervals }) =>
      intervals.map(({ band }) => band?.symbol),
    );
    expect(new Set(symbols)).toEqual(new Set(['A']));
  });

  test('are empty if every symbol is typed', () => {
    expect(simulateBands([createTestBand('A', { scale: 'typed' })])).toEqual([]);
  });

  test('have a value on a chosen scale', () => {
    const [tried] = simulateBands([createTestBandFrom('A', 0.8)]);
    expect([tried?.toScale('share', 150), tried?.toScale('pace', 150), tried?.toScale('target-ratio', 150)]).toEqual([
      0.5, 1, 0.75,
    ]);
  });

  test('are large enough for limits in the unit of the indicator', () => {
    const scale = 'difference' as const;
    expect(
      listSymbols([
        createTestBandFrom('A', -2000, { scale }),
        createTestBandFrom('B', -5000, { scale }),
        createTestBand('C', { scale }),
      ]),
    ).toEqual(['C', 'B', 'B', 'A', 'A']);
  });

  test('change at both ends of a margin, inside which only a band with the limit itself fits', () => {
    const given = { scale: 'difference' as const, margin: 3 };
    const [tried] = simulateBands([
      createTestBand('A', { ...given, low: 0 }),
      createTestBand('B', { ...given, high: 0 }),
    ]);
    const ends = tried?.intervals.map(({ from, to, band }) => [
      from?.value ?? null,
      to?.value ?? null,
      band?.symbol ?? '－',
    ]);
    expect(ends).toEqual([
      [null, 97, 'B'],
      [97, 97, '－'],
      [97, 100, '－'],
      [100, 100, '－'],
      [100, 103, '－'],
      [103, 103, '－'],
      [103, null, 'A'],
    ]);
  });

  test.each([
    ['target-ratio', 0.5, [100]],
    ['share', 0.5, [150]],
    ['share', -2, []],
    ['difference-ratio', -0.5, [50]],
  ] as const)('have the limit of %s %d at %j from 100 to 200, and none below zero', (scale, low, limits) => {
    const [tried] = simulateBands([createTestBandFrom('A', low, { scale })]);
    const points = tried?.intervals.filter(({ from, to }) => from !== null && from === to);
    expect(points?.map(({ from }) => from?.value)).toEqual(limits);
  });
});
