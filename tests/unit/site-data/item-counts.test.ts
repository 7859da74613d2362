import { describe, expect, test } from 'vitest';
import {
  countByLevel,
  countPlanLevels,
  countThemeItems,
  findOpeningItem,
  getMainItems,
  listMainItems,
  listMainItemsBelow,
  listKindsWithThemes,
  listThemedLevels,
  listThemeItems,
  listUsualThemes,
  nameNumberedLevel,
  describePlanCounts,
  formatLevelCounts,
} from '../../../src/site-data/item-counts.ts';
import { getCompareUrl } from '../../../src/site-data/site-size.ts';
import type { PlanItem } from '../../../src/tables/tree.ts';
import { openSharedSite, openFixtureSite } from '../../support/shared-sites.ts';
import { REPOSITORY_FOLDER } from '../../support/source-modules.ts';

const siteData = openFixtureSite();
const PLAN = 'mihon-keikaku';
const getItem = (code: string) => siteData.planItem(`${PLAN}/${code}`);

describe('counts', () => {
  test('of actions leave out programmes and outcomes', () => {
    expect(['1', '2'].map((code) => listMainItemsBelow(siteData, getItem(code)).items.length)).toEqual([2, 0]);
  });

  test('of levels are in the order of the plan, without levels that have no items', () => {
    const items = [getItem('1_1_2'), getItem('1'), getItem('1_1')];
    expect(countByLevel(siteData.plan(PLAN).levels, items)).toEqual([
      { level: '政策', count: 1 },
      { level: '施策', count: 1 },
      { level: '取組', count: 1 },
    ]);
    expect(countByLevel(siteData.plan(PLAN).levels, [])).toEqual([]);
  });

  test.each([
    ['warabi-jiritsu', '分野・施策・小施策・取組'],
    ['kashiwa-suishin', '考え方・分野・取組'],
    ['hiratsuka-jitsugen', '展開方針・項目・主な取組み・目指す状態'],
    ['kanazawa-keiei', '方針・施策・項目・取組・取組姿勢・課題'],
    ['kashiwara-unei-r2', '政策目標・施策目標・重点課題・活動目標・達成目標・重点的な取組'],
  ])('of the plan %s use its own levels, without the item that repeats its title', (plan, expected) => {
    const real = openSharedSite(REPOSITORY_FOLDER);
    const counts = countPlanLevels(real, real.plan(plan));
    expect(counts.map(({ level }) => level).join('・')).toBe(expected);
    const items = real.planItemsOf(plan);
    for (const { level, count } of counts) expect(items.filter((item) => item.level === level)).toHaveLength(count);
  });

  test('say which level the site calls actions, if the plan has another word', () => {
    const real = openSharedSite(REPOSITORY_FOLDER);
    expect(formatLevelCounts(real, real.plan('kashiwara-unei-r2'))).toMatch(/、活動目標\d+件（このサイトでは取組）、/);
    expect(formatLevelCounts(real, real.plan('warabi-jiritsu'))).toMatch(
      /^分野\d+件、施策\d+件、小施策\d+件、取組\d+件$/,
    );
  });

  test('say which level the site calls measures, if the plan has no actions', () => {
    const items = [getItem('1'), { ...getItem('1_1'), level: '基本施策' }];
    const town = { ...siteData, planItemsOf: () => items };
    expect(formatLevelCounts(town, siteData.plan(PLAN))).toBe('政策1件、基本施策1件（このサイトでは施策）');
  });

  test('are sentences, which say if a plan has no indicators', () => {
    expect(describePlanCounts(siteData, siteData.plan(PLAN))).toMatch(/^のせた部分に、.*\d件、指標\d+件があります。$/);
    const without = { ...siteData, indicatorsOf: () => [] };
    expect(describePlanCounts(without, siteData.plan(PLAN))).toMatch(/\d件があります。指標はありません。$/);
    const empty = { ...without, planItemsOf: () => [] };
    expect(describePlanCounts(empty, siteData.plan(PLAN))).toBe('のせた部分に、項目も指標もありません。');
  });

  test('of a thousand and more have a comma', () => {
    const many = { ...siteData, planItemsOf: () => Array.from({ length: 1200 }, () => getItem('1')) };
    expect(formatLevelCounts(many, siteData.plan(PLAN))).toBe('政策1,200件');
  });

  test('of actions with a theme leave out measures', () => {
    expect(countThemeItems(siteData, 'digital', ['mihon'])).toBe(1);
  });

  test('by theme are of the kinds and levels whose items have themes', () => {
    expect(listKindsWithThemes(siteData)).toEqual(['measure', 'action']);
    expect(listThemedLevels(siteData, 'mihon', 'policy')).toEqual([]);
  });

  test('leave out an item that repeats the title of its plan only if it is alone at the top', () => {
    const real = openSharedSite(REPOSITORY_FOLDER);
    const plan = real.plan('warabi-jiritsu');
    expect(findOpeningItem(real, plan)?.code).toBe('7');
    expect(findOpeningItem(real, { ...plan, title: `${plan.title}計画` })).toBeNull();
    const several = { ...siteData.plan(PLAN), title: `見本町の${getItem('2').title}` };
    expect(findOpeningItem(siteData, several)).toBeNull();
    expect(countPlanLevels(siteData, several)).toEqual(countPlanLevels(siteData, siteData.plan(PLAN)));
  });
});

