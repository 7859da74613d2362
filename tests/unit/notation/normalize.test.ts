import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  getPrintedText,
  normalizeNotation,
  sliceText,
  removeOuterBrackets,
  removeSlice,
} from '../../../src/notation/normalize.ts';
import { anyText } from './arbitrary-notations.ts';

describe('normalizeNotation', () => {
  test.each([
    ['㍻３０年', '平成30年'],
    ['１２㌫', '12パーセント'],
    ['〜～∼', '~~~'],
    ['－−‐–', '----'],
    ['—―─', '―――'],
    ['ﾎﾟｲﾝﾄ', 'ポイント'],
    ['ポイント', 'ポイント'],
    ['2019ー2020', '2019―2020'],
    ['神\u{e0100}', '神'],
    ['100m²', '100m2'],
  ])('matches %s as %s', (printed, text) => {
    expect(normalizeNotation(printed).text).toBe(text);
  });

  test.each(['①80', '10³', '3½', '⒈5'])('does not join the signs of %s with its digits', (printed) => {
    expect(normalizeNotation(printed).text).toBe(printed);
  });

  test('returns every part as it was printed', () => {
    const folded = normalizeNotation('令和４年度（５，５８７⼈）');
    expect(getPrintedText(sliceText(folded, 6, 12))).toBe('５，５８７⼈');
    expect(getPrintedText(removeSlice(folded, 5, 13))).toBe('令和４年度');
    expect(getPrintedText(removeOuterBrackets(normalizeNotation('（（１人））')))).toBe('１人');
  });

  test('keeps brackets that do not enclose all of a text', () => {
    expect(removeOuterBrackets(normalizeNotation('(1)から(2)')).text).toBe('(1)から(2)');
  });

  test('has a position within the printed text for every character', () => {
    fc.assert(
      fc.property(anyText, (printed) => {
        const { text, positions } = normalizeNotation(printed);
        expect(positions).toHaveLength(text.length);
        for (const [start, end] of positions) expect(start >= 0 && start < end && end <= printed.length).toBe(true);
      }),
    );
  });
});
