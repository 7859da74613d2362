import { describe, expect, test } from 'vitest';
import { groupByPage, listThemeWords } from '../../../src/site-data/theme-comparison.ts';
import { appendFixtureLines, type FixtureFiles } from '../../support/fixture-site.ts';
import { openFixtureSite } from '../../support/shared-sites.ts';

/** A second town whose plan has these actions under the theme デジタル. */
function withSecond(...summaries: readonly string[]): FixtureFiles {
  const rows = summaries.map((summary, at) => `${at + 1},取組,題,${summary},digital,mihon-keikaku`);
  return {
    ...appendFixtureLines('data/municipalities.csv', '980013,zmihon,前の町,,,,,,,,,mihon-keikaku'),
    'content/plans/z-keikaku/index.mdx':
      '---\ntitle: z\nshortTitle: z\nmunicipality: zmihon\nkind: z\nlevels: [取組]\nsource: mihon-keikaku\n---\n',
    'data/plans/z-keikaku/tree.csv': `コード,種別,名称,要約,テーマ,出典ID\n${rows.join('\n')}\n`,
  };
}
const compared = (files: FixtureFiles = {}) => listThemeWords(openFixtureSite(files), 'digital');

describe('the words of a theme', () => {
  test('are shared if several municipalities use them', () => {
    expect(compared(withSecond('デジタル化した手続をします。'))).toEqual([
      { word: 'デジタル', cities: ['zmihon', 'mihon'] },
    ]);
  });

  test('are not shared if there is only one municipality', () => {
    expect(compared()).toEqual([]);
  });

  test('are not the names of municipalities', () => {
    const found = compared(withSecond('見本市のデジタルです。'));
    expect(found.map(({ word }) => word)).toEqual(['デジタル']);
  });
});

describe('the words of many texts', () => {
  const siteData = openFixtureSite();
  const [theme] = siteData.themes;

  /** Compares the texts of municipalities, one plan item each. */
  function compareTexts(texts: Readonly<Record<string, readonly string[]>>) {
    const item = { ...siteData.planItem('mihon-keikaku/1'), title: '' };
    const planItems = Object.entries(texts).flatMap(([municipality, summaries]) =>
      summaries.map((summary) => ({ ...item, municipality, summary })),
    );
    const municipalities = Object.keys(texts).map((id) => ({ ...siteData.municipality('mihon'), id, title: id }));
    const planItemsWithTheme = () => planItems;
    return listThemeWords({ ...siteData, municipalities, planItems, planItemsWithTheme }, theme?.id ?? '');
  }

  test('that are shared are at most eight, the most widespread first and then the most frequent', () => {
    const words = ['防犯灯', '駐輪場', '植物園', '美術館', '無線通信', '電子掲示板', '図書館', '博物館', '水族館'];
    const all = words.join('、');
    const sharedWords = compareTexts({ 甲市: [all, '博物館'], 乙市: [all], 丙市: ['水族館'] });
    expect(sharedWords).toHaveLength(8);
    expect(sharedWords.slice(0, 2)).toEqual([
      { word: '水族館', cities: ['甲市', '乙市', '丙市'] },
      { word: '博物館', cities: ['甲市', '乙市'] },
    ]);
  });

  test('are not in more than three items of few', () => {
    const repeat = (count: number) =>
      compareTexts({ 甲市: Array<string>(count).fill('無線通信'), 乙市: ['無線通信'] }).map(({ word }) => word);
    expect([repeat(2), repeat(3)]).toEqual([['無線通信'], []]);
  });

  test('are missing for an unknown theme', () => {
    expect(listThemeWords(siteData, 'unknown')).toEqual([]);
  });
});

test('are read from the plan items once for all themes', () => {
  const siteData = openFixtureSite(withSecond('デジタル化した手続をします。'));
  let asked = 0;
  const counting = {
    ...siteData,
    get planItems() {
      asked++;
      return siteData.planItems;
    },
  };
  const found = siteData.themes.map(({ id }) => listThemeWords(counting, id));
  expect(found).toEqual(siteData.themes.map(({ id }) => listThemeWords(siteData, id)));
  expect(found.length).toBeGreaterThan(1);
  expect(asked).toBe(1);
});

describe('the items of a theme', () => {
  const siteData = openFixtureSite();
  const PLAN = 'mihon-keikaku';
  const getItem = (code: string) => siteData.planItem(`${PLAN}/${code}`);
  const codes = (items: readonly { code: string }[]) => items.map(({ code }) => code);

  test('are grouped by the page that shows them; the page has its own summary, if its item is among them', () => {
    const items = ['s1', '1_o1', '1_1', '1_1_2'].map(getItem);
    const summarize = (site: typeof siteData) =>
      groupByPage(site, items).map((group) => ({ ...group, planItems: codes(group.planItems) }));
    const ofPlan = {
      title: '見本町まちづくり計画',
      url: `/plans/${PLAN}/`,
      plan: siteData.plan(PLAN),
      summary: '',
      planItems: ['s1'],
    };
    const policy = { ...ofPlan, title: 'みんなでつくるまち', url: `/plans/${PLAN}/1/`, planItems: ['1_o1'] };
    const { title, url, summary } = getItem('1_1');
    expect(summarize(siteData)).toEqual([ofPlan, policy, { ...ofPlan, title, url, summary, planItems: ['1_1_2'] }]);
    // A measure without a page only groups the items below it.
    const pageItemOf: typeof siteData.pageItemOf = ({ code }) => (code.startsWith('1') ? getItem('1') : null);
    expect(summarize({ ...siteData, pageItemOf })).toEqual([ofPlan, { ...policy, planItems: ['1_o1', '1_1_2'] }]);
    expect(summarize({ ...siteData, pageItemOf, childrenOf: () => [] })[1]?.planItems).toContain('1_1');
  });

  test('repeat no title of their page, but have an action with others below it', () => {
    const [page, plan] = groupByPage(siteData, ['2_1', '1_1_1'].map(getItem));
    expect([page?.title, page?.summary, page?.planItems]).toEqual(['建物を長く使う', getItem('2_1').summary, []]);
    expect([plan?.title, codes(plan?.planItems ?? [])]).toEqual(['情報を伝える', ['1_1_1']]);
  });
});
