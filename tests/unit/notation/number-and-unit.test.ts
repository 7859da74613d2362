import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shiftDecimal } from '../../../src/notation/decimal.ts';
import {
  convertUnit,
  findScaleEnd,
  getUnitFactor,
  isCountedUnit,
  isNegativeCount,
  isKnownUnit,
  isSameUnit,
  parseLeadingNumber,
} from '../../../src/notation/number-and-unit.ts';
import { anyUnit, widenText } from './arbitrary-notations.ts';

describe('parseLeadingNumber', () => {
  test.each([
    ['1億2,000万円', 120_000_000],
    ['2億396万円', 203_960_000],
    ['1兆5億', 1_000_500_000_000],
    ['0.05万人', 0.05],
    ['百二十人', 120],
    ['三世帯', 3],
    ['三か所', 3],
    ['三パーセント', 3],
    ['三時間', 3],
    ['三ポイント', 3],
    ['±0', 0],
    ['+3.5', 3.5],
    ['▲0', 0],
  ])('reads %s', (text, value) => {
    expect(parseLeadingNumber(text)).toMatchObject({ value });
  });

  test.each(['1,0000', '12,34', '1.5億2万円', '4万76600人', '1 234', '1、276', '5.', '1.2.3'])(
    'sees that the separators of %s cannot be right',
    (text) => {
      expect(parseLeadingNumber(text)).toEqual({ kept: 'misprint' });
    },
  );

  test('returns no number with too many digits', () => {
    expect(parseLeadingNumber('9007199254740993')).toEqual({ kept: 'large' });
    expect(parseLeadingNumber('123456789012345.678')).toEqual({ kept: 'large' });
    expect(parseLeadingNumber('0.12345678901234567')).toMatchObject({ middleDot: false });
  });

  test.each(['万人', '一部', '十分', '百万円', 'ゼロカーボン', '', '.5', '--5'])('finds none in 「%s」', (text) => {
    expect(parseLeadingNumber(text)).toBeNull();
  });

  test('shiftDecimal moves the decimal point exactly', () => {
    expect(shiftDecimal(1.1, 4)).toBe(11000);
    expect(shiftDecimal(1e-7, 7)).toBe(1);
  });
});

describe('isSameUnit', () => {
  test.each([
    ['人（平均）', '人'],
    ['人(年間)', '人'],
    ['のべ人', '人'],
    ['人/年度', '人/年'],
    ['㌫', '%'],
    ['％', 'パーセント'],
    ['か所', 'ヶ所'],
    ['⼈', '人'],
    ['㎡', 'm2'],
    ['t-CO₂', 'トン-CO2'],
    ['KWh', 'キロワット時'],
    ['KG', 'kg'],
    ['Km', 'km'],
    ['M2', '㎡'],
    ['ＨＡ', 'ha'],
    ['T', 'トン'],
    ['T-CO2', 't-CO₂'],
    ['人（延べ）', '人'],
    ['件 / 年間', '件/年'],
    ['g/[人・日]', 'g/人1日'],
    ['（人）', '人'],
    ['件人口10万対', '件/人口10万人'],
    ['件/千人', '件/1,000人'],
    ['人/100,000人', '人/人口10万対'],
    ['件/万世帯', '件/10000世帯'],
  ])('is true for %s and %s', (a, b) => {
    expect(isSameUnit(a, b)).toBe(true);
  });

  test.each([
    ['人', '件'],
    ['千人', '人'],
    ['人/年', '人/日'],
    ['件/千人', '件/10,000人'],
    ['%', 'ポイント'],
    ['mg', 'Mg'],
    ['A', 'アール'],
  ])('is false for %s and %s', (a, b) => {
    expect(isSameUnit(a, b)).toBe(false);
  });

  test('is true for every unit and itself, also in full width', () => {
    fc.assert(
      fc.property(anyUnit, (unit) => {
        expect(isSameUnit(unit, unit)).toBe(true);
        expect(isSameUnit(widenText(unit), unit)).toBe(true);
      }),
    );
  });
});

