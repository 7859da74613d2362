import { describe, expect, test } from 'vitest';
import type { ReleaseChange } from '../../../src/model/data-release.ts';
import { compareReleases } from '../../../src/open-data/release-changes.ts';
import { listPresentRows } from '../../../src/open-data/released-tables.ts';
import { editFixtureFile, type FixtureFiles } from '../../support/fixture-site.ts';
import { openFixtureSite } from '../../support/shared-sites.ts';

const PLAN = 'data/plans/mihon-keikaku';

/** Returns what changed between two states of the town: kind, record, values. */
function compareStates(before: FixtureFiles, after: FixtureFiles) {
  const now = openFixtureSite(after);
  const drafts = compareReleases(listPresentRows(openFixtureSite(before)), listPresentRows(now), now.changes);
  return drafts.map(({ kind, record, before: old, after: value }: Partial<ReleaseChange>) => [
    kind,
    record,
    old,
    value,
  ]);
}

const observations = (...rows: string[]) => ({
  [`${PLAN}/observations.csv`]: `指標ID,時点,値,確度\n${rows.map((row) => `online,${row}\n`).join('')}`,
});

describe('results', () => {
  test.each([
    [['令和5年度,30%,'], ['令和5年度,30%,', '令和6年度,35%,'], [['result-added', '', '35%']]],
    [['令和5年度,30%,'], ['令和5年度,30%,', '令和6年度,35%,速報'], [['result-added', '', '35%（速報）']]],
    [['令和5年度,集計中,速報'], ['令和5年度,30%,速報'], [['result-added', '集計中', '30%（速報）']]],
    [['令和5年度,30%,'], ['令和5年度,31%,'], [['result-corrected', '30%', '31%']]],
    [['令和5年度,30%,'], ['令和5年度,－,'], [['result-corrected', '30%', '－']]],
    [['令和5年度,30%,速報'], ['令和5年度,31%,'], [['provisional-made-final', '30%（速報）', '31%（確報）']]],
    [
      ['令和5年度,30%,速報'],
      ['令和5年度,30%,速報', '令和5年度,30%,確報'],
      [['provisional-made-final', '30%（速報）', '30%（確報）']],
    ],
    [
      ['令和5年度,30%（速報値）,速報'],
      ['令和5年度,31%,'],
      [['provisional-made-final', '30%（速報値）', '31%（確報）']],
    ],
    [['令和5年度,30%,速報'], ['令和5年度,集計中,'], [['result-corrected', '30%（速報）', '集計中']]],
    [['令和5年度,30%,速報'], ['令和5年度,32%,速報'], [['provisional-changed', '30%', '32%']]],
    [['令和5年度,30%,'], ['令和5年度,30%,速報'], [['result-corrected', '30%（確報）', '30%（速報）']]],
    [['令和5年度,30%,', '令和6年度,35%,'], ['令和5年度,30%,'], [['result-removed', '35%', '']]],
    [['令和5年度,集計中,'], ['令和5年度,30%,'], [['result-added', '集計中', '30%']]],
    [['令和5年度,第3位,', '令和6年度,3校中2校,'], ['令和5年度,第3位,'], [['result-removed', '3校中2校', '']]],
    [['令和5年度,第3位,'], ['令和5年度,第3位,', '令和6年度,3校中2校,'], [['result-added', '', '3校中2校']]],
    [['令和5年度,集計中,'], ['令和5年度,第3位,'], [['result-added', '集計中', '第3位']]],
    [['令和5年度,第3位,'], ['令和5年度,30%,'], [['result-corrected', '第3位', '30%']]],
    [['令和5年度,30%,'], ['令和5年度,30%,', '令和6年度,公表待ち,'], []],
    [['随時,30%,'], ['随時,30%,', '毎年度,35%,'], [['result-added', '', '35%']]],
    [['令和5年度,30%,'], ['2023年度,３０％,'], []],
    [['令和5年度,30%,'], ['令和5年度,30.0%,'], []],
  ])('%s → %s: %j', (before, after, expected) => {
    const found = compareStates(observations(...before), observations(...after));
    expect(found.map(([kind, , old, now]) => [kind, old, now])).toEqual(expected);
  });

  test('with another rating by the municipality', () => {
    const rate = (rating: string) => ({
      [`${PLAN}/observations.csv`]: `指標ID,時点,値,評価\nonline,令和5年度,30%,${rating}\n`,
    });
    expect(compareStates(rate('A'), rate('B'))).toEqual([['result-rating-changed', 'mihon-keikaku/online', 'A', 'B']]);
  });
});

