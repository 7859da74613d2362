import { describe, expect, test } from 'vitest';
import { compareTheme } from '../../../src/site-data/theme-comparison.ts';
import { openSiteData } from '../../../src/site-data/open-site-data.ts';
import { appendFixtureLines, createFixtureSite, type FixtureFiles } from '../../support/fixture-site.ts';

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
const compared = (files: FixtureFiles = {}) =>
  compareTheme(openSiteData({ root: createFixtureSite(files) }), 'digital');

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

test('are read from the plan items once for all themes', () => {
  const siteData = openSiteData({ root: createFixtureSite(withSecond('デジタル化した手続をします。')) });
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
