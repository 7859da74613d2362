import { describe, expect, test } from 'vitest';
import { simulateBands } from '../../../src/progress/band-coverage.ts';
import { createTestBand, createTestBandBelow, createTestBandFrom } from '../../support/create-bands.ts';

const symbols = (bands: Parameters<typeof simulateBands>[0], trial = 0) =>
  simulateBands(bands)[trial]?.stretches.map((one) => one.band?.symbol ?? '－');

describe('trying bands out', () => {
  test('says what becomes of every stretch between limits, and of the limits themselves', () => {
    expect(symbols([createTestBandFrom('A', 0.8), createTestBandBelow('B', 0.5)])).toEqual(['B', '－', '－', 'A', 'A']);
  });

  test('tries each year that bands name, and none of them', () => {
    const year = { text: '令和5年度', start: '2023-04-01', end: '2024-03-31' };
    const all = [createTestBand('A', { year }), createTestBand('B')];
    const met = simulateBands(all).map(({ stretches }) => stretches[0]?.band?.symbol);
    expect(new Set(met)).toEqual(new Set(['A', 'B']));
  });

  test('tries nothing where every symbol is typed', () => {
    expect(simulateBands([createTestBand('A', { scale: 'typed' })])).toEqual([]);
  });

  test('gives a value on the scale that somebody asks for', () => {
    const [tried] = simulateBands([createTestBandFrom('A', 0.8)]);
    expect([tried?.on('share', 150), tried?.on('pace', 150), tried?.on('target-ratio', 150)]).toEqual([0.5, 1, 0.75]);
  });

  test('is large enough for limits in the unit of the indicator', () => {
    const scale = 'difference' as const;
    expect(
      symbols([
        createTestBandFrom('A', 5000, { scale }),
        createTestBandFrom('B', -5000, { scale }),
        createTestBand('C', { scale }),
      ]),
    ).toEqual(['C', 'B', 'B', 'A', 'A']);
  });
});
