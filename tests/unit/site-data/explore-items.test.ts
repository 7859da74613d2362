import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ACTION_VALUE } from '../../../src/site-data/explore-facets.ts';
import {
  getCityItemsUrl,
  listExploreItems,
  listExplorePages,
  listKindValues,
} from '../../../src/site-data/explore-items.ts';
import { countPlanLevels, listActions } from '../../../src/site-data/item-counts.ts';
import { openSharedSite } from '../../support/shared-sites.ts';
import { REPOSITORY_FOLDER } from '../../support/source-modules.ts';

const siteData = openSharedSite(REPOSITORY_FOLDER);
const items = listExploreItems(siteData);

/** A site with the real plans, and with more municipalities than one page shows. */
function createNationwideSite() {
  const [first] = siteData.municipalities;
  if (!first) throw new Error('the site has a municipality');
  const towns = Array.from({ length: 250 }, (_, at) => ({
    ...first,
    id: `town-${at}`,
    code: '011002',
    prefecture: '北海道',
  }));
  return { ...siteData, municipalities: [...towns, ...siteData.municipalities] };
}

describe('the pages of a nationwide site that narrow items', () => {
  const [page, ...pages] = listExplorePages(createNationwideSite());

  test('are one for each prefecture, and /explore/ links to them', () => {
    expect(page).toMatchObject({ path: '/explore/', listedIn: 'prefectures' });
    const numbers = new Set(['01', ...siteData.municipalities.map(({ code }) => code.slice(0, 2))]);
    expect(pages.map(({ path }) => path)).toEqual(
      [...numbers].sort().map((number) => `/explore/prefecture/${number}/`),
    );
  });

  test('have together each item once, with its prefecture', () => {
    expect(pages.flatMap((one) => one.items)).toEqual(items);
    const cities = siteData.municipalities.filter(({ code }) => code.startsWith('11')).map(({ id }) => id);
    expect(new Set(pages[1]?.items.flatMap(({ values }) => values.city))).toEqual(new Set(cities));
  });
});

describe('the items of /explore/', () => {
  test('are as many as all levels of the plans have together, each once', () => {
    const counted = siteData.plans.flatMap((plan) => countPlanLevels(siteData, plan));
    expect(items).toHaveLength(counted.reduce((sum, { count }) => sum + count, 0));
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
  });

  test('of ended plans come after the others of their municipality', () => {
    const states = listExploreItems(openSharedSite(join(REPOSITORY_FOLDER, 'examples', 'mihon'))).map(
      ({ values }) => values.state[0],
    );
    const ended = states.filter((state) => state === 'ended').length;
    expect(ended).toBeGreaterThan(0);
    expect(states.indexOf('ended')).toBe(states.length - ended);
  });

  test('are actions as often as everywhere on the site', () => {
    const actions = items.filter(({ values }) => values.kind.includes(ACTION_VALUE));
    expect(actions).toHaveLength(listActions(siteData.planItems).length);
  });

  test('have levels as kinds; words distinguish levels of different kinds', () => {
    const kinds = listKindValues(siteData);
    expect(kinds[0]).toEqual({ id: ACTION_VALUE, title: '取組' });
    expect(new Set(kinds.map(({ title }) => title)).size).toBe(kinds.length);
    expect(kinds.map(({ title }) => title)).toEqual(
      expect.arrayContaining([
        '分野（政策）',
        '分野（施策）',
        '小施策',
        '達成目標',
        '事業（計画では「重点的な取組」）',
      ]),
    );
    expect(new Set(items.flatMap(({ values }) => values.kind))).toEqual(new Set(kinds.map(({ id }) => id)));
  });

  test('of one kind are chosen at all levels of that kind', () => {
    const measures = siteData.planItemsOf('warabi-jiritsu').filter(({ kind }) => kind === 'measure');
    const { searchParams } = new URL(getCityItemsUrl(siteData, 'warabi', measures, 'digital'), 'https://mihon.example');
    expect(searchParams.getAll('kind').sort()).toEqual(['measure-小施策', 'measure-施策']);
    expect([searchParams.get('city'), searchParams.get('theme')]).toEqual(['warabi', 'digital']);
    expect(getCityItemsUrl(siteData, 'warabi', listActions(siteData.planItems))).toBe('/explore/?city=warabi');
  });

  test('have no word for a level that has the name of its kind', () => {
    const rename = (id: string) =>
      siteData.planItemsOf(id).map((item) => (item.kind === 'action' ? { ...item, level: '施策' } : item));
    const titles = listKindValues({ ...siteData, planItemsOf: rename }).map(({ title }) => title);
    expect(titles.filter((title) => /^施策(?:（|$)/.test(title))).toEqual(['施策']);
  });

  test('have their printed numbers with their levels, without bullets and without a level twice', () => {
    const find = (id: string) => items.find((item) => item.id === id)?.level;
    expect(find('warabi-jiritsu/33_1')).toBe('施策1');
    expect(find('warabi-jiritsu/33_1_1')).toBe('小施策 (1)');
    expect(find('kashiwa-suishin/1_1_1')).toBe('取組');
  });
});

test('actions with the number of other actions have the names of their parents', () => {
  const find = (id: string) => items.find((item) => item.id === id)?.level;
  expect(find('warabi-jiritsu/33_1_1_1')).toBe('取組 ①（多様な市民参画機会の拡充）');
  const ofPlans = Map.groupBy(items, ({ plan, level, values }) =>
    values.kind[0] === ACTION_VALUE ? plan + level : '',
  );
  const numbered = [...ofPlans].filter(([level, { length }]) => /[①-⑳]/.test(level) && length > 1);
  expect(numbered).toEqual([]);
});

test('the page of /explore/ lists up to 500 items', () => {
  const [action] = siteData.planItems.filter(({ kind }) => kind === 'action');
  const openSite = (count: number) => ({
    ...siteData,
    planOwners: siteData.planOwners.slice(0, 1),
    planItemsOf: () => (action ? Array.from({ length: count }, () => action) : []),
  });
  const kept = [500, 501].map((count) => listExplorePages(openSite(count)).map(({ listedIn }) => listedIn));
  expect(kept).toEqual([['page'], ['file']]);
});
