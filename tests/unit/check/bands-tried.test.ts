import { describe, expect, test } from 'vitest';
import { tryOut } from '../../../src/check/bands-tried.ts';
import { band, below, from } from '../../support/bands.ts';

const symbols = (bands: Parameters<typeof tryOut>[0], trial = 0) =>
  tryOut(bands)[trial]?.stretches.map((one) => one.band?.symbol ?? '－');

describe('trying bands out', () => {
  test('says what becomes of every stretch between limits, and of the limits themselves', () => {
    expect(symbols([from('A', 0.8), below('B', 0.5)])).toEqual(['B', '－', '－', 'A', 'A']);
  });

  test('tries each year that bands name, and none of them', () => {
    const year = { text: '令和5年度', start: '2023-04-01', end: '2024-03-31' };
    const all = [band('A', { year }), band('B')];
    const met = tryOut(all).map(({ stretches }) => stretches[0]?.band?.symbol);
    expect(new Set(met)).toEqual(new Set(['A', 'B']));
  });

  test('tries nothing where every symbol is typed', () => {
    expect(tryOut([band('A', { scale: 'typed' })])).toEqual([]);
  });

  test('gives a value on the scale that somebody asks for', () => {
    const [tried] = tryOut([from('A', 0.8)]);
    expect([tried?.on('share', 150), tried?.on('pace', 150), tried?.on('target-ratio', 150)]).toEqual([
      0.5, 1, 0.75,
    ]);
  });

  test('is large enough for limits in the unit of the indicator', () => {
    const scale = 'difference' as const;
    expect(symbols([from('A', 5000, { scale }), from('B', -5000, { scale }), band('C', { scale })])).toEqual([
      'C',
      'B',
      'B',
      'A',
      'A',
    ]);
  });
});
