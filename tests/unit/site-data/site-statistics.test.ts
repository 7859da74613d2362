import { expect, test } from 'vitest';
import {
  getSiteStatistic,
  listCityStatistics,
  listItemsNaming,
  listMainStatistics,
  listOtherCityStatistics,
  listRelatedStatistics,
  listSiteStatistics,
  listNotesOfValues,
} from '../../../src/site-data/site-statistics.ts';
import type { Statistic } from '../../../src/tables/statistics.ts';
import { openSharedSite } from '../../support/shared-sites.ts';
import { REPOSITORY_FOLDER } from '../../support/source-modules.ts';

const siteData = openSharedSite(REPOSITORY_FOLDER);
const [statistic] = siteData.statistics;
if (!statistic) throw new Error('there is no statistic');

test('a statistic without values is left out', () => {
  const statistics = [...siteData.statistics, { ...statistic, id: 'empty' }];
  const statisticValuesOf = (id: string) => (id === 'empty' ? [] : siteData.statisticValuesOf(id));
  const listed = listSiteStatistics({ ...siteData, statistics, statisticValuesOf }).map((one) => one.statistic.id);
  expect(listed.sort()).toEqual(siteData.statistics.map(({ id }) => id).sort());
});

test('statistics are in order of their categories, and series that have ended are the last of a category', () => {
  const listed = listSiteStatistics(siteData).map((one) => one.statistic);
  const categories = [...new Set(siteData.statistics.map(({ category }) => category))];
  expect(listed.map(({ category }) => categories.indexOf(category))).toEqual(
    listed.map(({ category }) => categories.indexOf(category)).sort((a, b) => a - b),
  );
  const listIds = (category: string) => listed.filter((one) => one.category === category).map(({ id }) => id);
  expect(listIds('finance').at(-1)).toBe('debt-service-ratio-before-2007');
  expect(listIds('staff')).toEqual(['pay-index', 'administrative-staff', 'pay-index-adjusted']);
});

test('lines are drawn of statistics with a finding and three times, but not of an adjusted form', () => {
  const isDrawn = (changed: Readonly<Record<string, Partial<Statistic>>> = {}) => {
    const statistics = siteData.statistics.map((one) => ({ ...one, ...changed[one.id] }));
    return listMainStatistics({ ...siteData, statistics }).some((one) => one.statistic.id === 'census-households');
  };
  expect(isDrawn()).toBe(true);
  expect(isDrawn({ 'census-households': { comparison: 'none' } })).toBe(false);
  expect(isDrawn({ 'pay-index': { adjusted: 'census-households' } })).toBe(false);
  const drawn = listMainStatistics(siteData).map(({ compared }) => compared.series.map(({ points }) => points.length));
  expect(Math.min(...drawn.map((lengths) => Math.max(...lengths)))).toBe(3);
});

test('a note on values names their times, and their municipalities unless all of a time have it', () => {
  const [first = expect.fail()] = siteData.statisticValuesOf('pay-index');
  const createValue = (municipality: string, note: string) => ({ ...first, municipality, note });
  const cities = siteData.municipalities.map(({ id }) => id);
  const list = (...notes: string[]) => {
    const values = cities.map((city, at) => createValue(city, notes[at] ?? ''));
    return listNotesOfValues({ ...siteData, statisticValuesOf: () => values }, { id: first.statistic });
  };
  const [one = '', other = ''] = cities.map(siteData.nameMunicipality);
  expect(list()).toEqual([]);
  expect(list('推計', '推計', '推計', '推計', '推計')).toEqual(['2006年4月1日：推計']);
  expect(list('推計', '推計', '合併前')).toEqual([
    `2006年4月1日（${one}・${other}）：推計`,
    `2006年4月1日（${siteData.nameMunicipality(cities[2] ?? '')}）：合併前`,
  ]);
  const listMany = (count: number) => {
    const values = Array.from({ length: 7 }, (_, at) => createValue(`${at}市`, at < count ? '推計' : ''));
    const nameMunicipality = (id: string) => id;
    return listNotesOfValues({ ...siteData, nameMunicipality, statisticValuesOf: () => values }, { id: 'many' });
  };
  expect(listMany(5)).toEqual(['2006年4月1日（0市・1市・2市・3市・4市）：推計']);
  expect(listMany(6)).toEqual(['2006年4月1日（6の市）：推計']);
});

