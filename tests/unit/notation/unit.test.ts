import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { convertUnit, isSameUnit, getUnitScale } from '../../../src/notation/unit.ts';
import { anyUnit, widenText } from './any.ts';

describe('sameUnit', () => {
  test.each([
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
  ])('folds %s and %s', (a, b) => {
    expect(isSameUnit(a, b)).toBe(true);
  });

  test.each([
    ['人', '件'],
    ['千人', '人'],
    ['人/年', '人/日'],
    ['%', 'ポイント'],
    ['mg', 'Mg'],
    ['A', 'アール'],
  ])('tells %s from %s', (a, b) => {
    expect(isSameUnit(a, b)).toBe(false);
  });

  test('holds for every unit and itself, in full width too', () => {
    fc.assert(
      fc.property(anyUnit, (unit) => {
        expect(isSameUnit(unit, unit)).toBe(true);
        expect(isSameUnit(widenText(unit), unit)).toBe(true);
      }),
    );
  });
});

describe('scaleOf and convert', () => {
  test.each([
    ['千人', '人', 1000],
    ['億円', '円', 1e8],
    ['百万円', '千円', 1000],
    ['円', '億円', 1e-8],
    ['万', '人', 10000],
    ['', '千人', 1],
    ['割', '%', 10],
    ['人/年', '人', 1],
    ['人', '人/年', 1],
  ])('scales %s to %s by %d', (unit, target, scale) => {
    expect(getUnitScale(unit, target)).toBe(scale);
  });

  test.each([
    ['人', '件'],
    ['人/年', '人/日'],
    ['人', ''],
  ])('have no scale from %s to 「%s」', (unit, target) => {
    expect(getUnitScale(unit, target)).toBeNull();
    expect(convertUnit(1, unit, target)).toBeNull();
  });

  test('convert without the errors of a multiplication', () => {
    expect(4.1 * 1e6).not.toBe(4_100_000);
    expect(convertUnit(4.1, '百万円', '円')).toBe(4_100_000);
    expect(convertUnit(69077000, '人', '千人')).toBe(69077);
  });
});
