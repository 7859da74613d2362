import { beforeAll, describe, expect, test } from 'vitest';
import { openSiteData } from '../../../src/site-data/open-site-data.ts';
import type { SiteData } from '../../../src/site-data/site-data.ts';
import { appendFixtureLines, createFixtureSite } from '../../support/fixture-site.ts';
import { openSharedSite, openFixtureSite } from '../../support/shared-sites.ts';
import { REPOSITORY_FOLDER } from '../../support/source-modules.ts';

/** The statistics, with the number and sum of values until a day in five municipalities, from official tables. */
const counted: readonly (readonly [id: string, last: string, count: number, sum: number])[] = [
  ['financial-strength', '2024-04-01', 100, 85.89],
  ['ordinary-balance-ratio', '2024-04-01', 100, 9141.3],
  ['debt-service-ratio', '2024-04-01', 90, 497.5],
  ['debt-service-ratio-before-2007', '2006-04-01', 10, 140.3],
  ['future-burden-ratio', '2024-04-01', 85, 2694.6],
  ['pay-index', '2024-04-01', 95, 9635.3],
  ['pay-index-adjusted', '2013-04-01', 10, 1009.3],
  ['revenue', '2022-04-01', 65, 6_063_178_280],
  ['local-tax', '2022-04-01', 65, 2_723_819_567],
  ['expenditure', '2021-04-01', 60, 5_301_196_723],
  ['administrative-staff', '2024-04-01', 5, 5550],
  ['census-population', '2025-10-01', 29, 7_236_735],
  ['census-under-15', '2020-10-01', 15, 484_338],
  ['census-65-and-over', '2020-10-01', 15, 918_725],
  ['census-households', '2020-10-01', 15, 1_641_121],
  ['resident-population', '2025-01-01', 65, 16_540_504],
  ['resident-households', '2020-01-01', 10, 1_171_994],
  ['projected-population', '2050-10-01', 30, 7_412_359],
  ['area', '2024-10-01', 10, 1363.46],
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

  const cities = ['warabi', 'kashiwa', 'hiratsuka', 'kanazawa', 'kashiwara'];
  const listCounted = (id: string, last: string) =>
    real
      .statisticValuesOf(id)
      .filter(({ municipality, period }) => cities.includes(municipality) && (period.start ?? '') <= last);

  test.each(counted)('of %s until %s have the number and the sum of the official tables', (id, last, count, sum) => {
    const values = listCounted(id, last);
    expect(values).toHaveLength(count);
    expect(values.reduce((total, { value }) => total + (value ?? 0), 0)).toBeCloseTo(sum, 6);
  });

  test('with 算定なし are neither 0 nor missing', () => {
    const counts = Object.groupBy(listCounted('future-burden-ratio', '2024-04-01'), ({ state }) => state);
    expect([counts.calculated?.length, counts['not-calculated']?.length]).toEqual([62, 23]);
    const states = Map.groupBy(real.statisticValues, ({ state }) => state);
    expect(states.get('not-calculated')?.every(({ statistic }) => statistic === 'future-burden-ratio')).toBe(true);
    expect(real.statisticValues.every(({ value, state }) => (value === null) === (state === 'not-calculated'))).toBe(
      true,
    );
  });
});
