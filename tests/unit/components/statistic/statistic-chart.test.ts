import { describe, expect, test } from 'vitest';
import { MIN_SUMMARIZED_VALUES } from '../../../../src/charts/line-chart-frame.ts';
import { drawLineChart } from '../../../../src/charts/line-chart.ts';
import {
  createPublishedTable,
  createStatisticChart,
  describeAdjustedYears,
  findNarrowDomain,
} from '../../../../src/components/statistic/statistic-chart.ts';
import { formatDayNumber, toDayNumber } from '../../../../src/model/quantity-schema.ts';
import { getSiteStatistic } from '../../../../src/site-data/site-statistics.ts';
import { openSharedSite } from '../../../support/shared-sites.ts';
import { REPOSITORY_FOLDER } from '../../../support/source-modules.ts';

const siteData = openSharedSite(REPOSITORY_FOLDER);
const get = (id: string) => getSiteStatistic(siteData, id);
const draw = (id: string, main: string | null = null) => createStatisticChart(siteData, get(id), 'page', main);

describe('the chart of a statistic', () => {
  test('highlights one municipality, whose line is last', () => {
    const { series } = draw('future-burden-ratio', 'kashiwa');
    const measured = siteData.statisticValuesOf('future-burden-ratio').map(({ municipality }) => municipality);
    expect(series).toHaveLength(new Set(measured).size);
    expect(series.filter(({ isMain }) => isMain).map(({ id }) => id)).toEqual(['kashiwa']);
    expect(series.at(-1)?.id).toBe('kashiwa');
    expect(draw('future-burden-ratio').series.some(({ isMain }) => isMain)).toBe(false);
    expect(draw('future-burden-ratio').summaries).toEqual([]);
  });

  test('names the highlighted municipality without its prefecture', () => {
    const namesakes = {
      ...siteData,
      municipality: (id: string) => ({ ...siteData.municipality(id), title: '府中市' }),
      nameMunicipality: (id: string) => `府中市（${siteData.municipality(id).prefecture}）`,
    };
    const entry = getSiteStatistic(namesakes, 'future-burden-ratio');
    const { series } = createStatisticChart(namesakes, entry, 'page', 'kashiwa');
    expect(series.at(-1)?.title).toBe('府中市');
    expect(series.map(({ title }) => title)).toContain('府中市（埼玉県）');
  });

  test('begins at 0 unless the lines would be flat', () => {
    expect(draw('future-burden-ratio').domain).toBeUndefined();
    const [low = 0, high = 0] = draw('pay-index').domain ?? [];
    expect([low > 0, low < 100, high > 100]).toEqual([true, true, true]);
    // An axis without a length has no room for its numbers.
    expect(findNarrowDomain([123_456, 123_456])).toBeNull();
  });

  test('has an axis on which a small change of an index looks small', () => {
    const chart = draw('resident-households');
    const numbers = chart.series.flatMap(({ points }) => points.flatMap(({ value }) => value ?? []));
    expect(Math.max(...numbers) - Math.min(...numbers)).toBeLessThan(3);
    const [low = 0, high = 0] = chart.domain ?? [];
    expect([low > 90, low <= 95, high >= 105, high < 110]).toEqual([true, true, true, true]);
  });

  test('has the threshold of the statistic, and the words for 算定なし', () => {
    const { threshold, series } = draw('future-burden-ratio');
    expect(threshold).toMatchObject({ value: 350, title: '早期健全化基準' });
    const blank = series.flatMap(({ points }) => points.filter(({ state }) => state === 'not-calculated'));
    expect([...new Set(blank.map(({ text }) => text))]).toEqual(['算定なし']);
  });

  test('is named with the base of an index, and an index number has no unit', () => {
    expect(draw('census-population').title).toBe('国勢調査人口（2005年を100とした値）');
    expect(draw('pay-index')).toMatchObject({ title: 'ラスパイレス指数（国家公務員を100とした値）', unit: '' });
    expect(draw('financial-strength')).toMatchObject({ title: '財政力指数', unit: '' });
    expect(draw('future-burden-ratio')).toMatchObject({ title: '将来負担比率', unit: '%' });
  });

  test('has the published value beside each index number, and nothing beside other numbers', () => {
    const values = siteData
      .statisticValuesOf('census-population')
      .filter(({ municipality }) => municipality === 'warabi');
    const points = draw('census-population').series.find(({ id }) => id === 'warabi')?.points ?? [];
    expect(points.length).toBeGreaterThan(1);
    for (const { day, published } of points) {
      const value = values.find(({ period }) => toDayNumber(period.start ?? '') === day)?.value;
      expect(published?.replaceAll(',', '')).toBe(`${value}人`);
    }
    expect(draw('pay-index').series.flatMap((one) => one.points.filter(({ published }) => published))).toEqual([]);
  });

  test('has broken lines only if it is a projection', () => {
    const [projected, counted] = ['projected-population', 'census-population'].map((id) => drawLineChart(draw(id), id));
    expect(projected).toContain('plot-projection');
    expect(counted).not.toContain('plot-projection');
  });

  test('follows the adjusted form in its years, with the published values beside it', () => {
    const { series, shaded, lineTitle, dashedTitle } = draw('pay-index');
    const adjusted = get('pay-index-adjusted').published;
    expect(adjusted.length).toBeGreaterThan(0);
    for (const { municipality, points } of adjusted) {
      const line = series.find(({ id }) => id === municipality);
      const published = get('pay-index').published.find((one) => one.municipality === municipality);
      for (const { period, value } of points) {
        const day = toDayNumber(period.start ?? '');
        const before = published?.points.find((one) => one.period.start === period.start)?.value;
        expect(line?.points.find((point) => point.day === day)?.value).toBe(value);
        expect(line?.dashed?.find((point) => point.day === day)?.value).toBe(before);
      }
      expect(line?.dashed).toHaveLength(points.length);
    }
    expect(shaded).toEqual(new Set(['2012-04-01', '2013-04-01'].map(toDayNumber)));
    expect([lineTitle, dashedTitle]).toEqual(['参考値', '公表値']);
    expect(draw('future-burden-ratio').shaded).toBeUndefined();
  });
});

