import { describe, expect, test } from 'vitest';
import { findCounterpart, getOtherLanguageUrl, listTranslationPaths } from '../../../src/site-data/translated-pages.ts';
import { listSiteStatistics } from '../../../src/site-data/site-statistics.ts';
import { openSharedSite } from '../../support/shared-sites.ts';
import { EXAMPLE_SITE } from '../../support/example-site.ts';
import { REPOSITORY_FOLDER } from '../../support/source-modules.ts';

const siteData = openSharedSite(REPOSITORY_FOLDER);
const JAPANESE = /[\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Han}]/u;

describe('the English names of the site', () => {
  const { plans, planItems, indicators, themes, zones, sources, municipalities } = siteData;
  const statistics = listSiteStatistics(siteData).map(({ statistic }) => statistic);

  test('exist for all that pages show', () => {
    const named = [plans, planItems, indicators, themes, zones, sources, municipalities, statistics].flat();
    expect(named.filter(({ titleEn }) => titleEn === '' || JAPANESE.test(titleEn)).map(({ id }) => id)).toEqual([]);
    expect(planItems).toHaveLength(268);
  });

  test('exist for units, publishers, prefectures and what the site contains of plans', () => {
    const words = [
      ...[...indicators, ...statistics].map(({ unitEn }) => unitEn),
      ...sources.map(({ publisherEn }) => publisherEn),
      ...municipalities.map(({ prefectureEn }) => prefectureEn),
      ...plans.map(({ scopeEn }) => scopeEn),
    ];
    expect(words.filter((text) => text === '' || JAPANESE.test(text))).toEqual([]);
  });

  test('are the same for one name in one plan', () => {
    const byName = Map.groupBy(planItems, ({ plan, title }) => `${plan} ${title}`);
    const unlike = [...byName.values()].filter((same) => new Set(same.map(({ titleEn }) => titleEn)).size > 1);
    expect(unlike.map(([first]) => first?.title)).toEqual([]);
  });
});

describe('the page in the other language', () => {
  test('is the page about the same, in both directions', () => {
    expect(findCounterpart(siteData, '/plans/warabi-jiritsu/')).toBe('/en/plans/warabi-jiritsu/');
    expect(findCounterpart(siteData, '/en/plans/warabi-jiritsu/')).toBe('/plans/warabi-jiritsu/');
  });

  test('is the English home page if there is none about the same', () => {
    expect(findCounterpart(siteData, '/glossary/')).toBeNull();
    expect(getOtherLanguageUrl(siteData, '/glossary/')).toBe('/en/');
  });

  test('does not exist on a site without English', () => {
    const town = openSharedSite(EXAMPLE_SITE);
    expect(listTranslationPaths(town)).toEqual([]);
    expect(findCounterpart(town, '/plans/')).toBeNull();
  });
});
