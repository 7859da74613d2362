import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { releaseFiles } from '../../../src/model/data-release.ts';
import { draftReleaseChanges, findReasonRows } from '../../../src/open-data/draft-release.ts';
import { appendFixtureLines, editFixtureFile, type FixtureFiles } from '../../support/fixture-site.ts';
import { releaseSite } from '../../support/release-site.ts';
import { openFixtureSite } from '../../support/shared-sites.ts';

const PLAN = 'data/plans/mihon-keikaku';
const STATISTIC_VALUES = 'data/municipalities/mihon/statistic-values.csv';
const siteData = openFixtureSite();
const earlier = releaseSite(siteData, '2026-01-01');

/** Returns the changes of edited files since a release, which is that of the valid town. */
const draft = (files: FixtureFiles, before = earlier) =>
  draftReleaseChanges({ ...openFixtureSite(files), releases: [before] }, '2027-01-01', '2027-01-01');

/** Returns the changes between two editions of the files. */
const draftFrom = (before: FixtureFiles, after: FixtureFiles) =>
  draft(after, releaseSite(openFixtureSite(before), '2026-01-01'));

const editTarget = (cells: string) => editFixtureFile(`${PLAN}/indicators.csv`, '75%,令和10年度', cells);

describe('a release asks for the reason of', () => {
  test.each([
    ['target-lowered', editFixtureFile(`${PLAN}/indicators.csv`, '80%,令和10年度', '70%,令和10年度')],
    ['interim-target-lowered', editFixtureFile(`${PLAN}/targets.csv`, 'online,50%', 'online,40%')],
    [
      'interim-target-removed',
      editFixtureFile(`${PLAN}/targets.csv`, 'online,50%,令和7年度,中間,2023-04-01,mihon-keikaku,指標 > 2\n', ''),
    ],
    ['target-changed', editFixtureFile(`${PLAN}/indicators.csv`, '80%,令和10年度', '－,令和10年度')],
    ['target-changed', editFixtureFile(`${PLAN}/indicators.csv`, '80%,令和10年度', '80%,令和12年度')],
    ['interim-target-changed', editFixtureFile(`${PLAN}/targets.csv`, 'online,50%', 'online,未設定')],
    ['rating-changed', editFixtureFile(`${PLAN}/indicators.csv`, '%,増加,単年,20%', '%,減少,単年,20%')],
    ['result-corrected', editFixtureFile(`${PLAN}/observations.csv`, '令和6年度,32%', '令和6年度,33%')],
    ['result-removed', editFixtureFile(`${PLAN}/observations.csv`, 'water,令和7年度,96%,,,,,,mihon-tokei,表4\n', '')],
    ['statistic-corrected', editFixtureFile(STATISTIC_VALUES, '12.5', '12.6')],
    ['statistic-removed', editFixtureFile(STATISTIC_VALUES, 'burden,2020年度,12.5,,mihon-tokei\n', '')],
  ])('%s', (kind, files) => {
    expect(draft(files).unexplained.map((change) => change.kind)).toEqual([kind]);
  });

  test('bands of a plan, of which the row of its reason is about the plan', () => {
    const rate = (limit: string) => ({
      [`${PLAN}/rating.csv`]: `順,記号,名称,尺度,下限,下限を含む\n1,S,届いた,達成率,${limit},1\n`,
    });
    const row =
      '2026-12-01,mihon-keikaku,評価の段,S（達成率が100%以上）,S（達成率が70%以上）,ほかの計画と合わせました。,';
    const { changes, unexplained } = draftFrom(rate('100'), rate('70'));
    expect(unexplained).toMatchObject([{ kind: 'rating-bands-changed', record: 'mihon-keikaku' }]);
    const explained = draftFrom(rate('100'), { ...rate('70'), ...appendFixtureLines('data/changes.csv', row) });
    expect(explained.unexplained).toEqual([]);
    expect(explained.changes).toEqual(changes.map((one) => ({ ...one, reason: 'ほかの計画と合わせました。' })));
  });

  test('ratings once if only the scale changed, unless a row has a reason of its own', () => {
    const rate = (limit: string) => ({
      [`${PLAN}/rating.csv`]: `順,記号,名称,尺度,下限,下限を含む\n1,S,届いた,達成率,${limit},1\n2,A,途中,達成率,,\n`,
    });
    const scale = '2026-12-01,mihon-keikaku,評価の段,S（達成率が100%以上）,S（達成率が30%以上）,合わせました。,';
    const first = draftFrom(rate('100'), rate('30')).changes.find(({ kind }) => kind === 'rating-changed');
    const own = `2026-12-01,${first?.record},評価,${first?.before},${first?.after},別の理由です。,`;
    const listReasons = (files: FixtureFiles) => {
      const { changes, unexplained } = draftFrom(rate('100'), { ...rate('30'), ...files });
      const reasons = changes.flatMap(({ kind, reason }) => (kind === 'rating-changed' ? [reason] : []));
      return [reasons, unexplained.map(({ kind }) => kind)];
    };
    const [none, only] = [
      ['', ''],
      ['合わせました。', '合わせました。'],
    ];
    expect(listReasons({})).toEqual([none, ['rating-bands-changed']]);
    expect(listReasons(appendFixtureLines('data/changes.csv', scale))).toEqual([only, []]);
    const both = appendFixtureLines('data/changes.csv', `${scale}\n${own}`);
    expect(listReasons(both)).toEqual([['別の理由です。', '合わせました。'], []]);
    const baseline = editFixtureFile(`${PLAN}/indicators.csv`, '%,増加,単年,20%', '%,増加,単年,21%');
    expect(listReasons({ ...appendFixtureLines('data/changes.csv', scale), ...baseline })).toEqual([
      ['', '合わせました。'],
      ['rating-changed'],
    ]);
  });

  test.each([
    ['a range that moves to another year', '70～80%,令和10年度', '70～80%,令和12年度'],
    ['a range that is given up', '70～80%,令和10年度', '－,令和10年度'],
    ['words that are given up', '増加,令和10年度', '未設定,令和10年度'],
    ['a number that is given up in words', '75%,令和10年度', '廃止,令和10年度'],
    ['a number that becomes approximate', '75%,令和10年度', '75%程度,令和10年度'],
  ])('a target: %s', (_what, before, after) => {
    const { unexplained } = draftFrom(editTarget(before), editTarget(after));
    expect(unexplained.map(({ kind }) => kind)).toEqual(['target-changed']);
  });
});

