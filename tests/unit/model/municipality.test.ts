import { describe, expect, test } from 'vitest';
import { computeCheckDigit, isMunicipalityCode, formatEnglishName } from '../../../src/model/municipality.ts';

describe('the check digit of a 全国地方公共団体コード', () => {
  test.each([
    ['蕨市', '112232'],
    ['柏市', '122173'],
    ['平塚市', '142034'],
    ['金沢市', '172014'],
    ['柏原市', '272213'],
    ['a municipality that the tests made up', '990019'],
  ])('is right for %s (%s)', (_name, code) => {
    expect(computeCheckDigit(code.slice(0, 5))).toBe(Number(code[5]));
  });

  test('is the same for a weighted sum under 11', () => {
    // 0×6 + 1×5 + 0×4 + 0×3 + 0×2 = 5, and 11 − 5 = 6.
    expect(computeCheckDigit('01000')).toBe(6);
  });

  test('is 0 if the remainder is 1', () => {
    // 1×6 + 0×5 + 0×4 + 0×3 + 3×2 = 12.
    expect(computeCheckDigit('10003')).toBe(0);
  });

  test('is 1 if the remainder is 0', () => {
    // 0×6 + 1×5 + 0×4 + 2×3 + 0×2 = 11.
    expect(computeCheckDigit('01020')).toBe(1);
  });
});

describe('a code is refused', () => {
  test.each([
    ['with any other last digit', ['112230', '112231', '112233', '112239']],
    ['with two digits swapped', ['121232', '112322']],
    ['with five or seven digits', ['11223', '1122320']],
    ['typed in full width', ['１１２２３２']],
    ['with a space or a letter', ['112 232', '11223a', '']],
  ])('%s', (_why, codes) => {
    expect(codes.filter(isMunicipalityCode)).toEqual([]);
  });
});

test.each([
  ['蕨市', 'Warabi', 'Warabi City'],
  ['新宿区', 'Shinjuku', 'Shinjuku City'],
  ['見本町（架空）', 'Mihon', 'Mihon Town'],
  ['大阪府', 'Osaka', 'Osaka Prefecture'],
  ['東京都', 'Tokyo', 'Tokyo'],
  ['横浜市', 'City of Yokohama', 'City of Yokohama'],
  ['蕨市', '', ''],
])('the English name of %s (%s) is “%s”', (title, romaji, english) => {
  expect(formatEnglishName(title, romaji)).toBe(english);
});