const indicators = (from: string, to: string) => editFixtureFile(`${PLAN}/indicators.csv`, from, to);

describe('targets, baselines and definitions', () => {
  test.each([
    ['80%,令和10年度', '70%,令和10年度', [['target-lowered', '80%', '70%']]],
    ['80%,令和10年度', '70%,令和12年度', [['target-lowered', '80%（令和10年度）', '70%（令和12年度）']]],
    ['80%,令和10年度', '90%,令和10年度', [['target-raised', '80%', '90%']]],
    ['80%,令和10年度', '増加,令和10年度', [['target-changed', '80%', '増加']]],
    ['20%,令和4年度', '21%,令和4年度', [['baseline-changed', '20%（令和4年度）', '21%（令和4年度）']]],
    ['増加,単年,20%', '増加,累計,20%', [['redefined', '集計：単年', '集計：累計']]],
  ])('%s → %s: %j', (from, to, expected) => {
    const found = compareStates({}, indicators(from, to));
    expect(found).toEqual(expected.map(([kind, ...values]) => [kind, 'mihon-keikaku/online', ...values]));
  });

  test('a lowered target of another definition is only changed', () => {
    const found = compareStates({}, indicators('増加,単年,20%,令和4年度,80%', '増加,累計,20%,令和4年度,70%'));
    expect(found.map(([kind]) => kind)).toEqual(['target-changed', 'redefined']);
  });

  test('a target revised in targets.csv is lowered like one in indicators.csv', () => {
    const path = `${PLAN}/targets.csv`;
    const rows = '指標ID,目標値,目標値の時点,種類,設定日\nwaste,750t,令和10年度,最終,2027-04-01\n';
    const found = compareStates({ [path]: null }, { [path]: rows });
    expect(found).toEqual([['target-lowered', 'mihon-keikaku/waste', '700t', '750t']]);
  });
});

describe('ratings', () => {
  const rate = (low: string) => ({
    [`${PLAN}/rating.csv`]: `順,記号,名称,尺度,下限,下限を含む,上限,上限を含む\n1,S,届いた,達成率,${low},1,,\n2,A,途中,達成率,,,${low},\n`,
  });

  test('by a loosened scale changed, though target and result are the same', () => {
    const found = compareStates(rate('100'), rate('50'));
    expect(found).toContainEqual([
      'rating-changed',
      'mihon-keikaku/online',
      'A（達成率が100%未満）',
      'S（達成率が50%以上）',
    ]);
    expect(new Set(found.map(([kind]) => kind))).toEqual(new Set(['rating-bands-changed', 'rating-changed']));
  });

  test('of another target are no change of their own', () => {
    const now = { ...rate('50'), ...indicators('80%,令和10年度', '70%,令和10年度') };
    const records = compareStates(rate('100'), now).map(([kind, record]) => [record, kind]);
    expect(records).toContainEqual(['mihon-keikaku/online', 'target-lowered']);
    expect(records).not.toContainEqual(['mihon-keikaku/online', 'rating-changed']);
  });

  test('of a release without their table are not compared', () => {
    const now = openFixtureSite(rate('50'));
    const old = { ...listPresentRows(openFixtureSite(rate('100'))), ratings: null, 'rating-bands': null };
    expect(compareReleases(old, listPresentRows(now), now.changes)).toEqual([]);
  });
});