test('a release looks for the reason of a change once in the same rows', () => {
  const edited = openFixtureSite(editTarget('70%,令和10年度'));
  const site = { ...edited, changes: [...edited.changes], releases: [earlier] };
  const filter = vi.spyOn(site.changes, 'filter');
  draftReleaseChanges(site, '2027-01-01', '2027-01-01');
  // It also lists changed ids, rows without a reason, and rows about no change.
  expect(filter).toHaveBeenCalledTimes(4);
});

test('a release asks for the reason of a plan that left with its results', () => {
  const none = { plans: [], planItems: [], indicators: [], observations: [], targets: [], zones: [] };
  const site = { ...siteData, ...none, statisticValues: [], releases: [earlier] };
  const { unexplained } = draftReleaseChanges(site, '2027-01-01', '2027-01-01');
  expect(unexplained).toMatchObject([{ kind: 'removed', record: 'mihon-keikaku', municipality: 'mihon' }]);
  const reason = { ...(siteData.changes[0] ?? expect.fail()), date: '2027-01-01', reason: '架空の理由' };
  const row = { ...reason, subjects: ['mihon'], before: unexplained[0]?.before ?? '', after: '' };
  expect(draftReleaseChanges({ ...site, changes: [row] }, '2027-01-01', '2027-01-01').unexplained).toEqual([]);
  const gone = draftReleaseChanges({ ...site, municipalities: [] }, '2027-01-01', '2027-01-01');
  expect(gone).toMatchObject({ changes: [{ record: 'mihon' }, { record: 'mihon-keikaku' }, {}, {}], unexplained: [] });
});

test.each([
  ['an indicator', `${PLAN}/indicators.csv`, 'walk', 'walks'],
  ['a plan item', `${PLAN}/tree.csv`, '1_1_1_1', '1_1_1_2'],
])('a release asks about %s that left while another of its name was added', (_what, file, id, now) => {
  const { unexplained, newIds } = draft(editFixtureFile(file, `\n${id},`, `\n${now},`));
  expect(unexplained).toMatchObject([{ kind: 'removed', record: `mihon-keikaku/${id}` }]);
  expect(newIds.get(`mihon-keikaku/${id}`)).toBe(`mihon-keikaku/${now}`);
});

