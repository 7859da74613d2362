import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { progressStatuses, type ProgressStatus } from '../../../src/model/progress-status.ts';
import { createBand, isInBand, methodsDisagree } from '../../../src/progress/rating-band.ts';
import type { BandRow } from '../../../src/tables/rating-bands.ts';
import { createTestBand, createTestBandBelow, createTestBandFrom } from '../../support/create-bands.ts';
import { readFileText } from '../../support/source-modules.ts';

const four = ['S', 'A', 'B', 'C'].map((symbol) => createTestBand(symbol));
const differ = (status: ProgressStatus, symbol: string, bands = four) => {
  const met = bands.find((one) => one.symbol === symbol);
  return met && methodsDisagree(status, met, bands);
};

describe('two methods disagree', () => {
  test.each<[ProgressStatus, string]>([
    ['achieved', 'C'],
    ['on-track', 'B'],
    ['behind', 'A'],
    ['worse', 'S'],
    ['missed', 'S'],
  ])('if the common method says %s and the other %s of S, A, B, C', (status, symbol) => {
    expect(differ(status, symbol)).toBe(true);
  });

  test.each<[ProgressStatus, string]>([
    ['achieved', 'S'],
    ['on-track', 'A'],
    ['slightly-behind', 'A'],
    ['slightly-behind', 'B'],
    ['behind', 'C'],
    ['worse', 'B'],
    ['not-rated', 'C'],
  ])('not if the common method says %s and the other %s', (status, symbol) => {
    expect(differ(status, symbol)).toBe(false);
  });

  test('if their positions, which the page about the method names, are 0.4 apart', () => {
    const text = readFileText('content/guides/method.mdx') ?? '';
    const positions = [...(/状態の位置（(.*?)）が、0\.4以上/.exec(text)?.[1] ?? '').matchAll(/([^、]+)は([\d.]+)/g)];
    const positionOf = new Map(
      positions.flatMap(([, words = '', position]) => words.split('・').map((word) => [word, Number(position)])),
    );
    const symbols = Array.from({ length: 101 }, (_, at) => createTestBand(String(at)));
    for (const [status, word] of Object.entries(progressStatuses) as [ProgressStatus, string][]) {
      if (status === 'not-rated') continue;
      const percent = (positionOf.get(word) ?? NaN) * 100;
      for (let at = 0; at <= 100; at++)
        expect([word, at, differ(status, String(at), symbols)]).toEqual([word, at, Math.abs(at - percent) >= 40]);
    }
  });

  test('not if the symbol was typed, or is the only symbol', () => {
    expect(
      differ('worse', 'S', [createTestBand('S', { scale: 'typed' }), createTestBand('C', { scale: 'typed' })]),
    ).toBe(false);
    expect(differ('worse', 'S', [createTestBand('S')])).toBe(false);
  });

  test('and leave typed symbols out of the order of the others', () => {
    const typed = ['X', 'Y'].map((symbol) => createTestBand(symbol, { scale: 'typed' }));
    const bands = [...typed, createTestBand('A'), createTestBand('B')];
    expect([differ('worse', 'X', bands), differ('achieved', 'A', bands), differ('achieved', 'B', bands)]).toEqual([
      false,
      false,
      true,
    ]);
  });

  test('and count a symbol of several bands once', () => {
    expect(
      differ('slightly-behind', 'B', [
        createTestBand('A'),
        createTestBand('A'),
        createTestBand('A'),
        createTestBand('B'),
        createTestBand('C'),
      ]),
    ).toBe(false);
  });
});

describe('a band', () => {
  test.each([
    ['a lower limit that it includes', { low: 0.8, lowIncluded: true }, 0.8, true],
    ['a lower limit that it leaves out', { low: 0.8 }, 0.8, false],
    ['an upper limit that it includes', { high: 0.8, highIncluded: true }, 0.8, true],
    ['an upper limit that it leaves out', { high: 0.8 }, 0.8, false],
    ['anything, if it has no limits', {}, -1e9, true],
    ['a value between its limits', { low: 0.5, high: 0.8 }, 0.6, true],
    ['a value below its limits', { low: 0.5, high: 0.8 }, 0.4, false],
    ['a value above its limits', { low: 0.5, high: 0.8 }, 0.9, false],
  ])('asked for %s', (_words, limits, value, inside) => {
    expect(isInBand(createTestBand('A', limits), value, 0)).toBe(inside);
  });

  test('is not missed because of rounding errors of binary numbers', () => {
    expect((97.88 - 97.4) / (98 - 97.4)).not.toBe(0.8);
    expect(isInBand(createTestBandFrom('A', 0.8), (97.88 - 97.4) / (98 - 97.4), 0)).toBe(true);
    expect(isInBand(createTestBandFrom('A', 0.3), 0.1 + 0.2, 0)).toBe(true);
  });
});

describe('a margin', () => {
  const level = createTestBandFrom('b', 0);
  const worse = createTestBandBelow('c', 0);

  test.each([
    ['within it below nothing is level', -3, [true, false]],
    ['beyond it is worse', -3.1, [false, true]],
    ['above nothing is level', 3, [true, false]],
  ])('%s', (_words, value, expected) => {
    expect([isInBand(level, value, 3), isInBand(worse, value, 3)]).toEqual(expected);
  });

  test('is exact beside large numbers', () => {
    const from = createTestBand('a', { low: 87_654_321.4, lowIncluded: true });
    expect(87_654_321.4 - 87_654_321.2).not.toBe(0.2);
    expect([isInBand(from, 87_654_321.2, 0.2), isInBand(from, 87_654_321.1, 0.2)]).toEqual([true, false]);
  });

  test('also applies to a gain', () => {
    const better = createTestBand('a', { low: 0 });
    expect([isInBand(better, 3, 3), isInBand(better, 3.1, 3)]).toEqual([false, true]);
  });

  test('leaves no gap and no overlap between neighbouring bands', () => {
    const figure = fc.double({ min: -100, max: 100, noNaN: true });
    fc.assert(
      fc.property(figure, figure, fc.double({ min: 0, max: 10, noNaN: true }), (limit, value, margin) => {
        const both = [
          isInBand(createTestBandFrom('A', limit), value, margin),
          isInBand(createTestBandBelow('B', limit), value, margin),
        ];
        expect(both.filter(Boolean)).toHaveLength(1);
      }),
    );
  });
});

const row: BandRow = {
  order: 1,
  symbol: 'A',
  title: '順調',
  scale: 'share',
  low: 80,
  lowIncluded: true,
  high: null,
  highIncluded: false,
  year: null,
  margin: null,
  note: '',
};

test('a limit of 80 is 80 %', () => {
  expect(createBand(row)).toMatchObject({ low: 0.8, high: null, margin: 0, year: null });
  expect(createBand({ ...row, low: null, high: 80 })).toMatchObject({ low: null, high: 0.8 });
});

test('a limit of a difference is in the unit of the indicator, and so is the margin', () => {
  expect(createBand({ ...row, scale: 'difference', margin: 3 })).toMatchObject({ low: 80, margin: 3 });
});