describe('getUnitFactor and convertUnit', () => {
  test.each([
    ['千人', '人', 1000],
    ['億円', '円', 1e8],
    ['百万円', '千円', 1000],
    ['円', '億円', 1e-8],
    ['万', '人', 10000],
    ['', '千人', 1],
    ['割', '%', 10],
    ['分', '秒', 60],
    ['時間', '分', 60],
    ['トン', 'kg', 1000],
    ['g/人日', 'kg/人日', 0.001],
    ['千t', 'kg', 1e6],
    ['キロメートル', 'm', 1000],
    ['㎢', 'ha', 100],
    ['㎥', 'L', 1000],
    ['MW', 'キロワット', 1000],
    ['kWh', 'MWh', 0.001],
    ['千kWh', 'MWh', 1],
    ['GWh', 'kWh', 1e6],
    ['TJ', 'GJ', 1000],
    ['人/年', '人', 1],
    ['人', '人/年', 1],
    ['', '人/10万人', 1],
    ['点', '点（5点満点）', 1],
    ['校', '校(全8校)', 1],
    ['千人', '人（65歳以上）', 1000],
    ['%', '％（40歳以上）', 1],
    ['人', '人（4月1日）', 1],
    ['円', '円（税込）', 1],
    ['人', '人（千葉市内）', 1],
    ['人', '人（千葉市）', 1],
    ['校', '校（小中）', 1],
    ['人', '人（介助あり）', 1],
    ['％', '％（前年比）', 1],
    ['t-CO2', 't(CO2)', 1],
  ])('scales %s to %s by %d', (unit, target, scale) => {
    expect(getUnitFactor(unit, target)).toBe(scale);
  });

  test.each([
    ['人', '件'],
    ['人/年', '人/日'],
    ['人', '人／10万人'],
    ['/人口10万人', '人'],
    ['人', ''],
    ['分', '人'],
    ['人', '分'],
    ['m', 'm2'],
    ['t', 't-CO2'],
    ['g', '秒'],
    ['人', '点（5点満点）'],
    ['点（10点満点）', '点（5点満点）'],
    ['件', '件（人口10万対）'],
    ['人', '人（1日）'],
    ['人', '人（1日平均）'],
    ['円', '円（月額）'],
    ['円', '円（百万）'],
    ['円', '円（千円単位）'],
    ['人', '人（千）'],
    ['t', 't（千t）'],
    ['人', '人（万人単位）'],
    ['人', '人（1万人）'],
    ['件', '件（10万人中）'],
    ['人', '人（千人比）'],
    ['g', 'g（1人1日当り）'],
    ['人', '人（1校平均）'],
  ])('have no scale from %s to 「%s」', (unit, target) => {
    expect(getUnitFactor(unit, target)).toBeNull();
    expect(convertUnit(1, unit, target)).toBeNull();
  });

  test('convert without the errors of a multiplication', () => {
    expect(4.1 * 1e6).not.toBe(4_100_000);
    expect(convertUnit(4.1, '百万円', '円')).toBe(4_100_000);
    expect(convertUnit(69077000, '人', '千人')).toBe(69077);
    expect(convertUnit(30, '秒', '分')).toBe(0.5);
    expect(convertUnit(1234.5, 'kg', 't')).toBe(1.2345);
  });
});

describe('a unit or a title', () => {
  test.each([
    ['can only be a unit', isKnownUnit, '人、件、棟、枚、部、店、種類、団体、地区、世帯、か所、%', '女性、A'],
    ['counts things', isCountedUnit, '人、千人、事業所', '、%、円'],
    [
      'is of a difference',
      (title: string) => !isNegativeCount(-1, '人', title),
      '人口の増減、転入増数、減数、純移動、体重の変化、収支、男女の差、黒字額の割合、比べた利用者の割合',
      '人口、受診率、黒字企業の割合、格差を感じる人の割合（成人）、差押、交差点',
    ],
  ])('%s', (_what, is, some, others) => {
    expect(some.split('、').filter((one) => !is(one))).toEqual([]);
    expect(others.split('、').filter(is)).toEqual([]);
  });

  test('has an end of its scale only at 0 or at all', () => {
    expect(findScaleEnd(50, '%', '受診率')).toBeNull();
    expect(findScaleEnd(10, '割', '受診率')).toBe('high');
    expect(findScaleEnd(100, '%', '黒字企業の割合')).toBe('high');
  });
});
