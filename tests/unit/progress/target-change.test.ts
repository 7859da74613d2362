import { describe, expect, test } from 'vitest';
import type { PreferredDirection } from '../../../src/model/value-lists.ts';
import { readPeriod } from '../../../src/notation/period.ts';
import { readTarget } from '../../../src/notation/target.ts';
import { compareTargets, type DatedTarget } from '../../../src/progress/target-change.ts';

interface IndicatorFacts {
  readonly direction?: PreferredDirection | null;
  readonly unit?: string;
  readonly baseline?: number | null;
}

/** Returns a target as a plan prints it, with its time after `@`. */
function createTarget(
  printed: string,
  { direction = 'increase', unit = '', baseline = 40 }: IndicatorFacts = {},
): DatedTarget {
  const [text = '', time = '令和9年度'] = printed.split('@');
  const [target, period] = [readTarget(text), readPeriod(time)];
  if (!target.ok || !period.ok) throw new Error(`can't read ${printed}`);
  const { value, comparator, low, high } = target.value;
  return {
    title: '架空の指標',
    unit: unit === '' ? target.value.unit : unit,
    direction,
    baseline: { value: baseline },
    target: { value, comparator, low, high, text, period: period.value },
  };
}

const compare = (before: string, after: string, given: IndicatorFacts = {}) =>
  compareTargets(createTarget(before, given), createTarget(after, given));

describe('a target', () => {
  test.each([
    ['80%以上', '70%以上', {}],
    ['80%', '70%', {}],
    ['80%以上', '70%', {}],
    ['80%超', '80%以上', {}],
    ['10分以下', '15分以下', { direction: 'decrease' }],
    ['10分', '15分', { direction: 'decrease' }],
    ['5件未満', '5件以下', { direction: 'decrease' }],
    ['▲50百万円', '▲80百万円', { baseline: -120 }],
    ['0件', '1件', { direction: 'decrease', baseline: 3 }],
    ['40%以上60%以下', '35%以上65%以下', { direction: 'range' }],
    ['40%以上60%以下', '40%以上65%以下', { direction: 'range' }],
    ['80%@令和9年度', '70%@令和12年度', {}],
    ['60人', '50人', { direction: null }],
    ['95%以上', '90%以上', { direction: 'maintain' }],
    ['80%以上', '70%超', {}],
    ['10分以下', '15分未満', { direction: 'decrease' }],
    ['80%@随時', '70%@随時', {}],
    ['毎年度80%以上', '70%以上', {}],
    ['毎年度80%以上', '毎年度70%以上', {}],
  ] as const)('is lowered from %s to %s', (before, after, given) => {
    expect(compare(before, after, given)).toBe('lowered');
    expect(compare(after, before, given)).toBe('raised');
  });

  test.each([
    ['80%以上', '増加', 'words', {}],
    ['増加', '80%', 'words', {}],
    ['現状値以上', '現状値の2割増', 'relative to another value', {}],
    ['80%', '未設定', 'no target any more', {}],
    ['約80%', '60%', '程度 beside a limit', {}],
    ['80%以上', '80%以上90%以下', 'another shape', {}],
    ['40%以上60%以下', '50%以上70%以下', 'moved ends', { direction: 'range' }],
    ['80%@令和9年度', '85%@令和12年度', 'better but later', {}],
    ['80%@令和9年度', '70%@令和7年度', 'worse but earlier', {}],
    ['80%@令和9年度', '80%@令和12年度', 'only later', {}],
    ['80%@令和9年度', '80%@令和7年度', 'only earlier', {}],
    ['80%@随時', '70%@令和9年度', 'a time that was not known', {}],
    ['80%@令和9年度', '85%@随時', 'better, but no longer with a time', {}],
    ['40～60%', '30～60%', 'a lower end against 良い方向', {}],
    ['80%@随時', '85%@令和9年度', 'better, with a time that was not known', {}],
    ['80%@随時', '70%@毎年度', 'other words for the time', {}],
    ['80%以上', '80%以上90%以下', 'a new upper end', { direction: null }],
    ['90%以下', '80%以上90%以下', 'a new lower end', { direction: null }],
    ['80%以上', '90%以下', 'the other side', { direction: null }],
    ['40～60%', '40～70%', 'a range against 良い方向', {}],
    ['100%', '99%', 'a value to stay at', { direction: 'maintain', baseline: null }],
    ['80%以下', '70%以下', 'against 良い方向', {}],
    ['20%UP', '10%UP', 'two readings', {}],
    ['毎年度80%以上', '80%以上', 'the same number, but no longer every year', {}],
    ['100%（各年度）', '100%', 'the same number, but no longer every year', {}],
    ['毎年度80%以上', '90%以上', 'better, but no longer every year', {}],
    ['80%以上', '毎年度70%以上', 'worse, but every year', {}],
    ['30件に増加', '30件に減少', 'the same number, but the other way', { direction: null, baseline: null }],
    ['95%を維持', '95%', 'the same number, but no longer to stay at', { direction: null, baseline: 97 }],
  ] as const)('that changes from %s to %s is only changed: %s', (before, after, _why, given) => {
    expect(compare(before, after, given)).toBe('changed');
  });

  test.each([
    ['80%以上', '８０％以上'],
    ['7,000人', '7000人'],
    ['80%', '80%以上'],
    ['増加', '増加'],
    ['1,500人増', '1500人増'],
    ['20%UP', '２０％ＵＰ'],
    ['約80%', '80%程度'],
    ['40～60%', '40%以上60%以下'],
    ['80%@令和9年度', '80%@2027年度'],
  ])('stays the same from %s to %s', (before, after) => {
    expect(compare(before, after)).toBeNull();
  });

  test('in another unit is the same if the numbers fit, and otherwise only changed', () => {
    const before = createTarget('12千人', { unit: '千人' });
    const printed = createTarget('12,000人', { unit: '人' });
    expect(compareTargets(before, printed)).toBeNull();
    expect(compareTargets(before, createTarget('12人', { unit: '人' }))).toBe('changed');
    expect(compareTargets(createTarget('12', { unit: '千人' }), createTarget('12', { unit: '人' }))).toBe('changed');
    const kept = createTarget('12,000人', { unit: '人', direction: 'maintain' });
    expect(compareTargets(createTarget('12千人', { unit: '千人', direction: 'maintain' }), kept)).toBeNull();
  });
});
