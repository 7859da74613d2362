import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addPrintedUnit,
  addPrintedUnits,
  findBracketedUnit,
  removeBracketedUnits,
} from '../../../src/notation/printed-unit.ts';
import { readQuantity } from '../../../src/notation/quantity.ts';

describe('a value as printed', () => {
  test.each([
    ['45', '人', '45人'],
    ['1,234', '世帯', '1,234世帯'],
    ['４５', '人', '４５人'],
    ['▲3.2', '百万円', '▲3.2百万円'],
    ['約45', '人', '約45人'],
    ['45程度', '人', '45人程度'],
    ['83.1（R4年度）', '%', '83.1%（R4年度）'],
    ['令和4年度:45', '人', '令和4年度:45人'],
    ['45※1', '人', '45人※1'],
    ['4万7,660', '人', '4万7,660人'],
    ['+10', '人', '+10人'],
    ['12.5', '件/年', '12.5件/年'],
    ['45', '人（延べ）', '45人（延べ）'],
    ['100以上', '人', '100人以上'],
    ['4以上', '点（5点満点）', '4点（5点満点）以上'],
    ['60～70', '%', '60～70%'],
    ['増加', '%', '増加'],
    ['3', '年度', '3年度'],
    ['12', '以下', '12（以下）'],
    ['5', '5人', '5（5人）'],
  ])('%s in %s is shown as %s', (text, unit, shown) => {
    expect(addPrintedUnit(text, unit)).toBe(shown);
  });

  test.each([
    ['45人', '人'],
    ['12千人', '人'],
    ['－', '人'],
    ['集計中', '人'],
    ['114.3', '指数'],
    ['114.3', '指数（令和2年＝100）'],
    ['23校（45%）', '校'],
    ['45', ''],
    ['ゼロ', ''],
  ])('%s in "%s" stays as it is', (text, unit) => {
    expect(addPrintedUnit(text, unit)).toBe(text);
  });

  test.each([
    ['100以上', '人', '100人以上'],
    ['40～60', '%', '40～60%'],
    ['95を維持', '%', '95%を維持'],
    ['増加', '%', '増加'],
  ])('the target %s in %s is shown as %s', (text, unit, shown) => {
    expect(addPrintedUnit(text, unit, 'target')).toBe(shown);
  });

  test('is always read as the same number', () => {
    const numbers = fc.integer({ min: -99_999, max: 99_999 }).map((number) => String(number / 10));
    fc.assert(
      fc.property(numbers, fc.constantFrom('人', '%', '千円', '件/年', '㎥', 'か所', 'mGAP', '部/月'), (text, unit) => {
        const [bare, shown] = [readQuantity(text), readQuantity(addPrintedUnit(text, unit))];
        expect(shown.ok && shown.value.value).toBe(bare.ok && bare.value.value);
      }),
    );
  });
});

test('the values of an indicator have its unit, and 記載なし instead of a missing one', () => {
  const indicator = { unit: '人', baseline: { text: '' }, target: { text: '100以上' }, latest: { text: '80' } };
  expect(addPrintedUnits(indicator)).toEqual({
    unit: '人',
    baseline: { text: '記載なし' },
    target: { text: '100人以上' },
    latest: { text: '80人' },
  });
  const bare = { ...indicator, baseline: { text: '70' }, target: { text: '' }, latest: null };
  expect(addPrintedUnits(bare)).toMatchObject({
    baseline: { text: '70人' },
    target: { text: '記載なし' },
    latest: null,
  });
});

test('a unit in brackets is no part of a heading, but its word for the counting is', () => {
  expect(removeBracketedUnits('目標値（単位：人）')).toBe('目標値');
  expect(removeBracketedUnits('目標値（単位：人・累計）')).toBe('目標値（単位：人・累計）');
});

test.each([
  ['精密検査受診率（％）', '％'],
  ['年間観光入込客数（万人）', '万人'],
  ['年間観光入込客数 (単位：人)', '人'],
  ['健康寿命（男性）［歳］', '歳'],
  ['利用者数（単位：人日）', '人日'],
  ['満足度（％）（市民意識調査）', '％'],
  ['現状値（千円） 令和4年度', '千円'],
  ['来場者（人）の満足度', ''],
  ['講座の参加者数（累計）', ''],
  ['合計特殊出生率', ''],
  ['図書館の利用者数（年）', ''],
  ['バス利用者数（日）', ''],
  ['平均在院日数（日）', '日'],
  ['健康寿命（年）', '年'],
  ['（％）', ''],
  ['利用者数（単位：年）', '年'],
  ['健診（人）の受診率（％）', '％'],
  ['会員数 （人）', '人'],
  ['移住者数（人・累計）', '人'],
  ['移住者数（累計・人）', '人'],
  ['移住者数（単位：人・累計）', '人'],
  ['移住者数（単位：延べ、人）', '人'],
  ['会員数（延べ人数：人）', '人'],
  ['会員数（年間：千人）', '千人'],
  ['会員数（市内：人）', ''],
  ['移住者数（延べ、千人）（市民課）', '千人'],
  ['利用者数（年・平均）', ''],
  ['待機児童がいる所（学校・園）', ''],
  ['利用者数（人・日）', ''],
  ['利用者数（人・市民）', ''],
])('the unit in the brackets of %s is “%s”', (title, unit) => {
  expect(findBracketedUnit(title)).toBe(unit);
});