test('a line is drawn even if one municipality has few values', () => {
  const municipality = siteData.statisticValuesOf('census-households')[0]?.municipality;
  const statisticValuesOf = (id: string) =>
    siteData.statisticValuesOf(id).filter((one, at) => one.municipality !== municipality || at === 0);
  const shown = listMainStatistics({ ...siteData, statisticValuesOf }).map((one) => one.statistic.id);
  expect(shown).toContain('census-households');
});

test('values per person are divided by those of the other statistic', () => {
  const { compared, published } = getSiteStatistic(siteData, 'local-tax');
  expect(compared.unit).toBe('万円');
  expect(compared.series.map(({ title }) => title)).toEqual(published.map(({ title }) => title));
  expect(compared.series.every(({ points }) => points.length > 0)).toBe(true);
});

test('the headline also says how the numbers themselves moved, and at which time all jumped', () => {
  expect(getSiteStatistic(siteData, 'census-under-15').finding).toMatch(
    /割合は、[^。]+。[^。]+。国勢調査 15歳未満人口は、/,
  );
  expect(getSiteStatistic(siteData, 'revenue').finding).toMatch(/。2020年度は、5市とも前後の値より大きくなっています$/);
});

test('an unknown statistic is an error', () => {
  expect(() => getSiteStatistic(siteData, 'unknown')).toThrow('there is no statistic “unknown”');
});

test('an item that names a statistic is listed unless an item below it does', () => {
  const item = siteData.planItems.find(({ parent }) => parent !== null);
  const [parent] = item ? siteData.ancestorsOf(item) : [];
  if (!item || !parent) throw new Error('there is no item below another');
  const naming = { ...statistic, title: 'この統計の名前' };
  const list = (...ids: readonly string[]) => {
    const planItems = siteData.planItems.map((one) =>
      ids.includes(one.id) ? { ...one, summary: `${naming.title}を見ます。` } : one,
    );
    return listItemsNaming({ ...siteData, planItems }, naming).map(({ id }) => id);
  };
  expect(list(parent.id)).toEqual([parent.id]);
  expect(list(parent.id, item.id)).toEqual([item.id]);
});

const listTitles = (found: ReturnType<typeof listRelatedStatistics>) =>
  [found.named, found.ofTheme].map((list) => list.map(({ title }) => title));

test('the statistics of an item are those that it names, and others with its main theme, together at most five', () => {
  const item = siteData.planItems.find(({ themes }) => themes.includes('finance'));
  if (!item) throw new Error('there is no item about finance');
  const title = '国勢調査 世帯数';
  const named = { ...item, id: 'none', summary: `${title}を見ます。` };
  const list = (one: typeof item) => listTitles(listRelatedStatistics(siteData, one));
  expect(list({ ...named, themes: [] })).toEqual([[title], []]);
  const related = listRelatedStatistics(siteData, { ...named, themes: ['finance'] });
  expect(related.named.map((one) => one.title)).toEqual([title]);
  expect(related.ofTheme).toHaveLength(4);
  expect(related.ofTheme.every(({ themes }) => themes.includes('finance'))).toBe(true);
  expect(list({ ...named, summary: '', themes: [] })).toEqual([[], []]);
  expect(list({ ...named, themes: ['publicity', 'finance'] })).toEqual([[title], []]);
});

