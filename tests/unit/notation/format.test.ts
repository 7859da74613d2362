import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  EXACT_DECIMALS,
  formatBetween,
  formatCount,
  formatNames,
  formatDay,
  formatDecimals,
  formatDifference,
  formatAmount,
  formatEnglishAmount,
  formatEstimate,
  formatItemNumber,
  formatNumber,
  formatPercentage,
  formatShortNumber,
  getDifferenceUnit,
  tieParts,
} from '../../../src/notation/format.ts';

test.each([
  [0.125, '12.5%'],
  [1 / 3, '33.3%'],
  [1.025, '102.5%'],
  [-0.353, '−35.3%'],
  [0.5, '50%'],
  [0.9996, '99.9%'],
  [0.9994, '99.9%'],
  [0.0004, '0.04%'],
  [-0.0004, '−0.04%'],
  [0.001, '0.1%'],
  [0, '0%'],
  [1, '100%'],
  [1.0004, '100.1%'],
  [0.1266, '12.7%'],
  [20.5, '2,050%'],
])('a share of %s is %s', (share, words) => {
  expect(formatPercentage(share)).toBe(words);
});

test('a share of 1 has one decimal beside others with one', () => {
  expect(formatPercentage(1, formatDecimals)).toBe('100.0%');
});

test.each([
  [102, 1, '102.0'],
  [1.1, 2, '1.10'],
  [1234.56, 0, '1,235'],
  [-3.25, 1, '−3.3'],
  [-0.04, 1, '0.0'],
  [1.005, 2, '1.01'],
  [-2.675, 2, '−2.68'],
])('%d with %d decimals is %s', (value, digits, words) => {
  expect(formatDecimals(value, digits)).toBe(words);
});

test('a day is in words, without zeros before its numbers', () => {
  expect(['2026-11-23', '2026-01-05'].map(formatDay)).toEqual(['2026年11月23日', '2026年1月5日']);
});

test.each([
  [164_471_229_000, '¥164.5 billion'],
  [9_094_992_000, '¥9.095 billion'],
  [33_581_000, '¥33.58 million'],
  [9000, '¥9,000'],
  [999_999, '¥999,999'],
  [999_949_000, '¥999.9 million'],
  [999_999_000, '¥1.000 billion'],
  [-999_999_000, '−¥1.000 billion'],
  [12_345_678_900_000, '¥12.35 trillion'],
  [0, '¥0'],
])('%i yen in English text are %s', (yen, words) => {
  expect(formatEnglishAmount(yen)).toBe(words);
});

test.each([
  [164_471_229_000, '約1,645億円'],
  [30_404_000_000, '約304.0億円'],
  [33_580_000_000, '335.8億円'],
  [99_994_000, '約9,999万円'],
  [99_996_000, '約1.000億円'],
  [100_000_000, '1億円'],
  [999_949_000_000, '約9,999億円'],
  [999_999_000_000, '約1.000兆円'],
  [-99_996_000, '約−1.000億円'],
  [12_345_678_900_000, '約12.35兆円'],
  [9999, '9,999円'],
  [0, '0円'],
])('%i yen in text are %s', (yen, words) => {
  expect(formatAmount(yen)).toBe(words);
});

describe('an estimate', () => {
  test.each([
    [201.3, '200'],
    [5.1666, '5.2'],
    [0.0998, '0.1'],
    [9.96, '10'],
    [1833.3, '1,800'],
    [-44.2, '−44'],
    [0, '0'],
    [1.15, '1.2'],
    [-25.5, '−26'],
    [0.00000125, '0.0000013'],
    [1e-120, '0'],
    [1.5e300, '1.5e+300'],
  ])('of %d has two significant digits: %s', (value, words) => {
    expect(formatEstimate(value)).toBe(words);
  });

  test.each([
    [16_799.1, 8000, '16,800'],
    [97.7599, 0.6, '97.76'],
    [599.89, 1000, '600'],
    [20.1, 1000, '20'],
    [69.2333, 31, '69.2'],
    [12.34, 50, '12'],
    [12.34, 49.9, '12.3'],
    [-1.15, 5, '−1.2'],
  ])('of %d on a way of %d is as precise as that allows: %s', (value, distance, words) => {
    expect(formatBetween(value, distance)).toBe(words);
  });
});

test('percentages differ in points, and everything else in its own unit', () => {
  expect(['%', '％', '人', ''].map(getDifferenceUnit)).toEqual(['ポイント', 'ポイント', '人', '']);
});

describe('formatNumber', () => {
  test.each([
    [0, '0'],
    [5587, '5,587'],
    [-1234567.891, '−1,234,567.89'],
    [97.4, '97.4'],
    [0.6000000000000085, '0.6'],
    [999.999, '1,000'],
    [1.005, '1.01'],
    [-0.001, '0'],
    [-8.345, '−8.35'],
    [123456789012.125, '123,456,789,012.13'],
    [987654321098765, '987,654,321,098,765'],
  ])('%d is %s', (value, text) => {
    expect(formatNumber(value)).toBe(text);
  });
});

