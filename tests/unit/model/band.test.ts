import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isIn } from '../../../src/model/band.ts';
import { band, below, from } from '../../support/bands.ts';

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
    expect(isIn(band('A', limits), value, 0)).toBe(inside);
  });

  test('is not missed by what decimal figures lose in a computer', () => {
    expect((97.88 - 97.4) / (98 - 97.4)).not.toBe(0.8);
    expect(isIn(from('A', 0.8), (97.88 - 97.4) / (98 - 97.4), 0)).toBe(true);
    expect(isIn(from('A', 0.3), 0.1 + 0.2, 0)).toBe(true);
  });
});

describe('a margin', () => {
  const level = from('b', 0);
  const worse = below('c', 0);

  test.each([
    ['within it below nothing is level', -3, [true, false]],
    ['beyond it is worse', -3.1, [false, true]],
    ['above nothing is level', 3, [true, false]],
  ])('%s', (_words, value, expected) => {
    expect([isIn(level, value, 3), isIn(worse, value, 3)]).toEqual(expected);
  });

  test('asks a gain to be beyond it, too', () => {
    const better = band('a', { low: 0 });
    expect([isIn(better, 3, 3), isIn(better, 3.1, 3)]).toEqual([false, true]);
  });

  test('leaves neither gap nor overlap between bands that meet', () => {
    const figure = fc.double({ min: -100, max: 100, noNaN: true });
    fc.assert(
      fc.property(figure, figure, fc.double({ min: 0, max: 10, noNaN: true }), (limit, value, margin) => {
        const both = [isIn(from('A', limit), value, margin), isIn(below('B', limit), value, margin)];
        expect(both.filter(Boolean)).toHaveLength(1);
      }),
    );
  });
});
