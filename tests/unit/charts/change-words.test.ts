import { describe, expect, test } from 'vitest';
import { createMadeUpIndicator } from '../../../examples/design/made-up-indicator.ts';
import {
  describeInterimResult,
  explainMinus,
  explainYearlyChange,
  formatTargetDistance,
  formatYearlyChange,
  labelValue,
  listTargetFigures,
  listTargetValues,
  nameTarget,
} from '../../../src/charts/change-words.ts';
import { EXAMPLE_SITE } from '../../support/example-site.ts';
import { openSharedSite } from '../../support/shared-sites.ts';

const town = openSharedSite(EXAMPLE_SITE);
const find = (id: string) => {
  const indicator = town.indicators.find((one) => one.id === id);
  if (!indicator) throw new Error(`no indicator ${id}`);
  return indicator;
};
const madeUp = (unit: string, from: number, to: number, direction: 'increase' | 'decrease' = 'increase') =>
  createMadeUpIndicator({ unit, direction, baseline: [2022, from], target: [2028, to] }).indicator;

describe('the distance to the target', () => {
  test.each([
    ['件', 59, 90, 'increase', '+31件'],
    ['%', 97.4, 98, 'increase', '+0.6ポイント'],
    ['百万円', -120, -180, 'decrease', '−60百万円'],
    ['指数', 100, 114.3, 'increase', '+14.3'],
  ] as const)('in %s from %d to %d (%s) is %s', (unit, from, to, direction, words) => {
    expect(formatTargetDistance(madeUp(unit, from, to, direction))).toBe(words);
  });

  test('is not shown if the baseline meets the target: −0.2 would read as a decrease to make', () => {
    expect(find('mihon-sogo/same-day-answers')).toMatchObject({ baseline: { value: 95.2 }, target: { value: 95 } });
    expect(formatTargetDistance(find('mihon-sogo/same-day-answers'))).toBeNull();
    const indicator = find('mihon-sogo/sns-followers');
    const everyYear = { ...indicator.target, text: '毎年度20千人' };
    expect(formatTargetDistance({ ...indicator, target: everyYear })).toBeNull();
  });

  test('is shown if the plan contradicts itself about the better way, and if the value should stay', () => {
    const target = { comparator: '<=' as const, text: '90件以下' };
    const contradicted = madeUp('件', 59, 90, 'increase');
    expect(formatTargetDistance({ ...contradicted, target: { ...contradicted.target, ...target } })).toBe('+31件');
    expect(formatTargetDistance({ ...contradicted, direction: 'maintain' })).toBe('+31件');
  });

  test('is in the unit that the plan prints, not in that of the data', () => {
    expect(find('mihon-sogo/sns-followers')).toMatchObject({ unit: '人', target: { value: 20_000, text: '20千人' } });
    expect(formatTargetDistance(find('mihon-sogo/sns-followers'))).toBe('+8千人');
  });

  test('is in the unit of the data if the plan prints two units', () => {
    const indicator = find('mihon-sogo/sns-followers');
    const target = { ...indicator.target, text: '2万人' };
    expect(formatTargetDistance({ ...indicator, target })).toBe('+8,000人');
  });

  test('is unknown without two different values', () => {
    expect(formatTargetDistance(madeUp('%', 98, 98))).toBeNull();
    expect(formatTargetDistance(find('mihon-sogo/short-visits'))).toBeNull();
  });
});

describe('the yearly step', () => {
  test('has two significant digits', () => {
    expect(formatYearlyChange(madeUp('人', 5587, 7000))).toBe('現状値から平均で1年に約240人の増加');
    expect(formatYearlyChange(madeUp('%', 97.4, 98))).toBe('現状値から平均で1年に約0.1ポイントの増加');
    expect(formatYearlyChange(madeUp('件', 90, 59, 'decrease'))).toBe('現状値から平均で1年に約5.2件の減少');
  });

  test('is explained by its values', () => {
    expect(explainYearlyChange(madeUp('件', 59, 90))).toBe(
      '目標に届くには、令和4年度の現状値から平均で1年に約5.2件の増加が必要です（令和10年度の目標値との差を、6年で割りました。年度などは、終わりの日で数えます）。',
    );
    expect(explainYearlyChange(find('mihon-sogo/sns-followers'))).toContain('令和7年度末の実績から平均で1年に');
  });

  test.each([
    ['2028-03-30', '0.003'],
    ['2027-12-31', '0.249'],
    ['2027-02-28', '1.1'],
  ])('from the last day %s is divided by %s years, never by 0', (end, years) => {
    const indicator = madeUp('件', 59, 90);
    const baseline = { ...indicator.baseline, period: { ...indicator.baseline.period, end } };
    const target = { ...indicator.target, period: { ...indicator.target.period, end: '2028-03-31' } };
    expect(explainYearlyChange({ ...indicator, baseline, target })).toContain(`との差を、${years}年で割りました`);
  });

  test('is unknown if too few answered in the survey', () => {
    expect(find('mihon-sogo/known-news').progress.reason).toBe('small-sample');
    expect(explainYearlyChange(find('mihon-sogo/known-news'))).toBeNull();
  });

  test('is missing if the plan has ended: nobody works towards its targets any more', () => {
    const ended = find('mihon-minato/accidents');
    expect(ended.planState).toBe('ended');
    expect(explainYearlyChange({ ...ended, planState: 'ongoing' })).toContain('1年に約3.5件の減少');
    expect(formatYearlyChange(ended)).toBeNull();
    expect(explainYearlyChange(ended)).toBeNull();
  });

  test('is unknown if the target is met', () => {
    expect(explainYearlyChange(find('mihon-sogo/plain-words'))).toBeNull();
  });
});

