import { describe, expect, test } from 'vitest';
import { methodsDisagree } from '../../../src/model/agreement.ts';
import type { ProgressStatus } from '../../../src/model/progress.ts';
import { createTestBand } from '../../support/bands.ts';

const four = ['S', 'A', 'B', 'C'].map((symbol) => createTestBand(symbol));
const differ = (status: ProgressStatus, symbol: string, bands = four) => {
  const met = bands.find((one) => one.symbol === symbol);
  return met && methodsDisagree(status, met, bands);
};

describe('two methods see an indicator differently', () => {
  test.each<[ProgressStatus, string]>([
    ['achieved', 'C'],
    ['on-track', 'B'],
    ['behind', 'A'],
    ['worse', 'S'],
    ['missed', 'S'],
  ])('where one says %s and the other %s of S, A, B, C', (status, symbol) => {
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
  ])('not where one says %s and the other %s', (status, symbol) => {
    expect(differ(status, symbol)).toBe(false);
  });

  test('not where the symbol was typed, or is the only one', () => {
    expect(
      differ('worse', 'S', [
        createTestBand('S', { scale: 'typed' }),
        createTestBand('C', { scale: 'typed' }),
      ]),
    ).toBe(false);
    expect(differ('worse', 'S', [createTestBand('S')])).toBe(false);
  });

  test('counting a symbol that several bands give once', () => {
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
