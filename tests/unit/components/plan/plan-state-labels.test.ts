import { describe, expect, test } from 'vitest';
import {
  describeWork,
  describeEnded,
  describeEndedRecords,
  findSharedState,
  getEnglishStateLabel,
  markEnded,
  nameEnglishPeriod,
} from '../../../../src/components/plan/plan-state-labels.ts';
import type { PlanState } from '../../../../src/model/value-lists.ts';
import { describePlanTime } from '../../../../src/site-data/plan-contents.ts';
import { EXAMPLE_SITE } from '../../../support/example-site.ts';
import { openSharedSite } from '../../../support/shared-sites.ts';

const town = openSharedSite(EXAMPLE_SITE);
const [plan] = town.plans;
const withStates = (...states: readonly PlanState[]) => states.map((planState) => ({ planState }));

describe('the state of the plans of records', () => {
  test.each([
    [withStates(), null, '', ''],
    [withStates('ongoing', 'ongoing'), 'ongoing', '', ''],
    [withStates('ongoing', 'unknown'), null, '', ''],
    [withStates('ended', 'ended'), 'ended', '終了', '（終了）'],
    [withStates('ongoing', 'ended'), null, '一部は終了', '（一部は終了）'],
  ])('%j is %s, in words “%s”', (records, state, words, mark) => {
    expect([findSharedState(records), describeEnded(records), markEnded(records)]).toEqual([state, words, mark]);
  });

  test.each([
    [withStates('ended'), '終わった計画の取組です。今の計画ではありません。'],
    [withStates('unknown', 'ended'), '終わった計画の1つの取組も入っています。'],
    [withStates('ongoing'), ''],
  ])('%j is a sentence before the one about actions', (records, sentence) => {
    expect(describeEndedRecords(records, '取組')).toBe(sentence);
    expect(describeEndedRecords(records, '指標')).toBe(sentence.replace('取組', '指標'));
    expect(describeWork(records, '取組', [])).toBe(
      `${sentence}取組は、計画に書かれた予定です。実際に行われたかどうかは、このサイトにのせていません。公式サイトや担当の課で確かめてください。`,
    );
  });
});

test('the sentence about actions names the results of indicators if there is one', () => {
  const measured = town.indicators.filter(({ latest }) => latest !== null).slice(0, 1);
  const others = town.indicators.filter(({ latest }) => latest === null).slice(0, 1);
  const mark = '（指標の実績は、のせています）';
  expect(describeWork([], '取組', [...others, ...measured])).toContain(`のせていません${mark}。`);
  expect(describeWork([], '取組', others)).not.toContain(mark);
});

describe('the time of a plan', () => {
  if (!plan) throw new Error('the town has no plan');
  const period = '令和5年度';

  test('is its period; if it ended in another year, that is the planned one', () => {
    expect(describePlanTime(town, { ...plan, period, lastYear: null })).toBe('計画の期間：令和5年度');
    expect(describePlanTime(town, { ...plan, period, lastYear: '2020年度' })).toBe(
      '計画の期間：令和5年度、実際は2020年度まで',
    );
  });

  test('names the whole plan whose period it is if the title is only that of a part', () => {
    const whole = { ...plan, title: '第2章', officialTitle: '第5次見本市総合計画', period };
    const name = '計画全体の';
    expect(describePlanTime(town, { ...whole, lastYear: null })).toBe(`${name}期間：令和5年度`);
    expect(describePlanTime(town, { ...whole, lastYear: '2020年度' })).toBe(
      `${name}期間：令和5年度、実際は2020年度まで`,
    );
    expect(nameEnglishPeriod({ ...whole, lastYear: '2020年度' })).toBe('Planned period of the whole plan');
    // The title of the plan is in the official one: 行政経営プラン of 見本市行政経営プラン.
    const own = { ...whole, title: '総合計画', lastYear: null };
    expect([describePlanTime(town, own), nameEnglishPeriod(own)]).toEqual(['計画の期間：令和5年度', 'Period']);
  });

  test('is the last time of its targets if it has no period', () => {
    expect(describePlanTime(town, { ...plan, period: null })).toBe('目標の年度：令和9年度');
    const targetsOf = (id: string) =>
      town.targetsOf(id).map((target) => ({ ...target, period: { ...target.period, text: '毎年度', end: null } }));
    expect(describePlanTime({ ...town, targetsOf }, { ...plan, period: null })).toBe('期間：のせた部分に記載なし');
    expect(describePlanTime(town, { ...plan, id: 'other', period: null })).toBe('期間：のせた部分に記載なし');
  });
});

test('the states have English labels', () => {
  expect((['ongoing', 'ended', 'unknown'] as const).map(getEnglishStateLabel)).toEqual([
    'Ongoing',
    'Ended',
    'State unconfirmed',
  ]);
});
