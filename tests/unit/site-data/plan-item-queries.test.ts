import { expect, test } from 'vitest';
import {
  listDescendants,
  listOverviewItems,
  listPlanItemsWithPages,
} from '../../../src/site-data/plan-item-queries.ts';
import { openFixtureSite } from '../../support/shared-sites.ts';

const siteData = openFixtureSite();
const PLAN = 'mihon-keikaku';
const getItem = (code: string) => siteData.planItem(`${PLAN}/${code}`);
const codes = (items: readonly { code: string }[]) => items.map(({ code }) => code);

test('the items below an item include all descendants', () => {
  expect(codes(listDescendants(siteData, getItem('1')))).toEqual(['1_1', '1_1_2', '1_1_1', '1_1_1_1', '1_o1']);
});

test('the pages of a plan are in its order', () => {
  expect(codes(listPlanItemsWithPages(siteData, PLAN))).toEqual(['1', '1_1', '2', '2_1']);
});

test('the fields of a plan with several policies are the measures below them', () => {
  expect(codes(listOverviewItems(siteData, PLAN))).toEqual(['1_1', '2_1']);
});
