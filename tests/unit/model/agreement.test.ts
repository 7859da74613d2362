import { describe, expect, test } from 'vitest';
import { seenDifferently } from '../../../src/model/agreement.ts';
import type { Status } from '../../../src/model/progress.ts';
import { band } from '../../support/bands.ts';

const four = ['S', 'A', 'B', 'C'].map((symbol) => band(symbol));
const differ = (status: Status, symbol: string, bands = four) => {
  const met = bands.find((one) => one.symbol === symbol);
  return met && seenDifferently(status, met, bands);
};

describe('two methods see an indicator differently', () => {
  test.each<[Status, string]>([
    ['achieved', 'C'],
    ['on-track', 'B'],
    ['behind', 'A'],
    ['worse', 'S'],
    ['missed', 'S'],
  ])('where one says %s and the other %s of S, A, B, C', (status, symbol) => {
    expect(differ(status, symbol)).toBe(true);
  });

  test.each<[Status, string]>([
    ['achieved', 'S'],
    ['on-track', 'A'],
    ['slightly-behind', 'A'],
    ['slightly-behind', 'B'],
    ['behind', 'C'],
    ['worse', 'B'],
    ['not-rated', 'C'],
  ])('not where one says %s and the other %s', (status, symbol) => {
    expect(differ(status, symbol)).toBe(false);
  });

  test('not where the symbol was typed, or is the only one', () => {
    expect(differ('worse', 'S', [band('S', { scale: 'typed' }), band('C', { scale: 'typed' })])).toBe(false);
    expect(differ('worse', 'S', [band('S')])).toBe(false);
  });

  test('counting a symbol that several bands give once', () => {
    expect(differ('slightly-behind', 'B', [band('A'), band('A'), band('A'), band('B'), band('C')])).toBe(
      false,
    );
  });
});