describe("a plan's own rating method", () => {
  const HEADINGS = '順,記号,名称,尺度,下限,下限を含む,上限,上限を含む,年度,誤差';
  const rate = (...bands: string[]) => ({ [`${PLAN}/rating.csv`]: [HEADINGS, ...bands, ''].join('\n') });
  const TYPED = ['1,A,よい,記入,,,,,,', '2,B,わるい,記入,,,,,,'];
  const REST = '2,A,途中,達成率,,,100,,,';
  const S = 'S（達成率が100%以上）';
  const A = 'A（達成率が100%未満）';
  const compareBands = (before: FixtureFiles, after: FixtureFiles) =>
    compareStates(before, after).flatMap(([kind, ...change]) => (kind === 'rating-bands-changed' ? [change] : []));

  test('that is loosened together with a new result is a change of its own', () => {
    const [before, after] = ['100', '50'].map((limit) => rate(`1,S,届いた,達成率,${limit},1,,,,`, REST));
    const result = observations('令和8年度,60%,');
    const found = compareStates({ ...before, ...observations('令和7年度,40%,') }, { ...after, ...result });
    expect(found).toContainEqual(['rating-bands-changed', 'mihon-keikaku', S, 'S（達成率が50%以上）']);
    expect(found.map(([kind]) => kind)).not.toContain('rating-changed');
  });

  test.each([
    ['a new year', '1,S,届いた,達成率,100,1,,,令和6年度,', S, 'S（令和6年度の達成率が100%以上）'],
    ['a margin', '1,S,届いた,達成率,100,1,,,,3', S, 'S（達成率が100%以上（誤差 3））'],
    ['another symbol', '1,秀,届いた,達成率,100,1,,,,', S, '秀（達成率が100%以上）'],
    ['a limit that is no longer included', '1,S,届いた,達成率,100,,,,,', S, 'S（達成率が100%より大きい）'],
    ['only another title', '1,S,できた,達成率,100,1,,,,'],
  ])('changes with %s', (_what, band, ...change) => {
    const found = compareBands(rate('1,S,届いた,達成率,100,1,,,,', REST), rate(band, REST));
    expect(found).toEqual(change.length === 0 ? [] : [['mihon-keikaku', ...change]]);
  });

  test('names all bands if their order changed, or if it is given up', () => {
    const [first, last] = [rate('1,S,届いた,達成率,100,1,,,,', REST), rate('3,S,届いた,達成率,100,1,,,,', REST)];
    expect(compareBands(first, last)).toEqual([['mihon-keikaku', `${S}、${A}`, `${A}、${S}`]]);
    expect(compareBands(first, {})).toEqual([['mihon-keikaku', `${S}、${A}`, '']]);
  });

  test('is no change if it is the first one', () => {
    expect(compareBands({}, rate(...TYPED))).toEqual([]);
  });
});

const targets = (...rows: string[]) => ({
  [`${PLAN}/targets.csv`]: `指標ID,目標値,目標値の時点,種類,設定日\n${rows.map((row) => `waste,${row}\n`).join('')}`,
});

describe('interim targets', () => {
  test.each([
    [['800t,令和7年度,中間,'], ['850t,令和7年度,中間,'], [['interim-target-lowered', '800t', '850t']]],
    [['800t,令和7年度,中間,'], ['750t,令和7年度,中間,'], [['interim-target-raised', '800t', '750t']]],
    [['800t,令和7年度,中間,'], ['減少,令和7年度,中間,'], [['interim-target-changed', '800t', '減少']]],
    [['800t,令和7年度,中間,'], ['0.8千t,2025年度,中間,'], []],
    [['800t,令和7年度,中間,'], [], [['interim-target-removed', '800t', '']]],
    [[], ['800t,令和7年度,中間,'], [['interim-target-added', '', '800t']]],
    [
      ['800t,令和7年度,中間,2023-04-01'],
      ['800t,令和7年度,中間,2023-04-01', '850t,令和7年度,中間,2025-04-01'],
      [['interim-target-lowered', '800t', '850t']],
    ],
  ])('%s → %s: %j', (before, after, expected) => {
    const found = compareStates(targets(...before), targets(...after));
    expect(found.map(([kind, , old, now]) => [kind, old, now])).toEqual(expected);
  });

  test('of a release without their table are not compared', () => {
    const now = openFixtureSite(targets('850t,令和7年度,中間,'));
    const old = { ...listPresentRows(openFixtureSite(targets('800t,令和7年度,中間,'))), targets: null };
    expect(compareReleases(old, listPresentRows(now), now.changes)).toEqual([]);
  });
});

const VALUES = 'data/municipalities/mihon/statistic-values.csv';
const statistics = (...rows: string[]) => ({
  [VALUES]: `統計ID,時点,値,出典ID\n${rows.map((row) => `${row},mihon-tokei\n`).join('')}`,
});

describe('official statistics', () => {
  test.each([
    [['burden,2021年度,0.70'], ['burden,2021年度,0.71'], [['statistic-corrected', '0.70%', '0.71%']]],
    [['burden,2021年度,0.70'], ['burden,2021年度,算定なし'], [['statistic-corrected', '0.70%', '算定なし']]],
    [['burden,2021年度,0.70'], ['burden,令和3年度,0.7'], []],
    [
      ['burden,2021年度,0.70'],
      ['burden,2021年度,0.70', 'burden,2023年度,0.73', 'burden,2022年度,0.72'],
      [['statistic-added', '', '2件（2022年度から2023年度まで）']],
    ],
    [
      ['burden,2021年度,0.70', 'burden,2022年度,0.72'],
      ['burden,2022年度,0.72'],
      [['statistic-removed', '1件（2021年度）', '']],
    ],
  ])('%s → %s: %j', (before, after, expected) => {
    const found = compareStates(statistics(...before), statistics(...after));
    expect(found.map(([kind, , old, now]) => [kind, old, now])).toEqual(expected);
  });
});

