import { describe, expect, test } from 'vitest';
import { compareReleases } from '../../../src/open-data/release-changes.ts';
import { listPresentRows, type ReleasedTables } from '../../../src/open-data/released-tables.ts';
import { type Change, ID_CHANGE_ITEM, PLAN_REPLACEMENT_ITEM } from '../../../src/tables/changes.ts';
import { editFixtureFile } from '../../support/fixture-site.ts';
import { openFixtureSite } from '../../support/shared-sites.ts';

describe('rows of two releases', () => {
  const PLAN_ID = 'mihon-keikaku';
  const now = listPresentRows(openFixtureSite());
  const [plan] = now.plans;
  if (!plan) throw new Error('no plan');
  const withPlans = (...plans: ReleasedTables['plans']) => ({ ...now, plans, nodes: [], indicators: [] });
  const createChange = (item: string, subject: string, before: string): Change => ({
    id: '2026-11-20-1',
    date: '2026-11-20',
    subjects: [subject],
    item,
    before,
    after: '',
    reason: '',
    sources: [],
    kind: null,
  });
  const list = (old: ReleasedTables, present: ReleasedTables, ...changes: Change[]) =>
    compareReleases(old, present, changes).map(({ kind, record, before, after }) => [kind, record, before, after]);

  test('have the present name, municipality and plan of a changed record', () => {
    const nodes = now.nodes.map((one) => (one.id === `${PLAN_ID}/1` ? { ...one, title: '古い名前' } : one));
    const title = now.nodes.find(({ id }) => id === `${PLAN_ID}/1`)?.title;
    expect(compareReleases({ ...now, nodes }, now, [])).toEqual([
      {
        kind: 'renamed',
        record: `${PLAN_ID}/1`,
        title,
        municipality: 'mihon',
        plan: PLAN_ID,
        zone: null,
        period: '',
        before: '古い名前',
        after: title,
        beforeValue: null,
        afterValue: null,
        unit: '',
      },
    ]);
  });

  test('of the records of a plan do not change with its name, which is in their last columns', () => {
    const root = editFixtureFile(`content/plans/${PLAN_ID}/index.mdx`, `title: ${plan.title}`, 'title: 新しい名前');
    const renamed = listPresentRows(openFixtureSite(root));
    expect(list(now, renamed)).toEqual([['renamed', PLAN_ID, plan.title, '新しい名前']]);
  });

  test('name a municipality with another code and name, which its new id does not hide', () => {
    const [town] = now.municipalities;
    const old = {
      ...now,
      municipalities: [{ id: 'mura', municipality: 'mura', municipality_code: '993018', title: '見本村' }],
    };
    expect(
      list(old, { ...now, municipalities: now.municipalities }, createChange(ID_CHANGE_ITEM, 'mihon', 'mura')),
    ).toEqual([
      ['renamed', 'mihon', '見本村', town?.title],
      ['municipality-code-changed', 'mihon', '993018', town?.municipality_code],
    ]);
  });

  test('list municipalities that came or left, also without plans', () => {
    const [town] = now.municipalities;
    if (!town) throw new Error('no town');
    const more = { ...now, municipalities: [town, { ...town, id: 'mura', municipality: 'mura', title: '見本村' }] };
    expect(list(now, more)).toEqual([['added', 'mura', '', '見本村']]);
    expect(list(more, now)).toEqual([['removed', 'mura', '見本村', '']]);
  });

  test('name a municipality that ended, if the release before it has it, with or without that column', () => {
    const [town] = now.municipalities;
    if (!town) throw new Error('no town');
    const withTown = (abolished?: string | null) => ({ ...now, municipalities: [{ ...town, abolished }] });
    const ended = ['ended', 'mihon', '', '2028年4月1日に廃止'];
    expect(list(withTown(null), withTown('2028-04-01'))).toEqual([ended]);
    expect(list(withTown(), withTown('2028-04-01'))).toEqual([ended]);
    expect(list(withTown('2028-04-01'), withTown('2028-04-01'))).toEqual([]);
    expect(list(withTown(), withTown(null))).toEqual([]);
  });

  test('list zones that are new or gone, which belong to no plan', () => {
    const names = now.zones.map(({ id, title }) => [id, title]);
    expect(list({ ...now, zones: [] }, now)).toEqual(names.map(([id, title]) => ['added', id, '', title]));
    expect(list(now, { ...now, zones: [] })).toEqual(names.map(([id, title]) => ['removed', id, title, '']));
    expect(compareReleases({ ...now, zones: [] }, now, []).filter((change) => change.plan !== null)).toEqual([]);
  });

  test('do not list the parts of a plan that only one of them has', () => {
    expect(list(withPlans(), now)).toEqual([['added', PLAN_ID, '', plan.title]]);
    expect(list(now, withPlans())).toEqual([['removed', PLAN_ID, plan.title, '']]);
  });

  test('name the earlier and the new period of a plan, but not one that was unknown or is only written otherwise', () => {
    const withPeriod = (period: string, period_start: string | null, period_end: string | null) =>
      withPlans({ ...plan, period, period_start, period_end });
    const [four, five] = [
      withPeriod('令和4～7年度', '2022-04-01', '2026-03-31'),
      withPeriod('令和4～8年度', '2022-04-01', '2027-03-31'),
    ];
    expect(list(four, five)).toEqual([['plan-period-changed', PLAN_ID, '令和4～7年度', '令和4～8年度']]);
    expect(list(four, withPeriod('2022～2025年度', '2022-04-01', '2026-03-31'))).toEqual([]);
    expect(list(withPeriod('', null, null), five)).toEqual([]);
  });

  test('list the end of a plan once', () => {
    const ended = withPlans({ ...plan, state: 'ended' });
    expect(list(withPlans({ ...plan, state: 'ongoing' }), ended)).toEqual([['ended', PLAN_ID, '実施中', '終了']]);
    expect(list(ended, ended)).toEqual([]);
    expect(list(withPlans(), ended)).toEqual([['added', PLAN_ID, '', plan.title]]);
  });

  test('list a plan that replaces another as one change, and what happened to the other as another', () => {
    const [next, other] = ['next', 'other'].map((id) => ({ ...plan, id, title: id }));
    if (!next || !other) throw new Error('no plans');
    const row = createChange(PLAN_REPLACEMENT_ITEM, 'next', PLAN_ID);
    const [ended, replaced] = [{ ...plan, state: 'ended' as const }, ['replaced', 'next', plan.title, 'next']];
    expect(list(withPlans(plan), withPlans(ended, next, other), row)).toEqual([
      replaced,
      ['added', 'other', '', 'other'],
      ['ended', PLAN_ID, '実施中', '終了'],
    ]);
    const gone = ['removed', PLAN_ID, plan.title, ''];
    expect(list(withPlans(plan), withPlans(next), row)).toEqual([replaced, gone]);
    expect(list(withPlans(ended, next), withPlans(next), row)).toEqual([gone]);
    expect(list(withPlans(ended, next), withPlans(ended, next, other), row)).toEqual([['added', 'other', '', 'other']]);
    // A plan may go on beside the one that replaces it, and end later, when another one replaces that.
    const rows = [row, createChange(PLAN_REPLACEMENT_ITEM, 'other', 'next')];
    const ongoing = withPlans({ ...plan, state: 'ongoing' }, next);
    expect(list(ongoing, withPlans(ended, next, other), ...rows)).toEqual([
      ['replaced', 'other', 'next', 'other'],
      ['ended', PLAN_ID, '実施中', '終了'],
    ]);
  });

  test('name the plan of each change of a plan that both have, and of its rating bands', () => {
    const next = { ...plan, id: 'next', title: '次の計画' };
    const moved = { ...plan, title: '新しい名前', state: 'ended' as const, period_end: '2040-03-31' };
    const limits = { low: 0, high: null, low_included: true, high_included: null, margin: 0, period: '' };
    const withBand = (tables: ReleasedTables, symbol: string): ReleasedTables => ({
      ...tables,
      'rating-bands': [{ ...limits, plan: PLAN_ID, symbol, scale: 'share' }],
    });
    const old = withBand(withPlans({ ...plan, state: 'ongoing' }, { ...plan, id: 'gone' }), 'A');
    const changes = compareReleases(old, withBand(withPlans(moved, next), 'B'), []);
    expect(changes.map(({ kind, record, plan: own }) => [kind, record, own])).toEqual([
      ['added', 'next', null],
      ['renamed', PLAN_ID, PLAN_ID],
      ['removed', 'gone', null],
      ['plan-period-changed', PLAN_ID, PLAN_ID],
      ['ended', PLAN_ID, PLAN_ID],
      ['rating-bands-changed', PLAN_ID, PLAN_ID],
    ]);
  });

  test('follow a new id of a zone, also in results', () => {
    const [zone, result] = [now.zones[0], now.observations[0]];
    if (!zone || !result) throw new Error('no zones or results');
    const withZone = (id: string) => ({
      ...now,
      zones: [{ ...zone, id }],
      observations: [{ ...result, role: 'result' as const, zone: id }],
    });
    expect(
      list(withZone('mihon/old'), withZone('mihon/new'), createChange(ID_CHANGE_ITEM, 'mihon/new', 'mihon/old')),
    ).toEqual([]);
  });

  test('follow a new id of a statistic, also in its values', () => {
    const value = { statistic: '', municipality: 'mihon', value: 1, unit: '%', text: '1', period: '2021年度' };
    const withStatistic = (statistic: string): ReleasedTables => ({
      ...now,
      statistics: [{ id: statistic, title: '借金', unit: '%', definition: '', threshold_value: null }],
      'statistic-values': [{ ...value, statistic, state: 'calculated', start: '2021-04-01', end: '2022-03-31' }],
    });
    expect(list(withStatistic('old'), withStatistic('new'), createChange(ID_CHANGE_ITEM, 'new', 'old'))).toEqual([]);
  });
});
