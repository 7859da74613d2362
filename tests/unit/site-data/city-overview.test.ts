import { describe, expect, test } from 'vitest';
import type { Municipality } from '../../../src/model/municipality.ts';
import { listCityFigures, listCityThemes, listMissingThemes } from '../../../src/site-data/city-overview.ts';
import { listThemeItems, listUsualThemes } from '../../../src/site-data/item-counts.ts';
import { openSharedSite } from '../../support/shared-sites.ts';
import { REPOSITORY_FOLDER } from '../../support/source-modules.ts';

const siteData = openSharedSite(REPOSITORY_FOLDER);
const kashiwa = siteData.municipality('kashiwa');

describe('the themes of a municipality', () => {
  test('are those of its actions, the largest first, with an action as example', () => {
    const themes = listCityThemes(siteData, kashiwa);
    expect(themes.slice(0, 2).map(({ theme, count }) => `${theme.title} ${count}`)).toEqual([
      '組織・職員 5',
      'デジタル化 4',
    ]);
    for (const { theme, example } of themes.filter(({ count }) => count > 0))
      expect(listThemeItems(siteData, theme.id).map(({ title }) => title)).toContain(example);
  });

  test('and its missing themes are all themes of which municipalities have actions', () => {
    const listThemes = (city: Municipality, least: number) =>
      listCityThemes(siteData, city).flatMap(({ theme, count }) => (count >= least ? theme.id : []));
    const all = new Set(siteData.municipalities.flatMap((city) => listThemes(city, 1)));
    for (const city of siteData.municipalities) {
      const missing = listMissingThemes(siteData, city).map(({ theme }) => theme.id);
      const shown = [...listThemes(city, 0), ...missing].filter((id) => all.has(id));
      expect(shown.sort()).toEqual([...all].sort());
    }
  });

  test('have those that only other items than actions have last, and do not miss them', () => {
    const kashiwara = siteData.municipality('kashiwara');
    const last = listCityThemes(siteData, kashiwara).at(-1);
    expect(last).toMatchObject({ theme: { id: 'participation' }, count: 0, example: null });
    expect(listMissingThemes(siteData, kashiwara).map(({ theme }) => theme.id)).not.toContain('participation');
  });

  test('are those of measures if its plans have no actions, also on a site with other plans', () => {
    const planItemsOf = (plan: string) =>
      siteData.planItemsOf(plan).filter(({ kind, municipality }) => municipality !== 'kashiwa' || kind !== 'action');
    const site = { ...siteData, planItemsOf };
    const [first] = listCityThemes(site, kashiwa);
    expect(first).toMatchObject({ theme: { id: 'digital' }, count: 2 });
    expect(listCityFigures(site, kashiwa).at(-1)).toEqual({ label: 'のせている施策', value: '7' });
    expect(listCityThemes(site, siteData.municipality('warabi'))).toEqual(
      listCityThemes(siteData, siteData.municipality('warabi')),
    );
  });

  test('do not miss a theme that no municipality has actions of', () => {
    const themes = siteData.themes.map((theme) => ({ ...theme, id: `${theme.id}-2` }));
    expect(listMissingThemes({ ...siteData, themes }, kashiwa)).toEqual([]);
  });

  test('on a site with many municipalities miss only usual themes', () => {
    const others = Array.from({ length: 12 }, (_, index) => ({ ...kashiwa, id: `mihon-${index}` }));
    const many = { ...siteData, municipalities: [...siteData.municipalities, ...others] };
    const missing = listMissingThemes(many, others[0] ?? kashiwa);
    expect(missing).toEqual(listUsualThemes(many).map((theme) => ({ theme, elsewhere: [] })));
    expect(missing.length).toBeLessThan(siteData.themes.length);
  });

  test('that are missing lead to the municipalities that have them', () => {
    const missing = listMissingThemes(siteData, kashiwa).map(({ theme, elsewhere }) => [
      theme.title,
      ...elsewhere.map(({ city, items }) => `${city.title} ${items.length}`),
    ]);
    expect(missing).toContainEqual(['広域連携', '蕨市 3', '平塚市 1', '金沢市 1']);
  });
});

describe('the figures of a municipality', () => {
  test('are its latest population and area, and its actions', () => {
    expect(listCityFigures(siteData, kashiwa)).toEqual([
      {
        label: '国勢調査人口（2025年10月1日）',
        value: '435,302人',
        statistic: 'census-population',
        source: 'census-2025',
      },
      { label: '面積（2024年10月1日）', value: '114.74平方キロメートル', statistic: 'area', source: 'ssdse-2026-area' },
      { label: 'のせている取組', value: '17' },
    ]);
  });

  test('are the latest numbers, not a later 算定なし', () => {
    const statisticValuesOf: typeof siteData.statisticValuesOf = (id) => {
      const values = siteData.statisticValuesOf(id);
      return [...values, ...values.map((one) => ({ ...one, value: null, text: '' }))];
    };
    expect(listCityFigures({ ...siteData, statisticValuesOf }, kashiwa)).toEqual(listCityFigures(siteData, kashiwa));
  });

  test('are not of days to come', () => {
    const statistics = siteData.statistics.filter(({ id }) => id === 'projected-population');
    const list = (updated: string | null) =>
      listCityFigures({ ...siteData, statistics, updated }, kashiwa)[0]?.label ?? '';
    expect(list('2026-11-20')).toBe('将来推計人口（令和5年推計）（2025年10月1日）');
    expect(list('2020-01-01')).toBe(`人口：${kashiwa.populationAsOf}`);
    expect(list(null)).toBe('将来推計人口（令和5年推計）（2050年10月1日）');
    // Values that were counted may be later than the last change.
    expect(listCityFigures({ ...siteData, updated: '2020-01-01' }, kashiwa)[0]?.label).toContain('2025年10月1日');
  });

  test('count even a single action', () => {
    const [action] = siteData.planItemsOf('kashiwa-suishin').filter(({ kind }) => kind === 'action');
    const figures = listCityFigures({ ...siteData, planItemsOf: () => (action ? [action] : []) }, kashiwa);
    expect(figures.at(-1)).toEqual({ label: 'のせている取組', value: '1' });
  });

  test('without statistics and actions are the population of its row, if there is one', () => {
    const city = { ...kashiwa, id: 'mihon', population: 54_321, populationAsOf: '令和2年国勢調査' };
    expect(listCityFigures(siteData, city)).toEqual([{ label: '人口：令和2年国勢調査', value: '54,321人' }]);
    expect(listCityFigures(siteData, { ...city, populationAsOf: '' })).toEqual([
      { label: '人口：いつの数かは未確認', value: '54,321人' },
    ]);
    expect(listCityFigures(siteData, { ...city, population: null })).toEqual([]);
  });
});
