import { describe, expect, test } from 'vitest';
import {
  chooseNoun,
  chooseVerbs,
  classifyMovement,
  countYearsBetween,
  explainComparison,
  explainSame,
  formatReadable,
  formatTime,
  formatValue,
  chooseTimeFormat,
  nameSubject,
  splitFinding,
  type FindingSubject,
} from '../../../src/site-data/statistic-words.ts';
import { openSharedSite } from '../../support/shared-sites.ts';
import { REPOSITORY_FOLDER } from '../../support/source-modules.ts';

describe('the movement of a value', () => {
  test.each([
    ['same', 100, 101, '人'],
    ['up', 100, 102, '人'],
    ['same', 0.99, 0.99, '指数'],
    ['up', 0.99, 1, '指数'],
    ['same', 1, 1.01, '指数'],
    ['same', 0, 0, '人'],
    ['up', 0, 1, '人'],
    ['same', 1, 1.1, '%'],
    ['down', 1.2, 1, '%'],
    ['same', 0, 0.1, '%'],
    ['up', 0, 0.2, '%'],
    ['down', -2, -3, '%'],
    ['same', 90.4, 91.3, '%'],
    ['same', 1, 1.1, '％'],
    ['same', 2.9, 2.929, '指数'],
  ])('is %s from %d to %d %s', (movement, first, last, unit) => {
    expect(classifyMovement(first, last, unit)).toBe(movement);
  });
});

const count: FindingSubject = { title: '人口', unit: '人', comparison: 'value' };

test.each<[Partial<FindingSubject>, string]>([
  [{}, '増え 増えました 減り 減りました'],
  [{ unit: '％' }, '上がり 上がりました 下がり 下がりました'],
  ...[{ unit: '‰' }, { title: '平均年齢', unit: '歳' }, { title: '合計特殊出生率（推定）' }, { title: '人口密度' }].map(
    (given): [Partial<FindingSubject>, string] => [given, '上がり 上がりました 下がり 下がりました'],
  ),
  [{ title: '国勢調査 15歳未満人口' }, '増え 増えました 減り 減りました'],
  [{ comparison: 'share' }, '上がり 上がりました 下がり 下がりました'],
  [{ title: '将来推計人口' }, '増え 増えると推計されています 減り 減ると推計されています'],
])('the verbs of %o are %s', (given, words) => {
  const { up, down } = chooseVerbs({ ...count, ...given });
  expect([up, down].flatMap(({ joined, ended }) => [joined, ended]).join(' ')).toBe(words);
});

test('the name of a subject says what its values are', () => {
  const names = (['value', 'per-person', 'share'] as const).map((comparison) => nameSubject({ ...count, comparison }));
  expect(names).toEqual(['人口', '1人あたりの人口', '人口のおおよその割合']);
});

test('the reason for a comparison names differences in size only if there are several municipalities', () => {
  const { municipalities } = openSharedSite(REPOSITORY_FOLDER);
  const explain = (cities: number) =>
    (['index', 'per-person', 'share', 'value', 'none'] as const).map((comparison) =>
      explainComparison({ municipalities: municipalities.slice(0, cities) }, { ...count, comparison }),
    );
  expect(explain(2)[1]).toBe('人口の大きさがちがうので、図では1人あたりの値にしてくらべます。');
  expect(explain(1)).toEqual([
    '図では、値のそろうはじめの年を100とした値で変わり方を示します。',
    '図では1人あたりの値にして示します。',
    '図では全体の中の割合にして示します。',
    '割合や指数などの値なので、そのままくらべられます。',
    '',
  ]);
});

test.each([
  ['市', ['甲市', '府中市（東京都）']],
  ['市区町村', ['甲市', '乙町']],
  ['市区町村', ['市川町', '甲市']],
])('the noun is %s for %o', (noun, titles) => {
  expect(chooseNoun(titles)).toBe(noun);
});

test.each([
  ['平成17年度', '2005-04-01', '2006-03-31', '2005年度'],
  ['2006.3.31', '2006-03-31', '2006-03-31', '2006年3月31日'],
  ['2005年', '2005-01-01', '2005-12-31', '2005年'],
  ['2013年度～2015年度', '2013-04-01', '2016-03-31', '2013年度～2015年度'],
  ['2005年10月～2006年3月', '2005-10-01', '2006-03-31', '2005年10月～2006年3月'],
  ['随時', null, null, '随時'],
])('the time %s from %s to %s is shown as %s', (text, start, end, shown) => {
  expect(formatTime({ text, start, end })).toBe(shown);
});

test.each([
  [164_471_229, '千円', '約1,645億円'],
  [9_094_992, '千円', '約90.95億円'],
  [164_500_000, '千円', '1,645億円'],
  [-120_000, '千円', '−1.2億円'],
  [1234, '千円', '123.4万円'],
  [12_345, '千円', '約1,235万円'],
  [9, '千円', '9,000円'],
  [0, '千円', '0円'],
  [1_644_712, '百万円', '約1.645兆円'],
  [1645, '億円', '1,645億円'],
  [435_302, '人', '435,302人'],
])('%f %s is %s in text', (value, unit, words) => {
  expect(formatReadable({ value, text: String(value) }, unit)).toBe(words);
});

test('算定なし is no amount', () => {
  expect(formatReadable({ value: null, text: '' }, '千円')).toBe('');
});

test('a time of several years is not shown as its first year', () => {
  const time = { text: '2018年～2022年', start: '2018-01-01', end: '2022-12-31' };
  expect(chooseTimeFormat([])(time)).toBe('2018年～2022年');
});

test.each([
  ['2006.3.31', '2006-03-31', '2006年'],
  ['随時', null, '随時'],
])('the year of a value of the day %s is shown as %s', (text, day, shown) => {
  expect(chooseTimeFormat([])({ text, start: day, end: day })).toBe(shown);
});

test.each([
  [null, '', ''],
  [102, '102.0%', '102.0%'],
  [102, '１０２．０', '102.0%'],
  [102, '102.0 ％', '102.0%'],
  [102.5, '', '102.5%'],
  [102.5, '1025.0‰', '102.5%'],
])('the value %s that is published as “%s” is shown as “%s”', (value, text, shown) => {
  expect(formatValue({ value, text }, '%')).toBe(shown);
});

test('ほぼ同じ is explained if sentences have these words', () => {
  const text = '甲市で減りました。乙市はほぼ同じです';
  expect(explainSame(text, '人')).toBe('1%までのちがいは「ほぼ同じ」です。');
  expect(explainSame(text, '%')).toBe('1%か、0.1ポイントまでのちがいは「ほぼ同じ」です。');
  expect(explainSame('甲市で減りました', '人')).toBe('');
});

test('years are counted between the years of two times', () => {
  const [from, to] = ['2019-04-01', '2024-04-01'].map((day) => ({ text: day, start: day, end: day }));
  expect(from && to && countYearsBetween(from, to)).toBe(5);
});

describe('the heading of a finding', () => {
  test.each([
    ['5市とも上がりました', '5市とも上がりました', ''],
    ['甲市だけです。ほかは同じです。乙市は算定なしです', '甲市だけです', 'ほかは同じです。乙市は算定なしです。'],
  ])('of “%s” is its first sentence', (finding, headline, rest) => {
    expect(splitFinding(finding)).toEqual({ headline, rest });
  });
});