test('the main theme of an item without themes is that of most items below, whose texts may name statistics', () => {
  const [item] = siteData.planItems;
  if (!item) throw new Error('there is no item');
  const title = '国勢調査 世帯数';
  const list = (themes: readonly string[], ...below: readonly (readonly string[])[]) => {
    const children = below.map((own, at) => ({
      ...item,
      id: `${at}`,
      summary: `${title}を見ます。`,
      themes: [...own],
    }));
    const childrenOf = (id: string) => (id === 'above' ? children : []);
    const above = { ...item, id: 'above', summary: '', themes: [...themes] };
    return listTitles(listRelatedStatistics({ ...siteData, childrenOf }, above));
  };
  const aboutFinance = list(['finance'], []);
  expect(aboutFinance[0]).toEqual([title]);
  expect(aboutFinance[1]).toHaveLength(4);
  expect(list([], ['publicity'], ['finance', 'publicity'], ['finance'])).toEqual(aboutFinance);
  expect(list([], ['publicity'], ['publicity'], ['finance'])).toEqual([[title], []]);
  expect(list(['publicity'], ['finance'])).toEqual([[title], []]);
  expect(list([], [])).toEqual([[title], []]);
});

test('a municipality has the first statistics that say something about it', () => {
  const city = siteData.statisticValuesOf('census-households')[0]?.municipality ?? '';
  const list = (shown: typeof siteData) => listCityStatistics(shown, city).map((one) => one.statistic.id);
  expect(list(siteData)).toHaveLength(6);
  // An index of one value compares nothing, so the page has no chart of it.
  const statisticValuesOf = (id: string) =>
    siteData.statisticValuesOf(id).filter((one, at) => one.municipality !== city || at === 0);
  const statistics = siteData.statistics.filter(({ id }) => id === 'census-households');
  expect(list({ ...siteData, statistics })).toEqual(['census-households']);
  expect(list({ ...siteData, statistics, statisticValuesOf })).toEqual([]);
});

test('a municipality has the latest values of its statistics without a chart, but not of an adjusted form', () => {
  const city = siteData.statisticValuesOf('census-households')[0]?.municipality ?? '';
  const list = (shown: typeof siteData) =>
    listOtherCityStatistics(shown, city, new Set(listCityStatistics(shown, city).map((one) => one.statistic.id))).map(
      (one) => [one.statistic.id, one.latest.period.text] as const,
    );
  const others: Readonly<Record<string, string>> = Object.fromEntries(list(siteData));
  expect(others).toMatchObject({ 'resident-population': '2025年1月1日', area: '2024年10月1日' });
  const charted = listCityStatistics(siteData, city).map((one) => one.statistic.id);
  const adjusted = siteData.statistics.flatMap((one) => one.adjusted ?? []);
  const old = ['debt-service-ratio-before-2007'];
  expect([...Object.keys(others), ...charted, ...adjusted, ...old].sort()).toEqual(
    siteData.statistics.map(({ id }) => id).sort(),
  );
  for (const owner of siteData.municipalities)
    for (const { latest } of listOtherCityStatistics(siteData, owner.id, new Set()))
      expect(latest.municipality).toBe(owner.id);
  // Without a chart, the statistic is among the others.
  const statistics = siteData.statistics.filter(({ id }) => id === 'census-households');
  const statisticValuesOf = (id: string) =>
    siteData
      .statisticValuesOf(id)
      .filter((one, at, all) => all[at + 1]?.municipality !== city || one.municipality !== city);
  expect(list({ ...siteData, statistics })).toEqual([]);
  expect(list({ ...siteData, statistics, statisticValuesOf })).toHaveLength(1);
});