test('a release asks about a plan that left while another of its name was added', () => {
  const plans = siteData.plans.map((plan) => ({ ...plan, id: 'next' }));
  const none = { planItems: [], indicators: [], observations: [], targets: [] };
  const { newIds } = draftReleaseChanges({ ...siteData, ...none, plans, releases: [earlier] }, '2027', '2027-01-01');
  expect([...newIds]).toEqual([['mihon-keikaku', 'next']]);
});

test.each([
  ['the name of an item with HTML', 'nodes', '"title":"', '"title":"<b>'],
  ['the name of an item that hides letters', 'nodes', '"title":"', '"title":"\\u202e'],
  ['the name of an indicator that is a formula', 'indicators', '"title":"', '"title":"=1+1|'],
  [
    'a municipality that no site can have',
    'municipalities',
    /"id":"[^"]*","municipality_code":"\d/,
    '"id":"A B","municipality_code":"9',
  ],
])('a release with %s, though its checksums fit, is reported instead of compared', (_what, table, from, to) => {
  const files = unzipSync(earlier.readFile(releaseFiles.tables));
  const json = strFromU8(files[`${table}.json`] ?? new Uint8Array());
  const forged = zipSync({ ...files, [`${table}.json`]: strToU8(json.replace(from, to)) });
  const location = { code: 'released-file-changed', file: 'data/releases/2026-01-01/tables.zip' };
  expect(() => draft({}, { ...earlier, readFile: () => forged })).toThrow(
    expect.objectContaining({ diagnostics: [expect.objectContaining(location)] }),
  );
});

test('a fault in what the program writes of a change is no fault of the last release', () => {
  const edited = openFixtureSite(editTarget('70%,令和10年度'));
  const site = { ...edited, releases: [earlier] };
  expect(draftReleaseChanges(site, '2027-01-01', '2027-01-01').changes).toHaveLength(1);
  expect(() => draftReleaseChanges(site, '2027-01-01', 'someday')).toThrow(z.ZodError);
});

test('a release asks about a plan item with the name that another one had, as after shifted codes', () => {
  const tree = `${PLAN}/tree.csv`;
  const renamed = editFixtureFile(tree, ',窓口のデジタル化,', ',声を聞く,')[tree];
  const shifted = String(renamed).replace(',広報を読みやすくする,', ',窓口のデジタル化,');
  const { changes, unexplained } = draft({ [tree]: shifted });
  expect(changes.map(({ kind }) => kind)).toEqual(['renamed', 'renamed']);
  expect(unexplained).toMatchObject([{ record: 'mihon-keikaku/1_1_1', after: '窓口のデジタル化' }]);
});

test('a release asks about a plan item whose name moved to a new item, as after an item put before the last one', () => {
  const tree = `${PLAN}/tree.csv`;
  const renamed = String(editFixtureFile(tree, ',窓口のデジタル化,', ',声を聞く,')[tree]);
  const [line = ''] = renamed.split('\n').filter((one) => one.includes(',声を聞く,'));
  const [code = ''] = line.split(',');
  const { unexplained } = draft({
    [tree]: `${renamed}${line.replace(code, '1_9').replace('声を聞く', '窓口のデジタル化')}\n`,
  });
  expect(unexplained).toMatchObject([{ record: `mihon-keikaku/${code}`, after: '声を聞く' }]);
});

