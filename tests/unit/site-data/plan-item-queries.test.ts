import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  countDescendantActions,
  countActions,
  countByLevel,
  countPlanLevels,
  listDescendants,
  listOverviewItems,
  listPlanItemsWithPages,
} from '../../../src/site-data/plan-item-queries.ts';
import { openSharedSite } from '../../support/shared-sites.ts';
import { REPOSITORY_FOLDER } from '../../support/source-modules.ts';
import { FIXTURE_SITES } from '../../support/fixture-site.ts';

const siteData = openSharedSite(join(FIXTURE_SITES, 'sound'));
const PLAN = 'mihon-keikaku';
const node = (code: string) => siteData.planItem(`${PLAN}/${code}`);
const codes = (nodes: readonly { code: string }[]) => nodes.map(({ code }) => code);

describe('counts', () => {
  test('below a node include all descendants', () => {
    expect(codes(listDescendants(siteData, node('1')))).toEqual(['1_1', '1_1_2', '1_1_1', '1_1_1_1', '1_o1']);
  });

  test('of actions leave out programmes and outcomes', () => {
    expect([countDescendantActions(siteData, node('1')), countDescendantActions(siteData, node('2'))]).toEqual([2, 0]);
  });

  test('of levels are in the order of the plan, without levels that have no items', () => {
    const items = [node('1_1_2'), node('1'), node('1_1')];
    expect(countByLevel(siteData.plan(PLAN).levels, items)).toEqual([
      { level: '政策', count: 1 },
      { level: '施策', count: 1 },
      { level: '取組', count: 1 },
    ]);
    expect(countByLevel(siteData.plan(PLAN).levels, [])).toEqual([]);
  });

  test.each([
    ['warabi-jiritsu', '分野3・施策9・小施策26・取組46'],
    ['kashiwa-suishin', '考え方3・分野7・取組17'],
    ['hiratsuka-jitsugen', '展開方針3・項目8・主な取組み20・目指す状態3'],
    ['kanazawa-keiei', '方針3・施策9・項目18・取組35・取組姿勢5・課題14'],
    ['kashiwara-unei-r2', '政策目標2・施策目標2・重点課題7・活動目標10・達成目標10・重点的な取組7'],
  ])('of the plan %s use its own levels, without the item that repeats its title', (plan, expected) => {
    const real = openSharedSite(REPOSITORY_FOLDER);
    const counts = countPlanLevels(real, real.plan(plan));
    expect(counts.map(({ level, count }) => `${level}${count}`).join('・')).toBe(expected);
  });

  test('of actions with a theme leave out measures', () => {
    expect(countActions(siteData, 'digital', 'mihon')).toBe(1);
  });
});

test('the pages of a plan are in its order', () => {
  expect(codes(listPlanItemsWithPages(siteData, PLAN))).toEqual(['1', '1_1', '2', '2_1']);
});

test('the fields of a plan with several policies are the measures below them', () => {
  expect(codes(listOverviewItems(siteData, PLAN))).toEqual(['1_1', '2_1']);
});
