import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatItemNumber } from '../../../src/notation/ordinal.ts';

describe('printedNumber', () => {
  test.each([
    ['第1章', '7', '第7章'],
    ['第１章', '12', '第１２章'],
    ['第一章', '7', '第七章'],
    ['(一)', '21', '(二十一)'],
    ['(1)', '1_2', '(2)'],
    ['（1）', '1_2', '（2）'],
    ['01', '7', '07'],
    ['①', '33_1_1_50', '㊿'],
    ['①', '33_1_1_51', '(51)'],
    ['⑴', '1_20', '⒇'],
    ['❶', '1_3', '❸'],
    ['Ⅰ', '4', 'Ⅳ'],
    ['ア', '5_2_1_p2', 'イ'],
    ['(ア)', '1_3', '(ウ)'],
    ['イ', '2', 'ロ'],
    ['a', '3', 'c'],
    ['Ａ', '2', 'Ｂ'],
    ['施策1', '33_2', '施策2'],
    ['施策①', '33_2', '施策②'],
    ['1-1', '33_2', '33-2'],
    ['◆', '1_o2', '◆'],
    ['・', '1_1_1', '・'],
    ['', '1_1', ''],
    ['方針', '2', '方針'],
    ['アクション', '2', 'アクション'],
    ['一般施策', '2', '一般施策'],
  ])('prints, after %s, the number of %s as %s', (sample, code, expected) => {
    expect(formatItemNumber(sample, code)).toBe(expected);
  });

  test('gives a bullet or heading without number back as it is, whatever the code', () => {
    fc.assert(
      fc.property(fc.constantFrom('', '・', '●', '◆', '方針'), fc.nat(), (sample, number) => {
        expect(formatItemNumber(sample, `1_${number}`)).toBe(sample);
      }),
    );
  });
});