describe('texts', () => {
  test('of items and zones are listed as changed, without the words', () => {
    const item = editFixtureFile(
      `${PLAN}/tree.csv`,
      '町のお金と建物を、大切に使います。',
      '町のお金を、大切に使います。',
    );
    expect(compareStates({}, item)).toEqual([['text-changed', 'mihon-keikaku/2', '', '']]);
  });
});

describe('items', () => {
  test('an indicator that ends, is left out or gets another name', () => {
    expect(compareStates({}, indicators('75%,令和10年度,,', '75%,令和10年度,終了,'))).toEqual([
      ['ended', 'mihon-keikaku/stay', '継続', '終了'],
    ]);
    expect(compareStates({}, indicators('町のバスの利用者', '町のバスに乗った人'))).toEqual([
      ['renamed', 'mihon-keikaku/bus', '町のバスの利用者', '町のバスに乗った人'],
    ]);
    const row = 'bus,2_1,町のバスの利用者,人,増加,単年,"1,200人",令和4年度,"1,500人",令和7年度,終了,,mihon-tokei,\n';
    expect(compareStates({}, indicators(row, ''))).toEqual([
      ['removed', 'mihon-keikaku/bus', '町のバスの利用者', ''],
      ['target-changed', 'mihon-keikaku/bus', '1,500人', ''],
    ]);
    expect(compareStates(indicators(row, ''), {})).toEqual([['added', 'mihon-keikaku/bus', '', '町のバスの利用者']]);
  });

  test('an item below another item, and an indicator of another one, are moved, with the names and ids of both', () => {
    const file = `${PLAN}/tree.csv`;
    const [below, top] = ['1_1_2,1_1,取組,取組,窓口', '1_1_2,2_1,取組,取組,窓口'];
    expect(compareStates({}, editFixtureFile(file, below, top))).toEqual([
      ['moved', 'mihon-keikaku/1_1_2', '情報を伝える（mihon-keikaku/1_1）', '建物を長く使う（mihon-keikaku/2_1）'],
    ]);
    expect(compareStates({}, indicators('waste,2,', 'waste,2_1,'))).toEqual([
      ['moved', 'mihon-keikaku/waste', 'むだのないまち（mihon-keikaku/2）', '建物を長く使う（mihon-keikaku/2_1）'],
    ]);
    expect(compareStates({}, indicators('stay,,', 'stay,1,'))).toEqual([
      ['moved', 'mihon-keikaku/stay', '', 'みんなでつくるまち（mihon-keikaku/1）'],
    ]);
  });

  test('are not moved if their item gets another name or code', () => {
    expect(compareStates({}, editFixtureFile(`${PLAN}/tree.csv`, 'むだのないまち', 'むだをなくすまち'))).toEqual([
      ['renamed', 'mihon-keikaku/2', 'むだのないまち', 'むだをなくすまち'],
    ]);
    const row = ',1_1,取組,action,広報を読みやすくする,広報紙を、だれでも読みやすい形にします。,publicity,';
    const rest = ',,,,,,mihon-keikaku,第1章 > 1 > (1)\n1_1_1_1,';
    const tree = editFixtureFile(`${PLAN}/tree.csv`, `1_1_1${row}${rest}1_1_1`, `1_1_9${row}${rest}1_1_9`);
    expect(compareStates({}, tree).map(([kind]) => kind)).toEqual(['added', 'removed']);
    const changes = '日付,対象,項目,前\n2026-11-20,mihon-keikaku/1_1_9,IDの変更,mihon-keikaku/1_1_1\n';
    expect(compareStates({}, { ...tree, 'data/changes.csv': changes })).toEqual([]);
  });

  test('an indicator with a new id is the same one', () => {
    const moved = 'data/changes.csv';
    const files = {
      ...indicators('\nbus,', '\nbus-rides,'),
      [moved]: '日付,対象,項目,前\n2026-11-20,mihon-keikaku/bus-rides,IDの変更,mihon-keikaku/bus\n',
    };
    expect(compareStates({}, files)).toEqual([]);
  });
});

test('a plan may have no period, which is no change', () => {
  const file = 'content/plans/mihon-keikaku/index.mdx';
  const period = 'period: 令和5年度から令和10年度まで\n';
  const [none, printed] = [editFixtureFile(file, period, ''), {}];
  expect(compareStates(none, none)).toEqual([]);
  expect(compareStates(none, printed)).toEqual([]);
  expect(compareStates(printed, none)).toEqual([
    ['plan-period-changed', 'mihon-keikaku', '令和5年度から令和10年度まで', ''],
  ]);
});
