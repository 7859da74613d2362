import { describe, expect, test } from 'vitest';
import type { ReleaseChange } from '../../../src/model/data-release.ts';
import {
  describeKind,
  describeReleaseChange,
  groupReleaseChanges,
  listLoweredTargets,
  listReleaseChanges,
} from '../../../src/site-data/release-queries.ts';
import { EXAMPLE_SITE } from '../../support/example-site.ts';
import { openSharedSite } from '../../support/shared-sites.ts';

const siteData = openSharedSite(EXAMPLE_SITE);
const [latest] = siteData.releases;

const create = (part: Partial<ReleaseChange> = {}): ReleaseChange => ({
  id: '2026-11-20-r1',
  release: '2026-11-20',
  date: '2026-11-20',
  kind: 'result-added',
  record: 'mihon-sogo/sns',
  title: '登録者数',
  municipality: 'mihon',
  plan: 'mihon-sogo',
  zone: null,
  period: '',
  before: '',
  after: '',
  beforeValue: null,
  afterValue: null,
  unit: '',
  reason: '',
  sources: [],
  ...part,
});

test('changes are grouped by release, the latest first, then by municipality and by kind in the order of the kinds', () => {
  const old = { release: '2025-11-20', date: '2025-11-20' };
  const changes = [
    create({ ...old, id: 'a' }),
    create({ municipality: 'tonari', kind: 'target-lowered', id: 'b' }),
    create({ kind: 'result-added', id: 'c' }),
    create({ kind: 'target-lowered', id: 'd' }),
    create({ kind: 'result-added', id: 'e' }),
  ];
  const present = changes.map((change) => ({ ...change, released: change }));
  expect(groupReleaseChanges(present).map(({ id, changes: own }) => [id, own.map((one) => one.id)])).toEqual([
    ['2026-11-20-mihon-target-lowered', ['d']],
    ['2026-11-20-mihon-result-added', ['c', 'e']],
    ['2026-11-20-tonari-target-lowered', ['b']],
    ['2025-11-20-mihon-result-added', ['a']],
  ]);
});

test('a lowered target is followed by its next change, unless that lowered it too', () => {
  const list = (...kinds: [kind: ReleaseChange['kind'], period?: string][]) =>
    listLoweredTargets(
      kinds.map(([kind, period = ''], index) => {
        const change = create({ kind, period, id: `${index}` });
        return { ...change, released: change };
      }),
    ).map(({ id, next }) => [id, next?.id]);
  expect(list(['target-changed'], ['target-raised'], ['result-added'], ['target-lowered'])).toEqual([['3', '1']]);
  expect(list(['target-lowered'], ['target-lowered'])).toEqual([
    ['0', undefined],
    ['1', undefined],
  ]);
  const [year, next] = ['令和7年度', '令和8年度'];
  expect(
    list(['interim-target-removed', year], ['interim-target-raised', next], ['interim-target-lowered', year]),
  ).toEqual([['2', '0']]);
});

describe('a change in words', () => {
  test.each<[string, Partial<ReleaseChange>, string]>([
    ['both values', { before: '5人', after: '6人' }, '登録者数：5人 → 6人'],
    ['its time', { after: '6人', period: '令和6年度' }, '登録者数（令和6年度）：6人'],
    ['its zone', { after: '6人', zone: 'mihon/coast', period: '令和6年度' }, '登録者数（海の地区、令和6年度）：6人'],
    ['the id of a zone that has left', { after: '6人', zone: 'mihon/gone' }, '登録者数（mihon/gone）：6人'],
    ['no new value', { kind: 'result-removed', before: '5人' }, '登録者数：5人 → なし'],
    ['the reason', { before: '5人', reason: '打ちまちがい' }, '登録者数：5人 → なし。理由：打ちまちがい'],
    ['the name of an added record once', { kind: 'added', after: '登録者数' }, '登録者数'],
    ['the name of a removed record once', { kind: 'removed', before: '登録者数' }, '登録者数'],
    [
      'the reason for another text',
      { kind: 'text-changed', reason: '読みやすくした' },
      '登録者数。理由：読みやすくした',
    ],
  ])('has %s', (_what, part, words) => {
    expect(describeReleaseChange(siteData, create(part))).toBe(words);
  });

  test('has the last name of a zone that has left', () => {
    const changes = [create({ kind: 'removed', record: 'mihon/gone', title: '山の地区' })];
    const releases = latest ? [{ ...latest, changes }] : [];
    const site = { ...siteData, releases };
    expect(describeReleaseChange(site, create({ after: '6人', zone: 'mihon/gone' }))).toBe('登録者数（山の地区）：6人');
  });

  test('names the plan of an indicator if another plan of the municipality has its title', () => {
    const [indicator] = siteData.indicatorsOf('mihon-sogo');
    const plan = siteData.plansOf('mihon').find(({ id }) => id !== 'mihon-sogo')?.id ?? '';
    const indicatorsOf = (id: string) => (indicator && id === 'mihon-sogo' ? [indicator] : []);
    const change = create({ plan, title: indicator?.title ?? '', after: '6人' });
    expect(describeReleaseChange({ ...siteData, indicatorsOf }, change)).toBe(
      `${change.title}（${siteData.plan(plan).shortTitle}）：6人`,
    );
  });

  test('names the time of a result', () => {
    expect(describeKind({ kind: 'result-corrected', period: '令和6年度' })).toBe('令和6年度の実績を直した');
    expect(describeKind({ kind: 'target-lowered', period: '' })).toBe('目標が届きやすい値に変わった');
  });
});

test('a change has the present ids of its records', () => {
  const renamed = (before: string, now: string) => ({
    ...(siteData.changes[0] ?? expect.fail()),
    subjects: [now],
    item: 'IDの変更',
    before,
  });
  const changes = [renamed('mihon-sogo', 'new-plan'), renamed('mihon', 'new-town')];
  const releases = [
    {
      ...(latest ?? expect.fail()),
      changes: [
        create({ zone: 'mihon/coast', sources: ['mihon-sogo', 'mihon-kekka-r6'] }),
        create({ record: 'mihon', plan: null }),
      ],
    },
  ];
  expect(
    listReleaseChanges({ ...siteData, changes, releases }).map(({ record, plan, municipality, zone, sources }) => [
      record,
      plan,
      municipality,
      zone,
      sources,
    ]),
  ).toEqual([
    ['new-plan/sns', 'new-plan', 'new-town', 'new-town/coast', ['new-plan', 'mihon-kekka-r6']],
    ['new-town', null, 'new-town', null, []],
  ]);
});
