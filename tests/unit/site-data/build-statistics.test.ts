import { beforeAll, describe, expect, test } from 'vitest';
import type { SiteData } from '../../../src/site-data/site-data.ts';
import { openSiteData } from '../../../src/site-data/open-site-data.ts';
import { appendFixtureLines, createFixtureSite } from '../../support/fixture-site.ts';
import { openSharedSite, openFixtureSite } from '../../support/shared-sites.ts';
import { REPOSITORY_FOLDER } from '../../support/source-modules.ts';

/** The statistics with the numbers of their values in five municipalities and the sums of these, from the official tables. */
const counted: readonly (readonly [id: string, count: number, sum: number])[] = [
  ['financial-strength', 100, 85.89],
  ['ordinary-balance-ratio', 100, 9141.3],
  ['debt-service-ratio', 90, 497.5],
  ['debt-service-ratio-before-2007', 10, 140.3],
  ['future-burden-ratio', 85, 2694.6],
  ['pay-index', 95, 9635.3],
  ['pay-index-adjusted', 10, 1009.3],
  ['revenue', 65, 6_063_178_280],
  ['local-tax', 65, 2_723_819_567],
  ['expenditure', 60, 5_301_196_723],
  ['administrative-staff', 5, 5550],
  ['census-population', 29, 7_236_735],
  ['census-under-15', 15, 484_338],
  ['census-65-and-over', 15, 918_725],
  ['census-households', 15, 1_641_121],
  ['resident-population', 65, 16_540_504],
  ['resident-households', 10, 1_171_994],
  ['projected-population', 30, 7_412_359],
  ['area', 10, 1363.46],
];

let siteData: SiteData;
beforeAll(() => {
  siteData = openFixtureSite();
});

describe('statistics', () => {
  test('are in the order of their file', () => {
    expect(siteData.statistics.map(({ id }) => id)).toEqual(['burden', 'income', 'residents', 'pay', 'pay-adjusted']);
  });

  test('have a threshold with its source, or none', () => {
    expect(siteData.statistic('burden').threshold).toEqual({
      value: 350,
      title: '早期健全化基準',
      source: 'mihon-tokei',
    });
    expect(siteData.statistic('income').threshold).toBeNull();
  });

  test('have a URL', () => {
    expect(siteData.statistic('pay').url).toBe('/statistics/pay/');
  });

  test('are found by their themes, the first or another', () => {
    expect(siteData.statisticsWithTheme('participation').map(({ id }) => id)).toEqual(['burden', 'residents']);
    expect(siteData.statisticsWithTheme('digital')).toEqual([]);
  });
});

describe('the values of statistics', () => {
  const listValues = (statistic: string) =>
    siteData.statisticValuesOf(statistic).map(({ period, value, state }) => [period.text, value, state]);

  test('are sorted by time, not by rows', () => {
    expect(listValues('burden')).toEqual([
      ['2020年度', 12.5, 'calculated'],
      ['2021年度', 0, 'calculated'],
      ['2022年度', null, 'not-calculated'],
    ]);
  });

  test('are in the unit of the statistic, with the text of the file', () => {
    expect(siteData.statisticValuesOf('income').map(({ value, text }) => [value, text])).toEqual([
      [5_000_000, '5,000,000千円'],
      [5_100_000, '51億円'],
    ]);
  });

  test('of a statistic without values are an empty list', () => {
    expect(siteData.statisticValuesOf('none')).toEqual([]);
  });

  test('are sorted by statistic and municipality', () => {
    const root = createFixtureSite({
      ...appendFixtureLines('data/municipalities.csv', '980013,zmihon,前の町,,,,,,,,,mihon-keikaku'),
      'data/municipalities/zmihon/statistic-values.csv':
        '統計ID,時点,値,出典ID\nincome,2021年度,3,mihon-tokei\nburden,2022年度,1,mihon-tokei\n',
    });
    const order = openSiteData({ root }).statisticValues.map((one) => `${one.statistic} ${one.municipality}`);
    expect([...new Set(order)].slice(0, 4)).toEqual(['burden zmihon', 'burden mihon', 'income zmihon', 'income mihon']);
  });
});

describe('the real values', () => {
  const real = openSharedSite(REPOSITORY_FOLDER);

  test.each(counted)('of %s have the number and the sum of the official tables', (id, count, sum) => {
    const values = real.statisticValuesOf(id);
    expect(values).toHaveLength(count);
    expect(values.reduce((total, { value }) => total + (value ?? 0), 0)).toBeCloseTo(sum, 6);
  });

  test('are 874, and 算定なし is neither 0 nor missing', () => {
    expect(real.statisticValues).toHaveLength(874);
    const states = Map.groupBy(real.statisticValues, ({ state }) => state);
    expect([states.get('calculated')?.length, states.get('not-calculated')?.length]).toEqual([851, 23]);
    expect(states.get('not-calculated')?.every(({ statistic }) => statistic === 'future-burden-ratio')).toBe(true);
    expect(real.statisticValues.every(({ value, state }) => (value === null) === (state === 'not-calculated'))).toBe(
      true,
    );
  });
});