test('amounts of money that readers subtract are of the newest time that all have, if that is not old', () => {
  const city = siteData.statisticValuesOf('expenditure')[0]?.municipality ?? '';
  const list = (shown: typeof siteData) =>
    listOtherCityStatistics(shown, city, new Set())
      .filter(({ statistic: { unit } }) => unit === '千円')
      .map(({ statistic: { id }, value, latest }) => [id, value.period.text, latest.period.text]);
  expect(list(siteData)).toEqual([
    ['revenue', '2021年度', '2022年度'],
    ['local-tax', '2021年度', '2022年度'],
    ['expenditure', '2021年度', '2021年度'],
  ]);
  // Only amounts of one subject are subtracted from each other.
  const changeStatistic = (key: string, changed: Partial<Statistic>) => ({
    ...siteData,
    statistics: siteData.statistics.map((one) => (one.id === key ? { ...one, ...changed } : one)),
  });
  expect(list(changeStatistic('expenditure', { category: 'land' })).map(([, time]) => time)).toEqual([
    '2022年度',
    '2022年度',
    '2021年度',
  ]);
  expect(list(changeStatistic('area', { category: 'finance' }))).toEqual(list(siteData));
  const others = listOtherCityStatistics(
    changeStatistic('census-population', { category: 'finance' }),
    city,
    new Set(),
  );
  expect(others.filter(({ value, latest }) => value !== latest).map(({ statistic: { id } }) => id)).toEqual([
    'revenue',
    'local-tax',
  ]);
  const keepTax = (isKept: (year: number) => boolean) => (id: string) =>
    siteData
      .statisticValuesOf(id)
      .filter(({ period }) => id !== 'local-tax' || isKept(Number.parseInt(period.text, 10)));
  expect(list({ ...siteData, statisticValuesOf: keepTax((year) => year !== 2021) })[0]).toEqual([
    'revenue',
    '2020年度',
    '2022年度',
  ]);
  const withoutCommon = { ...siteData, statisticValuesOf: keepTax((year) => year < 2014 || year === 2022) };
  expect(list(withoutCommon)[0]).toEqual(['revenue', '2022年度', '2022年度']);
});

test('a share has the time of the latest value, and only a projection is of a year to come', () => {
  const id = 'census-under-15';
  const [{ municipality: city } = expect.fail()] = siteData.statisticValuesOf(id);
  const find = (changed: Partial<typeof siteData>) =>
    listOtherCityStatistics({ ...siteData, ...changed }, city, new Set()).find((one) => one.statistic.id === id);
  const { latest, share } = find({}) ?? expect.fail();
  expect(share?.period).toEqual(latest.period);
  const divisor = siteData.statistic(id).divisor ?? '';
  const statisticValuesOf = (key: string) =>
    siteData.statisticValuesOf(key).filter(({ period }) => key !== divisor || period.text !== latest.period.text);
  expect(find({ statisticValuesOf })?.latest).toBe(latest);
  expect(find({ statisticValuesOf })?.share).toBeUndefined();
  expect(find({ updated: '2020-01-01' })?.kind).toBe('current');
});

test('the peak of a projection is of a year to come, and is not the first of them', () => {
  const city = siteData.statisticValuesOf('projected-population')[0]?.municipality ?? '';
  const findPeak = (...numbers: number[]) => {
    const statisticValuesOf = (id: string) => {
      const own = siteData.statisticValuesOf(id).filter(({ municipality }) => municipality === city);
      return id === 'projected-population' ? own.map((one, at) => ({ ...one, value: numbers[at] ?? 0 })) : own;
    };
    const others = listOtherCityStatistics({ ...siteData, statisticValuesOf }, city, new Set());
    const { peak, latest } = others.find(({ statistic: { id } }) => id === 'projected-population') ?? expect.fail();
    return peak === latest ? null : peak?.period.text;
  };
  const times = siteData.statisticValuesOf('projected-population').map(({ period }) => period.text);
  expect(times.slice(0, 3)).toEqual(['2025年10月1日', '2030年10月1日', '2035年10月1日']);
  expect(findPeak(1, 2, 3, 2, 1, 0)).toBe('2035年10月1日');
  // The first year is past, so the next one is the first to come.
  expect(findPeak(9, 2, 3, 2, 1, 0)).toBe('2035年10月1日');
  expect(findPeak(5, 4, 3, 2, 1, 0)).toBeNull();
  expect(findPeak(1, 2, 3, 4, 5, 6)).toBeNull();
});
