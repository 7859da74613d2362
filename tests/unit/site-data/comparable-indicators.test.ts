import { describe, expect, test } from 'vitest';
import { groupComparableIndicators } from '../../../src/site-data/indicator-queries.ts';
import { appendFixtureLines, editFixtureFile, type FixtureFiles } from '../../support/fixture-site.ts';
import { openFixtureSite } from '../../support/shared-sites.ts';

const HEAD = '指標ID,コード,名称,単位,良い方向,集計,現状値,現状値の時点,目標値,目標値の時点,状態,注記,出典ID,出典箇所';

/** The valid town and a second fictional town whose only indicator is this row. */
function twoTowns(row: string, changed: FixtureFiles = {}) {
  const files = {
    ...appendFixtureLines('data/municipalities.csv', '990027,tonari,隣町（架空）,となりまち,,見本県,,,,,,mihon-tokei'),
    'content/plans/tonari-keikaku/index.mdx':
      '---\ntitle: 隣町の計画\nshortTitle: 隣町の計画\nmunicipality: tonari\nkind: 計画\nlevels: [政策]\nsource: mihon-tokei\n---\n\n架空の計画です。\n',
    'data/plans/tonari-keikaku/tree.csv':
      'コード,種別,名称,要約,出典ID\n1,政策,くらし,くらしをよくします。,mihon-tokei\n',
    'data/plans/tonari-keikaku/indicators.csv': `${HEAD}\n${row}\n`,
    ...changed,
  };
  return openFixtureSite(files);
}

const groupsOf = (row: string, changed?: FixtureFiles) => groupComparableIndicators(twoTowns(row, changed));

describe('indicators with similar names in two towns', () => {
  test('are in the same group, with any text in brackets', () => {
    const [group] = groupsOf('waste,,ごみの量（1年）,t,減少,単年,500t,令和4年度,400t,令和10年度,,,mihon-tokei,');
    expect(group?.indicators.map(({ id }) => id)).toEqual(['mihon-keikaku/waste', 'tonari-keikaku/waste']);
    expect(group?.obstacles).toEqual([]);
    expect(group?.cautions.join()).toContain('名前の細かいところ');
  });

  test('have the same name in letters of full and half width', () => {
    const [group] = groupsOf(
      'waste,,ＩＣＴ(研修)の回数,回,増加,単年,5回,令和4年度,8回,令和10年度,,,mihon-tokei,',
      appendFixtureLines(
        'data/plans/mihon-keikaku/indicators.csv',
        'ict,,ICT（研修）の回数,回,増加,単年,5回,令和4年度,8回,令和10年度,,,mihon-tokei,',
      ),
    );
    expect(group?.indicators.map(({ id }) => id)).toEqual(['mihon-keikaku/ict', 'tonari-keikaku/waste']);
    expect(group?.cautions).toEqual([]);
  });

  test('are not comparable if their units differ', () => {
    const [group] = groupsOf('waste,,ごみの量,kg,減少,単年,500kg,令和4年度,400kg,令和10年度,,,mihon-tokei,');
    expect(group?.obstacles).toEqual(['単位がちがいます（見本町 t、隣町（架空） kg）']);
  });

  test('name their prefectures if both towns have the same name', () => {
    const [group] = groupsOf(
      'waste,,ごみの量,kg,減少,単年,500kg,令和4年度,400kg,令和10年度,,,mihon-tokei,',
      appendFixtureLines('data/municipalities.csv', '980021,tonari,見本町,みほんちょう,,隣県,,,,,,mihon-tokei'),
    );
    expect(group?.obstacles).toEqual(['単位がちがいます（見本町（隣県） kg、見本町（見本県） t）']);
  });

  test('are not comparable if one of them is a sum over years', () => {
    const [group] = groupsOf('waste,,ごみの量,t,減少,累計,500t,令和4年度,400t,令和10年度,,,mihon-tokei,');
    expect(group?.obstacles.join()).toContain('集計がちがいます（見本町 単年、隣町（架空） 累計）');
  });

  test('do not say that an unknown difference is one', () => {
    const [group] = groupsOf('waste,,ごみの量,t,,,500t,令和4年度,400t,令和10年度,,,mihon-tokei,');
    expect(group?.obstacles).toEqual(['集計が同じか、わかりません（見本町 単年、隣町（架空） 示されていません）']);
    expect(group?.cautions).toEqual(['良い方向が同じか、わかりません（見本町 減少、隣町（架空） 示されていません）']);
  });

  test('say that their periods differ', () => {
    const [group] = groupsOf('waste,,ごみの量,t,減少,単年,500t,令和3年度,400t,令和10年度,,,mihon-tokei,');
    expect(group?.cautions.join()).toContain('現状値の時点がちがいます（見本町 令和4年度、隣町（架空） 令和3年度）');
  });

  test('say that their periods differ if the days of both are unknown', () => {
    const file = 'data/plans/mihon-keikaku/indicators.csv';
    const [group] = groupsOf(
      'waste,,ごみの量,t,減少,単年,500t,R2,400t,令和10年度,,,mihon-tokei,',
      editFixtureFile(file, '"1,000t",令和4年度', '"1,000t",R4'),
    );
    expect(group?.cautions).toEqual(['現状値の時点がちがいます（見本町 R4、隣町（架空） R2）']);
  });

  test('do not say that words without a year are another time', () => {
    const [group] = groupsOf('waste,,ごみの量,t,減少,単年,500t,随時,400t,令和10年度,,,mihon-tokei,');
    expect(group?.cautions).toEqual(['現状値の時点が同じか、わかりません（見本町 令和4年度、隣町（架空） 随時）']);
  });

  test('are not in a group if their names differ', () => {
    expect(groupsOf('waste,,川の水の量,t,減少,単年,500t,令和4年度,400t,令和10年度,,,mihon-tokei,')).toEqual([]);
  });
});

test('a single town has no comparable indicators', () => {
  expect(groupComparableIndicators(openFixtureSite())).toEqual([]);
});
