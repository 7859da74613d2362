import { expect, test } from 'vitest';
import {
  listItemsNaming,
  listMainStatistics,
  listRelatedStatistics,
  listSiteStatistics,
} from '../../../src/site-data/site-statistics.ts';
import { openSharedSite } from '../../support/shared-sites.ts';
import { REPOSITORY_FOLDER } from '../../support/source-modules.ts';

const siteData = openSharedSite(REPOSITORY_FOLDER);
const [statistic] = siteData.statistics;
if (!statistic) throw new Error('there is no statistic');

test('a statistic without values is left out', () => {
  const statistics = [...siteData.statistics, { ...statistic, id: 'empty' }];
  const statisticValuesOf = (id: string) => (id === 'empty' ? [] : siteData.statisticValuesOf(id));
  const listed = listSiteStatistics({ ...siteData, statistics, statisticValuesOf }).map((one) => one.statistic.id);
  expect(listed).toEqual(siteData.statistics.map(({ id }) => id));
});

test('lines are drawn of statistics with a finding and three times, but not of an adjusted form', () => {
  const drawn = new Set(listMainStatistics(siteData).map((one) => one.statistic.id));
  const others = listSiteStatistics(siteData).filter((one) => !drawn.has(one.statistic.id));
  const reasons = others.map(({ statistic: { id, comparison }, compared }) => {
    if (siteData.statistics.some(({ adjusted }) => adjusted === id)) return 'adjusted';
    if (comparison === 'none') return 'no finding';
    return compared.series.some(({ points }) => points.length >= 3) ? id : 'short';
  });
  expect([...new Set(reasons)].sort()).toEqual(['adjusted', 'no finding', 'short']);
  expect(drawn).toContain('pay-index');
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

test('the statistics of an item are those that it names, and then those of its themes, at most five', () => {
  const item = siteData.planItems.find(({ themes }) => themes.includes('finance'));
  if (!item) throw new Error('there is no item about finance');
  const named = { ...item, id: 'none', summary: '国勢調査人口を見ます。' };
  expect(listRelatedStatistics(siteData, { ...named, themes: [] }).map(({ title }) => title)).toEqual(['国勢調査人口']);
  const related = listRelatedStatistics(siteData, { ...named, themes: ['finance'] });
  expect(related).toHaveLength(5);
  expect(related[0]?.title).toBe('国勢調査人口');
  expect(related.slice(1).every(({ themes }) => themes.includes('finance'))).toBe(true);
  expect(listRelatedStatistics(siteData, { ...named, summary: '', themes: [] })).toEqual([]);
});
