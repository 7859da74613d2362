import { describe, expect, test } from 'vitest';
import { createMadeUpIndicator } from '../../../examples/design/made-up-indicator.ts';
import { readPeriod } from '../../../src/notation/period.ts';
import { listSiteStatistics } from '../../../src/site-data/site-statistics.ts';
import {
  findCounterpart,
  getOtherLanguageUrl,
  listTranslationPaths,
  formatEnglishCount,
  formatEnglishPeriod,
  formatEnglishValue,
  translatePeriod,
  translateSource,
  translateValues,
} from '../../../src/site-data/translated-pages.ts';
import { EXAMPLE_SITE } from '../../support/example-site.ts';
import { openSharedSite } from '../../support/shared-sites.ts';
import { REPOSITORY_FOLDER } from '../../support/source-modules.ts';

const siteData = openSharedSite(REPOSITORY_FOLDER);
const JAPANESE = /[\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Han}]/u;

describe('the English names of the site', () => {
  const { plans, planItems, indicators, themes, zones, sources, municipalities } = siteData;
  const statistics = listSiteStatistics(siteData).map(({ statistic }) => statistic);

  test('exist for all that pages show', () => {
    const named = [plans, planItems, indicators, themes, zones, sources, municipalities, statistics].flat();
    expect(named.filter(({ titleEn }) => titleEn === '' || JAPANESE.test(titleEn)).map(({ id }) => id)).toEqual([]);
    expect(planItems).not.toEqual([]);
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

  test.each(['/', '/plans/', '/themes/', '/indicators/', '/statistics/', '/data/'])(
    'of %s has the same path below the language',
    (url) => {
      expect(findCounterpart(siteData, url)).toBe(`/en${url}`);
      expect(findCounterpart(siteData, `/en${url}`)).toBe(url);
    },
  );

  test.each([
    ['/plans/warabi-jiritsu/33_1/', '/en/plans/warabi-jiritsu/'],
    ['/indicators/warabi-jiritsu/agreements/', '/en/indicators/'],
    ['/themes/finance/', '/en/themes/'],
    ['/cities/warabi/', '/en/plans/warabi-jiritsu/'],
    ['/glossary/', '/en/'],
    ['/404.html', '/en/'],
  ])('is that of what %s is a part of, if there is none about the same', (url, english) => {
    expect(findCounterpart(siteData, url)).toBeNull();
    expect(getOtherLanguageUrl(siteData, url)).toBe(english);
  });

  test('does not exist on a site without English', () => {
    const town = openSharedSite(EXAMPLE_SITE);
    expect(listTranslationPaths(town)).toEqual([]);
    expect(findCounterpart(town, '/plans/')).toBeNull();
  });
});

test.each([
  ['令和4年度', 'FY2022'],
  ['平成19年度～平成28年度', 'FY2007 to FY2016'],
  ['2020年', '2020'],
  ['令和5年10月時点', 'October 2023'],
  ['令和5年2月', 'February 2023'],
  ['令和5年10月1日', '1 October 2023'],
])('the period %s is %s', (text, english) => {
  const period = readPeriod(text);
  expect(period.ok && formatEnglishPeriod(period.value)).toBe(english);
});

test.each([
  ['2022-04-15', '2022-05-31', '15 April 2022 to 31 May 2022'],
  ['2022-04-02', '2023-03-31', '2 April 2022 to 31 March 2023'],
  ['2022-04-01', '2023-03-30', '1 April 2022 to 30 March 2023'],
  ['2022-04-01', '2022-12-31', '1 April 2022 to 31 December 2022'],
  ['2022-01-01', '2023-03-31', '1 January 2022 to 31 March 2023'],
  ['2022-05-01', '2023-05-31', '1 May 2022 to 31 May 2023'],
  ['2022-05-01', '2022-06-30', '1 May 2022 to 30 June 2022'],
  ['2020-01-01', '2021-12-31', '2020 to 2021'],
  [null, '2022-05-31', null],
  ['2022-05-31', null, null],
])('the period from %s to %s is %s', (start, end, english) => {
  expect(formatEnglishPeriod({ start, end })).toBe(english);
});

test('words for a period are translated if their days are known', () => {
  expect(['令和4年度', '随時', null].map(translatePeriod)).toEqual(['FY2022', '', '']);
});

test('only other numbers than 1 are followed by a plural', () => {
  expect([0, 1, 1200].map((count) => formatEnglishCount(count, 'item'))).toEqual(['0 items', '1 item', '1,200 items']);
});

test.each([
  ['5,587人', 5587, '人', 'people', '5,587 people'],
  ['97.4％', 97.4, '%', '%', '97.4%'],
  ['3', 3, '', '', '3'],
  ['114.3', 114.3, '指数', 'index', '114.3'],
  ['114.3', 114.3, '指数', '', '114.3'],
  ['12千人', 12_000, '人', 'people', '12,000 people'],
  ['80%以上', 80, '%', '%', 'at least 80%'],
  ['１２.０％', 12, '%', '%', '12.0%'],
  ['▲1,234.50円以下', -1234.5, '円', 'yen', 'at most −1,234.50 yen'],
  ['1.20千人', 1200, '人', 'people', '1,200 people'],
  ['約50%', 50, '%', '%', 'about 50%'],
  // What says more than a number stays as the plan prints it, like words.
  ['800人を維持', 800, '人', 'people', null],
  ['月2回', 2, '回', 'times', null],
  ['12回', 12, '回', '', null],
  ['策定', null, '', '', null],
] as const)('%s has an English form only if that says the same', (text, value, unit, unitEn, english) => {
  expect(formatEnglishValue({ text, value }, { unit, unitEn })).toBe(english);
});

test.each([
  ['translated', '%'],
  ['Japanese', ''],
])('a 速報 is provisional in English, too, if its value is %s', (_what, unitEn) => {
  const { indicator } = createMadeUpIndicator({ baseline: [2022, 8], target: [2028, 12], results: [[2024, 9.2]] });
  const note = (certainty: 'provisional' | 'final') => {
    const latest = indicator.latest && { ...indicator.latest, certainty };
    return translateValues({ ...indicator, unitEn, latest }).map(({ cell }) => cell?.note);
  };
  expect(note('provisional')).toEqual(['', ' (provisional)', '']);
  expect(note('final')).toEqual(['', '', '']);
});

test('a range is translated if both of its ends are known', () => {
  const people = { unit: '人', unitEn: 'people' };
  const translate = (text: string, low: number | null, high: number | null) =>
    formatEnglishValue({ text, value: null, low, high }, people);
  expect(translate('3～5人', 3, 5)).toBe('3 to 5 people');
  expect(translate('3.0～5.5人', 3, 5.5)).toBe('3.0 to 5.5 people');
  expect(translate('3～5人', 3, null)).toBeNull();
  expect(translate('3～5人', null, 5)).toBeNull();
});

test.each([
  ['Report', 'Example Town', 'Report, Example Town'],
  ['Report', '', 'Report'],
  ['', 'Example Town', ''],
])('the source “%s” of “%s” is “%s” in English', (titleEn, publisherEn, english) => {
  expect(translateSource({ ...siteData.source('localgovjp'), titleEn, publisherEn }).titleEn).toBe(english);
});