test('formatNumber writes all decimals, without an exponent', () => {
  expect(formatNumber(0.0000004, 10)).toBe('0.0000004');
  expect(formatNumber(1.101, 3)).toBe('1.101');
});

test('formatNumber writes a large number as it is printed, without errors of binary numbers', () => {
  expect(formatNumber(5595193.4, EXACT_DECIMALS)).toBe('5,595,193.4');
  // Fifteen significant digits, the most that a binary number keeps.
  const decimals = fc.integer({ min: 1, max: EXACT_DECIMALS });
  fc.assert(
    fc.property(decimals, fc.integer({ min: 1, max: 999_999_999_999_999 }), (count, number) => {
      const digits = String(number).padStart(count + 1, '0');
      const text = `${digits.slice(0, -count)}.${digits.slice(-count)}`;
      expect(formatNumber(Number(text), EXACT_DECIMALS).replaceAll(',', '')).toBe(text.replace(/[.]?0+$/, ''));
    }),
    { numRuns: 500 },
  );
});

describe('formatDifference', () => {
  test.each([
    [31, '+31'],
    [-3.5, '−3.5'],
    [0.1 + 0.2, '+0.3'],
    [0.0001, '+0.0001'],
    [1e-11, '±0'],
  ])('%d is %s', (value, text) => {
    expect(formatDifference(value)).toBe(text);
  });
});

describe('formatShortNumber', () => {
  test.each([
    [0, '0'],
    [9999999, '9,999,999'],
    [10000000, '1,000万'],
    [100000000, '1億'],
    [25000000, '2,500万'],
    [-1500000000, '−15億'],
    [123450000, '1.2345億'],
    [-200_000_000_000_000, '−200兆'],
    [0.975, '0.975'],
    [0.0015, '0.0015'],
    [2.5, '2.5'],
    [0.1 + 0.2, '0.3'],
  ])('%d is %s', (value, text) => {
    expect(formatShortNumber(value)).toBe(text);
  });
});

test.each([
  [[], ''],
  [['蕨市'], '蕨市'],
  [['蕨市', '平塚市'], '蕨市と平塚市'],
  [['蕨市', '平塚市', '柏原市'], '蕨市、平塚市、柏原市'],
])('names are joined as in a newspaper: %j', (names, text) => {
  expect(formatNames(names)).toBe(text);
});

describe('formatCount', () => {
  test.each([
    [0, '0'],
    [1, '1つ'],
    [9, '9つ'],
    [10, '10'],
    [1741, '1,741'],
  ])('%d is %s', (count, text) => {
    expect(formatCount(count)).toBe(text);
  });
});

describe('formatItemNumber', () => {
  test.each([
    ['第1章', '7', '第7章'],
    ['第１章', '12', '第１２章'],
    ['第一章', '7', '第七章'],
    ['第一', '99', '第九十九'],
    ['第一', '100', '第100'],
    ['第一章', '0', '第0章'],
    ['（一）', '1_0', '（0）'],
    ['1', '33', '33'],
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
    ['一体的な取組', '2', '一体的な取組'],
    ['（一）', '2', '（二）'],
    ['②', '1_3', '③'],
    ['ⅰ', '2', 'ⅱ'],
    ['ウ', '2', 'イ'],
    ['あ', '2', 'い'],
    ['A', '2', 'B'],
    ['ａ', '2', 'ｂ'],
    ['10', '1_3', '3'],
    ['０１', '1_3', '０３'],
    ['1-1', '3', '1-3'],
    ['1-1', 'a_3', '1-3'],
    ['①', 'a', '①'],
  ])('prints, after %s, the number of %s as %s', (sample, code, expected) => {
    expect(formatItemNumber(sample, code)).toBe(expected);
  });

  test.each('一 二 三 四 五 六 七 八 九 十'.split(' '))('replaces %s, the first number of a level', (kanji) => {
    expect(formatItemNumber(`第${kanji}`, '4')).toBe('第四');
  });

  test('does not change a bullet or heading without a number', () => {
    fc.assert(
      fc.property(fc.constantFrom('', '・', '●', '◆', '方針'), fc.nat(), (sample, number) => {
        expect(formatItemNumber(sample, `1_${number}`)).toBe(sample);
      }),
    );
  });
});

test.each([
  ['将来推計人口（令和5年推計）', '将来推計人口（令和|5年推計）'],
  ['2024年4月1日は、2017～2019年度の5市の値', '2024年|4月|1日は、2017|～|2019年度の5市の値'],
  ['平成19年度～平成28年度、−14.6～+7.8%', '平成|19年度|～平成|28年度、−14.6|～+7.8%'],
  ['第5次柏市総合計画', '第|5次柏市総合計画'],
])('ties numbers and signs of ranges in %s to what is before them', (text, expected) => {
  expect(tieParts(text)).toBe(expected.replaceAll('|', '\u2060'));
});