test.each([
  ['mihon-sogo/wait-time', '目標値（令和9年度）'],
  ['mihon-sogo/answers-published', '目標値'],
])('the label of the target of %s is %s', (id, label) => {
  expect(labelValue('目標値', find(id).target)).toBe(label);
});

test.each(['5分', '５分'])('the label of the number %s says that its period is unknown', (text) => {
  const { period } = find('mihon-sogo/wait-time').target;
  expect(labelValue('目標値', { text, period: { ...period, text: '' } })).toBe('目標値（時点不明）');
});

test('the values of a row are as the plan prints them, with their periods', () => {
  expect(listTargetValues(find('mihon-sogo/sns-followers'))).toEqual([
    '現状値 12千人（令和4年度末）',
    '実績 17.0千人（令和7年度末、速報）',
    '目標値 20千人（令和9年度末）',
  ]);
  expect(listTargetValues(find('mihon-sogo/answers-published')).at(-1)).toBe('目標値 ―');
});

test('the values of an indicator without a baseline and a target say so', () => {
  const indicator = find('mihon-sogo/answers-published');
  const empty = { text: '', period: { ...indicator.target.period, text: '' } };
  const { baseline, target, ...rest } = indicator;
  const values = { ...rest, baseline: { ...baseline, ...empty }, target: { ...target, ...empty }, latest: null };
  expect(listTargetValues(values)).toEqual(['現状値 記載なし', '目標値 記載なし']);
  expect(listTargetFigures(values)).toEqual([
    { label: '現状値', value: '記載なし' },
    { label: '目標値', value: '記載なし' },
  ]);
});

test('a period that a value names is written once', () => {
  const indicator = find('mihon-sogo/sns-followers');
  const baseline = { ...indicator.baseline, text: '12千人（令和4年度末）' };
  expect(listTargetValues({ ...indicator, baseline })[0]).toBe('現状値 12千人（令和4年度末）');
});

test('the label of a preliminary result says so', () => {
  const [, result] = listTargetFigures(find('mihon-sogo/savings'));
  expect(result?.label).toBe('最新の実績（令和7年度末、速報）');
});

describe('the name of a target', () => {
  const nameTargets = (id: string) =>
    town.targetsOf(id).map((one) => [one.text, nameTarget(find(id), one, town.targetsOf(id))]);

  test('says that a target for the same time is earlier, in the table of indicators or in that of targets', () => {
    expect(nameTargets('mihon-minato/beach-cleanings')).toEqual([
      ['24回', '前の目標値'],
      ['30回', '目標値'],
    ]);
    expect(nameTargets('mihon-sogo/sns-followers')).toContainEqual(['18千人', '前の目標値']);
  });

  test('does not if its day is unknown, or its time is another', () => {
    const { indicator, targets } = createMadeUpIndicator({
      baseline: [2022, 40],
      target: [2030, 80],
      interim: [[2026, 60]],
    });
    const [other] = targets.map((one) => ({ ...one, kind: 'final' as const, set: '2020-04-01' }));
    if (!other) throw new Error('no target');
    expect(nameTarget(indicator, other, targets)).toBe('別に設定された目標値');
    const unknown = { ...other, set: null, period: indicator.target.period };
    expect(nameTarget(indicator, unknown, targets)).toBe('別に設定された目標値');
    expect(nameTarget(indicator, { ...unknown, set: '2020-04-01' }, targets)).toBe('前の目標値');
  });
});

describe('the result at the time of an interim target', () => {
  const plan = town.plan('mihon-sogo');
  /** Without the interim target that was revised: pages describe only the one that counts. */
  const listTargets = (id: string) => town.targetsOf(id).filter(({ text }) => text !== '16分以下');
  const describeResult = (id: string, change = {}, results = town.observationsOf(id)) =>
    listTargets(id).map((target) => describeInterimResult(find(id), { ...target, ...change }, results, plan));

  test('says if it meets the target, and if that is provisional', () => {
    expect(describeResult('mihon-sogo/wait-time')).toEqual(['', '届いていません（実績 22分）']);
    expect(describeResult('mihon-sogo/sns-followers')).toContain('速報では、届きました（実績 17.0千人）');
  });

  test('says nothing without a number at that time of the whole municipality, or if the target is not clear', () => {
    const id = 'mihon-sogo/wait-time';
    const results = town.observationsOf(id);
    const inZone = results.map((one) => ({ ...one, zone: 'mihon/hill' }));
    expect(describeResult(id, {}, inZone)).toEqual(['', '']);
    expect(describeResult(id, {}, results.slice(0, -1))).toEqual(['', '']);
    expect(
      describeResult(
        id,
        {},
        results.map((one) => ({ ...one, sample: 1 })),
      ),
    ).toEqual(['', '']);
    expect(describeResult(id, { value: null, comparator: null, text: '短くする' })).toEqual(['', '']);
    expect(describeResult(id, { comparator: 'about', text: '18分程度' })).toEqual(['', '']);
  });

  test('says nothing if results are counted in another way', () => {
    const [, interim] = listTargets('mihon-sogo/wait-time');
    const indicator = find('mihon-sogo/wait-time');
    const state = 'definition-changed' as const;
    const results = town.observationsOf(indicator.id);
    expect(interim && describeInterimResult({ ...indicator, state }, interim, results, plan)).toBe('');
  });
});

test('a triangle before a number is a minus, no other one', () => {
  const explain = (...texts: readonly string[]) => explainMinus(texts.map((text) => ({ text })));
  expect(explain('50百万円', '▲120百万円', '▲3')).toBe('▲はマイナスです。');
  expect(explain('△ 3.2', '▲1')).toBe('△と▲はマイナスです。');
  expect(explain('−3', '▲', '△川')).toBe('');
});