describe('the main kind', () => {
  const { planItems } = siteData;
  const findMainKind = (items: readonly PlanItem[]) => listMainItems(items).kind;
  const withoutActions = planItems.filter(({ kind }) => kind !== 'action');

  test('of plans is action if an action has a theme, otherwise the most concrete kind that has themes', () => {
    expect(findMainKind(planItems)).toBe('action');
    expect(findMainKind(withoutActions)).toBe('measure');
    expect(findMainKind(planItems.map((item) => (item.kind === 'action' ? { ...item, themes: [] } : item)))).toBe(
      'measure',
    );
    expect(findMainKind(withoutActions.map((item) => ({ ...item, themes: ['digital'] })))).toBe('programme');
    expect(findMainKind(withoutActions.filter(({ kind }) => kind !== 'measure'))).toBe('action');
    expect(findMainKind([])).toBe('action');
  });

  test('is never an aim, an issue or a stance, which are no work', () => {
    const others = planItems.filter(({ kind }) => ['outcome', 'issue', 'stance'].includes(kind));
    expect(others.length).toBeGreaterThan(2);
    expect(findMainKind(others.map((item) => ({ ...item, themes: ['digital'] })))).toBe('action');
  });

  test('of a site is that of all its plans, and has the comparison with the shortest URL', () => {
    const planItemsWithTheme = (theme: string) => withoutActions.filter(({ themes }) => themes.includes(theme));
    const measuresOnly = { ...siteData, planItems: withoutActions, planItemsWithTheme };
    expect([siteData, measuresOnly].map((site) => getMainItems(site).word)).toEqual(['取組', '施策']);
    expect(getMainItems(measuresOnly).items).toEqual(withoutActions.filter(({ kind }) => kind === 'measure'));
    expect(
      [
        getCompareUrl(siteData, 'action'),
        getCompareUrl(siteData),
        getCompareUrl(measuresOnly, 'action'),
        getCompareUrl(measuresOnly, 'measure', '11'),
        getCompareUrl(siteData, 'policy', '11'),
      ].map((url) => url.slice(siteData.urls.home().length)),
    ).toEqual([
      'compare/',
      'compare/',
      'compare/kind/action/',
      'compare/prefecture/11/',
      'compare/kind/policy/prefecture/11/',
    ]);
    expect(listThemeItems(siteData, 'digital').map(({ kind }) => kind)).toEqual(['action']);
    expect(listThemeItems(measuresOnly, 'digital').map(({ kind }) => kind)).toEqual(['measure']);
    expect(countThemeItems(measuresOnly, 'digital', ['mihon'])).toBe(1);
  });
});

test.each([
  ['取組', '(1)', '取組 (1)'],
  ['取組', '取組1', '取組1'],
  ['取組', '小取組1', '取組 小取組1'],
  ['取組', '◆', '取組'],
  ['', '1', '取組1'],
])('an action of the level “%s” with the number “%s” is named %s', (level, number, name) => {
  expect(nameNumberedLevel({ ...getItem('1_1_2'), level, number })).toBe(name);
});

test('a usual theme has actions in more than half of the municipalities with actions', () => {
  const own = openSharedSite(REPOSITORY_FOLDER);
  const count = (theme: string) => own.municipalities.filter((one) => countThemeItems(own, theme, [one.id]) > 0).length;
  const withActions = own.municipalities.filter(({ id }) =>
    own.themes.some((theme) => countThemeItems(own, theme.id, [id]) > 0),
  ).length;
  const usual = own.themes.filter(({ id }) => count(id) * 2 > withActions);
  expect(listUsualThemes(own)).toEqual(usual);
  expect(usual.length).toBeGreaterThan(0);
  expect(usual.length).toBeLessThan(own.themes.length);
});

test('a theme of half of the municipalities is not usual, and municipalities without actions do not count', () => {
  const second = siteData.planItems.map((item) => ({
    ...item,
    municipality: 'zmihon',
    themes: item.themes.filter((theme) => theme !== 'digital'),
  }));
  const plans = [siteData.plan(PLAN), { ...siteData.plan(PLAN), id: 'z', municipality: 'zmihon' }];
  const municipalities = ['mihon', 'zmihon', 'empty', 'none'].map((id) => ({ ...siteData.municipality('mihon'), id }));
  const planItemsOf = (plan: string) => (plan === 'z' ? second : siteData.planItemsOf(plan));
  const planItems = [...siteData.planItems, ...second];
  const usual = listUsualThemes({ ...siteData, plans, municipalities, planItems, planItemsOf });
  expect(usual.map(({ id }) => id)).toEqual(['publicity']);
});