test('each point has the year in which its period begins', () => {
  const points = createPublishedTable(siteData, get('pay-index')).series.flatMap((one) => one.points);
  expect(points).not.toEqual([]);
  for (const { day, year } of points) expect(formatDayNumber(day)).toMatch(new RegExp(`^${year}-`));
});

test('a chart without lines, of many municipalities, does not name lines or shade the years of their adjusted form', () => {
  const entry = get('pay-index');
  const many = Array.from({ length: MIN_SUMMARIZED_VALUES }, () => entry.published[0]).filter(
    (one) => one !== undefined,
  );
  const { series, shaded, lineTitle } = createStatisticChart(siteData, { ...entry, published: many }, 'page');
  expect([series, shaded, lineTitle]).toEqual([[], undefined, undefined]);
});

test('a note explains the years of the adjusted form, only on a site with values of that form', () => {
  const { statistic } = get('pay-index');
  const withoutValues = { ...siteData, statisticValuesOf: () => [] };
  expect(describeAdjustedYears(siteData, statistic, true)).toContain('線が参考値');
  expect(describeAdjustedYears(siteData, statistic, false)).toContain('参考値の帯');
  expect(describeAdjustedYears(withoutValues, statistic, true)).toBe('');
});

test('the table of a statistic has its published values, not those that are compared', () => {
  const { unit, series } = createPublishedTable(siteData, get('census-population'));
  expect(unit).toBe('人');
  const texts = series.flatMap(({ points }) => points.map(({ text }) => text));
  expect(texts).not.toEqual([]);
  expect(texts.filter((text) => !text.endsWith('人'))).toEqual([]);
});
