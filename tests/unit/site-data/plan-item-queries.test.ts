import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  countDescendantActions,
  countActions,
  countByKind,
  listDescendants,
  listOverviewItems,
  listPlanItemsWithPages,
} from '../../../src/site-data/plan-item-queries.ts';
import { openSharedSite } from '../../support/shared-sites.ts';
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

  test('of kinds are in the order of the value list, without kinds with no nodes', () => {
    const nodes = [node('1_1_2'), node('1'), node('1_1'), node('1_1_1')];
    expect(countByKind(nodes)).toEqual([
      { kind: 'policy', title: '政策', count: 1 },
      { kind: 'measure', title: '施策', count: 1 },
      { kind: 'action', title: '取組', count: 2 },
    ]);
    expect(countByKind([])).toEqual([]);
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
