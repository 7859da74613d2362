import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isInBand } from '../../../src/model/band.ts';
import { createTestBand, createTestBandBelow, createTestBandFrom } from '../../support/bands.ts';

describe('a band', () => {
  test.each([
    ['a lower limit that it includes', { low: 0.8, lowIncluded: true }, 0.8, true],
    ['a lower limit that it leaves out', { low: 0.8 }, 0.8, false],
    ['an upper limit that it includes', { high: 0.8, highIncluded: true }, 0.8, true],
    ['an upper limit that it leaves out', { high: 0.8 }, 0.8, false],
    ['anything, where it has no limits', {}, -1e9, true],
    ['a value between its limits', { low: 0.5, high: 0.8 }, 0.6, true],
    ['a value below its limits', { low: 0.5, high: 0.8 }, 0.4, false],
    ['a value above its limits', { low: 0.5, high: 0.8 }, 0.9, false],
  ])('asked for %s', (_words, limits, value, inside) => {
    expect(isInBand(createTestBand('A', limits), value, 0)).toBe(inside);
  });

  test('is not missed by what decimal figures lose in a computer', () => {
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

  test('asks a gain to be beyond it, too', () => {
    const better = createTestBand('a', { low: 0 });
    expect([isInBand(better, 3, 3), isInBand(better, 3.1, 3)]).toEqual([false, true]);
  });

  test('leaves neither gap nor overlap between bands that meet', () => {
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