describe('a release asks for no reason of', () => {
  const INDICATORS = `${PLAN}/indicators.csv`;
  const INDEX = 'content/plans/mihon-keikaku/index.mdx';
  const WALK =
    'walk,2_1,歩いて行ける広場の数,箇所,増加,累計,3箇所,令和4年度,増加,令和10年度,,,mihon-keikaku,指標 > 6\n';
  test.each([
    ['a raised target', 'target-raised', editFixtureFile(INDICATORS, '80%,令和10年度', '90%,令和10年度')],
    ['another name', 'renamed', editFixtureFile(`${PLAN}/tree.csv`, ',窓口のデジタル化,', ',声を聞く,')],
    ['another title of a plan', 'renamed', editFixtureFile(INDEX, 'title: 見本町まちづくり計画', 'title: 見本町計画')],
    ['another time of a baseline', 'baseline-changed', editFixtureFile(INDICATORS, '20%,令和4年度', '20%,令和5年度')],
    ['an indicator that ended', 'ended', editFixtureFile(INDICATORS, WALK, WALK.replace(',,,', ',終了,,'))],
  ])('%s', (_what, kind, files) => {
    const { changes, unexplained } = draft(files);
    expect([changes.map((change) => change.kind), unexplained]).toEqual([[kind], []]);
  });

  test('an item or indicator with another id, if changes.csv has the id', () => {
    const row = '2026-12-01,mihon-keikaku/walks,IDの変更,mihon-keikaku/walk,,,';
    const files = {
      ...editFixtureFile(INDICATORS, '\nwalk,', '\nwalks,'),
      ...appendFixtureLines('data/changes.csv', row),
    };
    expect(draft(files)).toMatchObject({ changes: [], unexplained: [] });
  });

  test.each([
    ['another range', '70～80%,令和10年度', '60～80%,令和12年度'],
    ['words instead of a number', '75%,令和10年度', '増加,令和10年度'],
    ['words that name an end', '見直し,令和10年度', '廃止,令和10年度'],
    ['a number where there was no target', '－,令和10年度', '75%,令和10年度'],
    ['no target for another reason', '－,令和10年度', '非公表,令和10年度'],
  ])('a target that only changed: %s', (_what, before, after) => {
    const { changes, unexplained } = draftFrom(editTarget(before), editTarget(after));
    expect([changes.map(({ kind }) => kind), unexplained]).toEqual([['target-changed'], []]);
  });

  test.each(['増加', '5箇所'])('an indicator that left without results, and its target %s', (target) => {
    const before = editFixtureFile(INDICATORS, WALK, WALK.replace('増加,令和10年度', `${target},令和10年度`));
    const { changes, unexplained } = draftFrom(before, editFixtureFile(INDICATORS, WALK, ''));
    expect([changes.map(({ kind }) => kind), unexplained]).toEqual([['removed', 'target-changed'], []]);
  });
});

describe('an indicator that left with its results', () => {
  const WATER =
    'water,2,水質の基準を守った割合,%,維持,時点,96%,令和4年度,95%以上,令和10年度,,,mihon-keikaku,指標 > 4\n';
  const left = {
    ...editFixtureFile(`${PLAN}/indicators.csv`, WATER, ''),
    ...editFixtureFile(`${PLAN}/observations.csv`, 'water,令和7年度,96%,,,,,,mihon-tokei,表4\n', ''),
  };

  test('is asked for one reason, and each lost figure is listed', () => {
    const { changes, unexplained } = draft(left);
    expect(changes.map(({ kind, before, after }) => [kind, before, after])).toEqual([
      ['removed', '水質の基準を守った割合', ''],
      ['target-changed', '95%以上', ''],
      ['result-removed', '96%', ''],
    ]);
    expect(unexplained.map(({ kind, record }) => [kind, record])).toEqual([['removed', 'mihon-keikaku/water']]);
  });

  test('has the reason of the row about its plan and its name', () => {
    const row = '2026-12-01,mihon-keikaku,のせるのをやめた,水質の基準を守った割合,,架空の理由,';
    const { changes, unexplained } = draft({ ...left, ...appendFixtureLines('data/changes.csv', row) });
    expect(changes.map(({ reason }) => reason)).toEqual(['架空の理由', '架空の理由', '架空の理由']);
    expect(unexplained).toEqual([]);
  });
});

test('a change is numbered, and has the reason and the sources of its row in changes.csv', () => {
  const lowered = editFixtureFile(`${PLAN}/indicators.csv`, '80%,令和10年度', '70%,令和10年度');
  const reason = editFixtureFile(
    'data/changes.csv',
    ',,,,\n',
    ',,,,\n2026-12-01,mihon-keikaku/online,目標,80%,70%,架空の理由,mihon-tokei\n2026-12-01,mihon-keikaku/online,目標,８０%,70%,,\n',
  );
  const { changes, unexplained } = draft({ ...lowered, ...reason });
  expect([changes[0], unexplained]).toMatchObject([
    { id: '2027-01-01-r1', release: '2027-01-01', date: '2027-01-01', reason: '架空の理由', sources: ['mihon-tokei'] },
    [],
  ]);
});

