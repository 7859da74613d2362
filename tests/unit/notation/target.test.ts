import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isForEachYear, readTarget, readTargetTendency, type ParsedTarget } from '../../../src/notation/target.ts';
import { anyText, widenText } from './arbitrary-notations.ts';

function target(text: string): ParsedTarget {
  const found = readTarget(text);
  if (!found.ok) throw new Error(`${text}: ${found.issue.code}`);
  return found.value;
}

function warnings(text: string): string[] {
  const found = readTarget(text);
  return found.ok ? found.warnings.map(({ code }) => code) : [found.issue.code];
}

describe('readTarget', () => {
  test.each([
    ['98%', null],
    ['7,000人', null],
    ['0件', null],
    ['80%以上', '>='],
    ['≧80%', '>='],
    ['年間10件以上', '>='],
    ['10件以上/年', '>='],
    ['80%（令和10年度）以上', '>='],
    ['45人以下', '<='],
    ['10日以内', '<='],
    ['0.5%以内', '<='],
    ['10g未満', '<'],
    ['80%超', '>'],
    ['80%を上回る', '>'],
    ['30%程度', 'about'],
    ['約30%', 'about'],
    ['概ね30%', 'about'],
    ['約80%以上', '>='],
    ['80%以上を目指す', '>='],
    ['90%以上維持', '>='],
    ['80% 以上', '>='],
    ['45人\n以下', '<='],
    ['5件 程度', 'about'],
    ['80%以上 を維持', '>='],
  ] as const)('compares %s by %s', (text, comparator) => {
    const { value, comparator: found, low, high } = target(text);
    expect(value).not.toBeNull();
    expect({ found, low, high }).toEqual({ found: comparator, low: null, high: null });
    expect(warnings(text)).toEqual([]);
  });

  test.each([
    ['40%以上60%以下', 40, 60, '%'],
    ['40%以上,60%以下', 40, 60, '%'],
    ['40%以上、60%以下', 40, 60, '%'],
    ['40%以上かつ60%以下', 40, 60, '%'],
    ['40～60%を継続', 40, 60, '%'],
    ['40～60%を確保', 40, 60, '%'],
    ['40～60%', 40, 60, '%'],
    ['40%〜60%', 40, 60, '%'],
    ['40-60%', 40, 60, '%'],
    ['5～6万人', 5, 6, '万人'],
    ['5千～6千人', 5, 6, '千人'],
    ['▲5～▲3', -5, -3, ''],
    ['-5~5%', -5, 5, '%'],
  ])('reads the range %s', (text, low, high, unit) => {
    expect(target(text)).toMatchObject({ value: null, comparator: 'within', low, high, unit });
    expect(warnings(text)).toEqual([]);
  });

  test('warns that it read middle dots in a range as decimal points', () => {
    expect(target('1・16～1・20泊')).toMatchObject({ low: 1.16, high: 1.2, unit: '泊' });
    expect(readTarget('1・16～1・20泊')).toMatchObject({
      warnings: [{ code: 'middle-dot', values: { read: '1.16～1.2' } }],
    });
  });

  test.each([
    '40%以上60%未満',
    '40%超60%以下',
    '40%～60%以下',
    '40%以上～60%',
    '40%を維持～60%',
    '60～40%',
    '80%～',
    '40人～60%',
    '80±5%',
    '5～10%増',
    '1～3位',
  ])('keeps the range %s as text', (text) => {
    expect(target(text)).toMatchObject({ value: null, comparator: null, low: null });
    expect(warnings(text)).toEqual(['kept-as-text']);
  });

  test.each([
    '増加',
    '減少',
    '維持',
    '延伸',
    '設置',
    '増加を目指す',
    '増加 を目指す',
    '現状維持',
    '横ばい',
    '↑',
    '→',
    'アップ',
    '全市町村',
    '計画の策定',
    '健康寿命の延伸',
    '待機児童ゼロ',
  ])('reads the words %s', (text) => {
    expect(target(text)).toMatchObject({ value: null, words: text, comparator: null, missing: null });
    expect(warnings(text)).toEqual([]);
  });

  test.each([
    ['現状値以上', '>='],
    ['前年度以上', '>='],
    ['現状以下', '<='],
    ['現状値を上回る', '>'],
    ['基準値未満', '<'],
    ['現状値より増加', null],
  ] as const)('reads %s against the baseline by %s', (text, comparator) => {
    expect(target(text)).toMatchObject({ value: null, words: text, comparator });
  });

  test.each(['R3年度より増加', '令和3年度の水準を維持', '令和3年度実績を維持', '令和3年度を維持'])(
    'does not take the year of a comparison for that of the target: %s',
    (text) => {
      expect(target(text)).toMatchObject({ value: null, period: null });
    },
  );

  test('reads words in brackets and beside a number', () => {
    expect(target('(増加)').words).toBe('増加');
    expect(target('100%を維持')).toMatchObject({ value: 100, words: 'を維持' });
    expect(target('10％まで減少')).toMatchObject({ value: 10, unit: '％', words: 'まで減少' });
  });

  test.each(['増化', '→100件', 'ほげ', 'すごく増える予感', ')', '①80%'])('refuses %s', (text) => {
    expect(warnings(text)).toEqual(['not-a-target']);
  });

  test.each([
    ['', 'empty'],
    ['―', 'not-set'],
    ['―  %', 'not-set'],
    ['－', 'not-set'],
    ['― %', 'not-set'],
    ['設定しない', 'not-set'],
    ['数値目標は設定しない', 'not-set'],
    ['未定', 'undecided'],
  ])('knows why the value of 「%s」 is missing: %s', (text, missing) => {
    expect(target(text)).toMatchObject({ value: null, missing });
    expect(warnings(text)).toEqual([]);
  });

  test('reads the target after an arrow and warns of the text before it', () => {
    expect(target('61.9%（H27年度）→94%（R3年度）')).toMatchObject({
      text: '61.9%（H27年度）→94%（R3年度）',
      value: 94,
      period: { start: '2021-04-01', end: '2022-03-31' },
    });
    expect(warnings('60%→80%')).toEqual(['companion-not-read']);
    expect(warnings('50人→100件(9人)')).toEqual(['companion-not-read', 'companion-not-read']);
  });

  test('does not warn of 維持 in brackets, which says the direction', () => {
    expect(warnings('95%（維持）')).toEqual([]);
    expect(warnings('95%（前年から維持）')).toEqual(['companion-not-read']);
  });

  test.each([
    '60%→70%→80%',
    '100件→',
    '50件→―',
    '2019年度:300 2020年度:600',
    '全国1位',
    '5ポイント増',
    '500人増加',
    '前年度比5%増',
    '現状の6割から8割まで',
    '1人1台',
    '令和8年度',
    '3位以内',
  ])('keeps %s as text', (text) => {
    expect(target(text)).toMatchObject({ value: null, comparator: null, words: null });
    expect(warnings(text)).toContain('kept-as-text');
  });

  test.each(['(800)', '20%UP', '20% UP', '10%増', '10%　増', '10%削減', '80%↑', 'アップ93.00', '6割から8割まで'])(
    'names both readings of %s',
    (text) => {
      expect(target(text)).toMatchObject({ value: null, comparator: null, words: null });
      expect(warnings(text)).toEqual(['two-readings']);
      const found = readTarget(text);
      const { first, second } = (found.ok ? found.warnings[0]?.values : null) ?? {};
      for (const one of [first, second]) expect(warnings(String(one))).not.toContain('two-readings');
    },
  );

  test('refuses long texts of repeated parts', () => {
    for (const text of ['5%から', '増加', '超5', '1,', '令和4年度～', '('].map((one) => one.repeat(20_000)))
      expect(warnings(text)).toEqual(['not-a-target']);
  });

  test('returns any text unchanged, or an issue that quotes it', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const found = readTarget(text);
        if (!found.ok) return;
        const { value, comparator, low, high, missing } = found.value;
        expect(found.value.text).toBe(text);
        expect(comparator === 'within').toBe(low !== null && high !== null);
        if (missing) expect([value, comparator, low]).toEqual([null, null, null]);
      }),
    );
  });

  test('reads full and half width alike', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(warnings(widenText(text))).toEqual(warnings(text));
        const [wide, plain] = [readTarget(widenText(text)), readTarget(text)];
        if (wide.ok && plain.ok) expect(wide.value.value).toBe(plain.value.value);
      }),
    );
  });
});

