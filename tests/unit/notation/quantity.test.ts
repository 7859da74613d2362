import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { messageCatalogue } from '../../../src/diagnostics/catalogue/message-catalogue.ts';
import { composeSentences } from '../../../src/diagnostics/diagnostic.ts';
import { readQuantity } from '../../../src/notation/quantity.ts';
import { readTarget } from '../../../src/notation/target.ts';
import { missingReasons } from '../../../src/notation/value-expressions.ts';
import { anyText, widenText } from './arbitrary-notations.ts';

/** Returns value and unit as one text (`5587 人`), `-` if there is no value, or the code of the issue. */
function figure(text: string): string {
  const found = readQuantity(text);
  if (!found.ok) return found.issue.code;
  return found.value.value === null ? '-' : `${found.value.value} ${found.value.unit}`.trim();
}

function warnings(text: string): string[] {
  const found = readQuantity(text);
  return found.ok ? found.warnings.map(({ code }) => code) : [];
}

/** Returns the texts that a message quotes. */
function quoted(text: string): unknown {
  const found = readQuantity(text);
  return found.ok ? found.warnings[0]?.values : found.issue.values;
}

describe('readQuantity', () => {
  test.each([
    ['16', '16'],
    ['5,587人', '5587 人'],
    ['1276人', '1276 人'],
    ['４，５８７人', '4587 人'],
    ['97.4%', '97.4 %'],
    ['▲3.2', '-3.2'],
    ['△ 54,317', '-54317'],
    ['-17.6', '-17.6'],
    ['−17.6', '-17.6'],
    ['マイナス1ポイント', '-1 ポイント'],
    ['▲0.0', '0'],
    ['2億396万円', '203960000 円'],
    ['4万7,660人', '47660 人'],
    ['51万5千人', '515000 人'],
    ['1億2千万円', '120000000 円'],
    ['154千人', '154 千人'],
    ['18.8万人', '18.8 万人'],
    ['三十人', '30 人'],
    ['ゼロ件', '0 件'],
    ['10件/年', '10 件/年'],
    ['年間10件', '10 件/年'],
    ['月1回', '1 回/月'],
    ['1人1日当たり611g', '611 g/人1日'],
    ['10万人当たり12.3人', '12.3 人/10万人'],
    ['445,131/百万円', '445131 百万円'],
    ['2時間30分', '150 分'],
    ['3分20秒', '200 秒'],
    ['100㎡', '100 ㎡'],
    ['100m²', '100 m²'],
    ['28万人*10', '28 万人'],
    ['28万人²', '28 万人'],
    ['28.6%※1', '28.6 %'],
    ['延べ1,200人', '1200 人'],
    ['59件（累計）', '59 件'],
  ])('reads %s as %s', (text, expected) => {
    expect(figure(text)).toBe(expected);
    expect(warnings(text)).toEqual([]);
  });

  test('never reads brackets as a minus', () => {
    expect(figure('（3,108人）')).toBe('3108 人');
    expect(figure('((5人))')).toBe('5 人');
  });

  test.each(['(800)', '（1,234）', '(0.5)', ' (12) '])(
    'names both readings of %s, which accounts write for a minus',
    (text) => {
      expect(figure(text)).toBe('-');
      expect(warnings(text)).toEqual(['two-readings']);
    },
  );

  test.each(['(0)', '(12人)', '(6.86%)', '12(34)'])('reads %s as no minus', (text) => {
    expect(warnings(text)).not.toContain('two-readings');
  });

  test('keeps text and unit as they were typed', () => {
    const found = readQuantity(' １２３⼈（㍻30年） ');
    expect(found).toMatchObject({
      ok: true,
      value: { text: ' １２３⼈（㍻30年） ', value: 123, unit: '⼈', period: { text: '㍻30年' } },
    });
  });

  test.each([
    '83.1%(2015年)',
    '83.1% 2015年',
    '2015年:83.1%',
    '平成27年：83.1％',
    '83.1％（平成27年）',
    '平成27年は83.1%',
  ])('finds the period in %s', (text) => {
    expect(figure(text)).toMatch(/^83\.1 [%％]$/);
    expect(readQuantity(text)).toMatchObject({
      value: { period: { start: '2015-01-01', end: '2015-12-31' } },
    });
  });

  test('reads the value and leaves the period open if it is not sure', () => {
    expect(figure('95.5%(R2)')).toBe('95.5 %');
    expect(warnings('95.5%(R2)')).toEqual(['year-or-fiscal-year']);
    expect(warnings('974人(28年度)')).toEqual(['no-era']);
    expect(warnings('5% (令和4年度) (令和5年度)')).toEqual(['two-readings']);
    expect(warnings('5% (令和4年4月) (令和4年度)')).toEqual(['two-readings']);
    expect(warnings('5% (令和5年3月) (令和4年度)')).toEqual(['two-readings']);
    expect(warnings('5% (令和4年度末) (令和5年3月31日)')).toEqual([]);
  });

  test('takes the period with days beside one in words', () => {
    const found = readQuantity('5% (随時) (令和4年度)');
    expect(found.ok && found.value.period).toEqual({ text: '令和4年度', start: '2022-04-01', end: '2023-03-31' });
    expect(warnings('5% (随時) (令和4年度)')).toEqual([]);
  });

  test('takes a period in words', () => {
    const found = readQuantity('10件（随時）');
    expect(found.ok && found.value.period).toEqual({ text: '随時', start: null, end: null });
  });

  test.each(['10人（）', '10（※1）人'])('takes no period and no number from the brackets of %s', (text) => {
    expect(readQuantity(text)).toMatchObject({ value: { value: 10, unit: '人', period: null }, warnings: [] });
  });

  test('warns of a note in words behind a value, and of a bound before it', () => {
    expect(quoted('26.4% ※見込みを含む')).toEqual({ value: '26.4% ※見込みを含む', part: '見込みを含む' });
    expect(quoted('（以上）80%')).toEqual({ value: '（以上）80%', part: '以上' });
  });

  test('refuses an impossible date beside a value', () => {
    expect(figure('5,587人(令和5年13月時点)')).toBe('impossible-date');
  });

  test('warns of a second number instead of adding it', () => {
    expect(figure('91人(7%)')).toBe('91 人');
    expect(quoted('91人(7%)')).toEqual({ value: '91人(7%)', part: '7%' });
    expect(warnings('1.56 (全国16位)')).toEqual(['companion-not-read']);
  });

  test.each(['約53%', '53%程度', '概ね53%', '53%前後', '53%弱'])('calls %s approximate', (text) => {
    expect(readQuantity(text)).toMatchObject({ value: { value: 53, unit: '%', approximate: true } });
  });

  test.each([
    ['', 'empty'],
    ['　', 'empty'],
    ['－', 'none'],
    ['―', 'none'],
    ['---', 'none'],
    ['ー', 'none'],
    ['…', 'not-available'],
    ['不明', 'not-available'],
    ['集計中', 'not-yet'],
    ['調査中', 'not-yet'],
    ['今後算定', 'not-yet'],
    ['集計中（令和6年度）', 'not-yet'],
    ['未調査', 'not-surveyed'],
    ['―（未調査）', 'not-surveyed'],
    ['－（令和5年度は調査なし）', 'not-surveyed'],
    ['－（R5は未実施）', 'not-carried-out'],
    ['－(未実施のため)', 'not-carried-out'],
    ['― (R6.8公表予定)', 'not-yet'],
    ['該当なし', 'not-applicable'],
    ['X', 'withheld'],
    ['秘匿', 'withheld'],
    ['未定', 'undecided'],
    ['(記載なし)', 'not-stated'],
  ] as const)('knows what 「%s」 says is missing: %s', (text, missing) => {
    expect(readQuantity(text)).toMatchObject({ value: { value: null, missing }, warnings: [] });
    expect(missingReasons).toHaveProperty(missing);
  });

  test('keeps the unit after a mark', () => {
    expect(readQuantity('― %')).toMatchObject({ value: { missing: 'none', unit: '%' } });
  });

  test('warns that なし is not clear', () => {
    expect(warnings('なし')).toEqual(['unclear-none']);
    expect(readQuantity('なし')).toMatchObject({ value: { missing: null } });
  });

  test.each(['－（なし）', '－（単位変更）', '－（コロナのため）'])('knows no reason beside the mark of %s', (text) => {
    expect(readQuantity(text)).toMatchObject({ value: { missing: 'none' } });
    expect(warnings(text)).toEqual(['companion-not-read']);
  });

  test('takes no reason for a missing value from a longer text', () => {
    expect(readQuantity('特に記載なし')).toMatchObject({ value: { missing: null } });
    expect(readQuantity('日程は未定')).toMatchObject({ ok: false });
  });

  test.each([
    '76万1.366世帯',
    '4億3,0000万円',
    '12,34人',
    '5.',
    '29/35市町村',
    '男性 28.6% 女性 24.6%',
    '40～60%',
    '100人以上',
    '全国1位',
    '100人増',
    'H25:16,904人 ⇒ H29:18,493人',
    '令和8年度',
    '策定済',
    '99999999999999999999人',
  ])('keeps %s as text', (text) => {
    expect(figure(text)).toBe('-');
    expect(warnings(text)).toContain('kept-as-text');
  });

  test.each(['廃止', '終了（令和7年度）'])('advises to end the indicator instead of the result %s', (text) => {
    const found = readQuantity(text);
    const hints = found.ok ? found.warnings.map((issue) => composeSentences(issue).hint) : [];
    expect(hints.join('')).toContain('indicators.csv の状態を「終了」');
  });

  test.each([
    ['1.6%増', '1.6ポイント増', 'もとの値の1.6%増'],
    ['20%減', '20ポイント減', 'もとの値の20%減'],
    ['4・5歳', '4.5歳', '4歳、5歳'],
    ['5・100人', '5.100人', '5人、100人'],
    ['76人の自然減', '▲76人', '76人'],
  ])('names both readings of %s', (text, first, second) => {
    expect(figure(text)).toBe('-');
    expect(quoted(text)).toEqual({ value: text, first, second });
    // The suggested texts must be read without warnings.
    for (const one of [first, second]) expect(warnings(one)).not.toContain('two-readings');
  });

  test.each([
    ['2月1日', '日付か時刻とみられる'],
    ['令和5年10月15日', '時点だけが書かれている'],
    ['2023年 4月 1日', '時点だけが書かれている'],
    ['令和6年3月25日、26日', '数が2つ以上ある'],
    ['2026-02-01', '日付か時刻とみられる'],
    ['2026/2/1', '日付か時刻とみられる'],
    ['Feb-01', '日付か時刻とみられる'],
    ['12:00', '日付か時刻とみられる'],
    ['1:1.5', '分数な'],
    ['3／10校', '分数な'],
    ['79.8歳／83.9歳', '数が2つ以上ある'],
    ['40 39', '数が2つ以上ある'],
    ['100（注）1', '数が2つ以上ある'],
    ['12（延べ）3人', '数が2つ以上ある'],
    ['1,234,56', '数の書き方がくずれている'],
    ['5O人', '数の書き方がくずれている'],
    ['99999999999999999999人', 'けたが多すぎて正確に表せない'],
    ['3位', '順位な'],
    ['130人（目標） ', '目標と書かれている'],
    ['100人（以上）', '数ちょうどではない'],
  ])('says why it keeps %s as text', (text, why) => {
    expect(quoted(text)).toMatchObject({ why });
  });

  test('warns that it read a middle dot as a decimal point', () => {
    expect(figure('1・16泊')).toBe('1.16 泊');
    expect(warnings('1・16泊')).toEqual(['middle-dot']);
  });

  test.each(['たくさん', '①80%', '10³', '3½', '―5', '- 5%', '3か所を回る', '一部', '十分', '(5人', 'abc', '5人ほげ'])(
    'refuses %s',
    (text) => {
      expect(figure(text)).toBe('not-a-quantity');
    },
  );

  test('returns any text unchanged, or an issue whose message quotes it', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const found = readQuantity(text);
        if (found.ok) expect(found.value.text).toBe(text);
        const issues = found.ok ? found.warnings : [found.issue];
        for (const { code, values } of issues) {
          expect(messageCatalogue[code].message(values)).not.toContain('undefined');
          expect(messageCatalogue[code].fix(values)).not.toContain('undefined');
        }
        if (found.ok && found.value.value !== null) expect(found.value.missing).toBeNull();
      }),
    );
  });

  test('reads full and half width alike', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(figure(widenText(text)).normalize('NFKC')).toBe(figure(text).normalize('NFKC'));
        expect(warnings(widenText(text))).toEqual(warnings(text));
      }),
    );
  });
});