test('two changes from and to the same values have their own reasons', () => {
  const results = (value: string) =>
    editFixtureFile(
      `${PLAN}/observations.csv`,
      'online,令和7年度,50%,,速報,,,,mihon-tokei,表2\nonline,令和6年度,32%,',
      `online,令和7年度,${value},,,,,,mihon-tokei,表2\nonline,令和6年度,${value},`,
    );
  const draftWith = (...items: readonly string[]) => {
    const rows = items.map((item) => `2026-12-01,mihon-keikaku/online,${item},40%,41%,${item}の理由,`);
    return draftFrom(results('40%'), { ...results('41%'), ...appendFixtureLines('data/changes.csv', rows.join('\n')) });
  };
  const [latest, first] = ['令和7年度の実績を直した', '令和6年度の実績を直した'];
  expect(draftWith(latest, first).changes.map(({ period, reason }) => [period, reason])).toEqual([
    ['令和6年度', `${first}の理由`],
    ['令和7年度', `${latest}の理由`],
  ]);
  expect(draftWith(latest).unasked.map(({ period }) => period)).toEqual(['令和6年度']);
  expect(draftWith('2つの実績').unexplained).toEqual([]);
});

describe('the reason of a change', () => {
  const row = {
    id: 'change-1',
    subjects: ['mihon/a'],
    item: '目標',
    before: '80%',
    after: '70%',
    reason: '理由',
    sources: [],
    kind: null,
    date: '2026-12-01',
  };
  const change = {
    kind: 'target-lowered' as const,
    record: 'mihon/a',
    title: '割合',
    municipality: 'mihon',
    plan: 'mihon',
    zone: null,
    unit: '%',
    period: '',
    before: '80%',
    after: '70%',
    beforeValue: 80,
    afterValue: 70,
  };
  const find = (different: Partial<typeof row>, date = '2026-12-01') =>
    findReasonRows({ changes: [{ ...row, ...different }], statistics: [] }, change, { date }).length;

  test('may be of the day of the last release', () => {
    expect(find({})).toBe(1);
  });

  test.each([
    ['80', '70'],
    ['80 %', '70'],
    ['80.00%', '70.0'],
  ])('may have the numbers %s and %s without their unit, or with decimals that Excel adds', (before, after) => {
    expect(find({ before, after })).toBe(1);
  });

  test.each([
    ['80.0', '80', 1],
    ['80.50%', '80.5％', 1],
    ['4.0人以上', '4人以上', 1],
    ['80%（R7.10）', '80%（R7.1）', 0],
    ['R7.10', 'R7.1', 0],
    ['令和7.10', '令和7.1', 0],
    ['2026.10.1', '2026.1.1', 0],
    ['2026.10', '2026.1', 0],
    ['80% 7.10', '80% 7.1', 0],
    ['7.10現在', '7.1現在', 0],
    ['1.000人', '1人', 0],
    ['1.250', '1.25', 0],
  ])('with %s is about %s in %i cases', (quoted, before, expected) => {
    const [changed, rows] = [{ ...change, unit: '人', before }, [{ ...row, before: quoted }]];
    expect(findReasonRows({ changes: rows, statistics: [] }, changed, undefined)).toHaveLength(expected);
  });

  test('may be of any day before the first release', () => {
    expect(findReasonRows({ changes: [row], statistics: [] }, change, undefined)).toHaveLength(1);
  });
  test.each([
    ['another record', { subjects: ['mihon/b'] }],
    ['another value before', { before: '81%' }],
    ['another value after', { after: '71%' }],
    ['another number after', { after: '71' }],
    ['other decimals after', { after: '70.01%' }],
    ['another unit after', { after: '70件' }],
    ['a time before the last release', { date: '2026-11-30' }],
  ])('is not in a row about %s', (_what, different) => {
    expect(find(different)).toBe(0);
  });
});

test('a release asks for one reason of a zone that left with its results', () => {
  const { changes, unexplained } = draft({
    ...editFixtureFile(
      'data/municipalities/mihon/zones.csv',
      'north,北部,ほくぶ,町の北側です。,1,mihon-keikaku,第2章 > 地域\n',
      '',
    ),
    ...editFixtureFile(`${PLAN}/observations.csv`, 'online,令和7年度,61%,north,,,,,,\n', ''),
    ...editFixtureFile('data/changes.csv', 'mihon/north;dx', 'dx'),
  });
  expect(changes.map(({ kind, before }) => [kind, before])).toEqual([
    ['removed', '北部'],
    ['result-removed', '61%'],
  ]);
  expect(unexplained).toMatchObject([{ kind: 'removed', record: 'mihon/north' }]);
});
