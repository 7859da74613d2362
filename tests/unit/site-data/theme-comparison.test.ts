import { describe, expect, test } from 'vitest';
import { compareTheme } from '../../../src/site-data/theme-comparison.ts';
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
const compared = (files: FixtureFiles = {}) => compareTheme(openFixtureSite(files), 'digital');

describe('the words of a theme', () => {
  test('are shared if several municipalities use them', () => {
    expect(compared(withSecond('デジタル化した手続をします。')).sharedWords).toEqual([
      { word: 'デジタル', cities: ['zmihon', 'mihon'] },
    ]);
  });

  test('are not shared if there is only one municipality', () => {
    expect(compared().sharedWords).toEqual([]);
  });

  test('belong to a municipality if only it uses them, and twice', () => {
    const { ownWords } = compared(
      withSecond('無線通信をひきます。', '無線通信をひろげます。', '電子掲示板をつくります。'),
    );
    expect([ownWords.get('zmihon'), ownWords.get('mihon')]).toEqual([['無線通信'], []]);
  });

  test('are not the names of municipalities', () => {
    const { ownWords } = compared(withSecond('見本町の人です。', '見本町のことです。'));
    expect(ownWords.get('zmihon')).toEqual([]);
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
    return compareTheme({ ...siteData, municipalities, planItems, planItemsWithTheme }, theme?.id ?? '');
  }

  test('that are shared are at most eight, the most widespread first and then the most frequent', () => {
    const words = ['防犯灯', '駐輪場', '植物園', '美術館', '無線通信', '電子掲示板', '図書館', '博物館', '水族館'];
    const all = words.join('、');
    const { sharedWords, ownWords } = compareTexts({ 甲市: [all, '博物館'], 乙市: [all], 丙市: ['水族館'] });
    expect(sharedWords).toHaveLength(8);
    expect(sharedWords.slice(0, 2)).toEqual([
      { word: '水族館', cities: ['甲市', '乙市', '丙市'] },
      { word: '博物館', cities: ['甲市', '乙市'] },
    ]);
    expect([...ownWords.values()]).toEqual([[], [], []]);
    const shown = new Set(sharedWords.map(({ word }) => word));
    const last = words.filter((word) => !shown.has(word));
    expect(compareTexts({ 甲市: [all, ...last], 乙市: [all] }).ownWords.get('甲市')).toEqual([]);
  });

  test('belong to no municipality if they are part of a shared word, or in more than three items', () => {
    const shared = '指定管理者制度';
    const { ownWords } = compareTexts({ 甲市: [shared, '指定管理者', '指定管理者'], 乙市: [shared] });
    expect(ownWords.get('甲市')).toEqual([]);
    const repeat = (count: number) =>
      compareTexts({ 甲市: Array<string>(count).fill('無線通信') }).ownWords.get('甲市');
    expect([repeat(3), repeat(4)]).toEqual([['無線通信'], []]);
  });

  test('are missing for an unknown theme', () => {
    expect(compareTheme(siteData, 'unknown')).toEqual({ sharedWords: [], ownWords: new Map() });
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
  const found = siteData.themes.map(({ id }) => compareTheme(counting, id));
  expect(found).toEqual(siteData.themes.map(({ id }) => compareTheme(siteData, id)));
  expect(found.length).toBeGreaterThan(1);
  expect(asked).toBe(1);
});

test('a municipality has at most five words of its own, the most frequent first', () => {
  const words = ['防犯灯', '駐輪場', '植物園', '美術館', '無線通信', '電子掲示板'];
  const twice = words.flatMap((word) => [`${word}をつくります。`, `${word}をなおします。`]);
  const { ownWords } = compared(withSecond(...twice, '駐輪場をふやします。'));
  expect(ownWords.get('zmihon')).toEqual(['駐輪場', '電子掲示板', '無線通信', '植物園', '美術館']);
});