test.each([
  ['120人（R6見込130人）', 120],
  ['110（見込）', null],
  ['110人（R7.3見込）', null],
  ['110人（見込、12月1日時点）', null],
])('of the result %s, only its own estimate counts', (text, value) => {
  expect(readQuantity(text, 'result')).toMatchObject({ value: { value } });
});

test.each(['70.1 ↑', '98人↓'])('a value with an arrow is no bound: %s', (text) => {
  expect(quoted(text)).toMatchObject({ why: '増減の矢印がついている' });
});

test.each([
  ['4O.9', 'O', 0],
  ['1O', 'O', 0],
  ['1O0人', 'O', 0],
  ['Ｏ.5%', 'O', 0],
  ['l00人', 'l', 1],
  ['1I人', 'I', 1],
])('the message about %s names the letter %s', (text, letter, digit) => {
  const found = readQuantity(text);
  const [issue] = found.ok ? found.warnings : [found.issue];
  expect(issue && composeSentences(issue).hint).toContain(`英字の「${letter}」は、数字の ${digit} ではありませんか。`);
});

test.each([
  ['※2109', '※'],
  ['109²', '²'],
  ['¹²³', '¹²³'],
  ['†109', '†'],
  ['109①', '①'],
])('%s is no value, and the advice names the mark of a note', (text, mark) => {
  const [value, target] = [readQuantity(text), readTarget(text)];
  for (const read of [value, target])
    expect(read.ok ? '' : composeSentences(read.issue).hint).toContain(`「${mark}」が注の印なら、消すか、数のうしろに`);
});

test.each(['10m²→20m²', 'たくさん'])('%s has no mark of a note', (text) => {
  const read = readQuantity(text);
  const issue = read.ok ? read.warnings[0] : read.issue;
  expect(issue && composeSentences(issue).hint).not.toContain('注の印');
});

test.each(['男50%、女40%', '道路5km,橋3本', 'たくさん', 'IoT', 'CO2 5t'])(
  'the message about %s names no letter',
  (text) => {
    const found = readQuantity(text);
    const [issue] = found.ok ? found.warnings : [found.issue];
    expect(issue && composeSentences(issue).hint).not.toContain('英字');
  },
);