test.each([
  [true, ['毎年度4万人以上', '毎年10件', '100%（各年度）', '5件（R5～R9の各年）', '毎年度末に100%']],
  [false, ['年間10件', '10件/年', '各年代で10人', '100人（毎年4月1日現在）', '100人（毎年度の１０月１日）', '毎月1回']],
])('isForEachYear is %s for %j', (expected, texts) => {
  expect(texts.filter(isForEachYear)).toEqual(expected ? texts : []);
});

describe('readTargetTendency', () => {
  test.each([
    ['maintain', 'を維持、を継続、を堅持、をキープ'],
    ['decrease', 'に減少、まで減らす、にダウン、にdown、に低下、に軽減、に縮小、に短縮、に圧縮、に抑える'],
    ['decrease', 'に引き下げ、に引下げ、に収める、にとどめる'],
    ['increase', 'に増加、にアップ、にUP、に向上、に上昇、に拡大、に延伸、に延長、に引き上げ、に引上げ、を確保'],
    [null, '、を達成、を目指す'],
  ])('is %s for 30件%s', (tendency, words) => {
    for (const word of words.split('、')) expect(readTargetTendency(`30件${word}`), word).toBe(tendency);
  });

  test('is unknown without a number', () => {
    expect(['増加', '減少を目指す', '10～20件を維持'].map(readTargetTendency)).toEqual([null, null, null]);
  });
});
