import { expect, test } from 'vitest';
import { listDescendants, listExampleWords, listPlanItemsWithPages } from '../../../src/site-data/plan-item-queries.ts';
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

test('the example words are the most frequent of each topic with items, the most frequent first', () => {
  const texts = ['窓口の手続き', '手続きの電子化', '窓口業務の電子化', '手続きの電子化'];
  const planItems = texts.map((title) => ({ ...getItem('1_1_2'), title, summary: '' }));
  const policy = { ...getItem('1'), title: '窓口と防災' };
  const topics = [['防災'], ['窓口', '手続き'], ['業務', '窓口業務'], ['家', '窓口'], ['紙', '電子化']].map(
    (words, at) => ({ id: `${at}`, title: '話題', words, otherPhrases: at === 3 ? ['窓口業務'] : [] }),
  );
  const list = (...chosen: number[]) =>
    listExampleWords({
      ...siteData,
      planItems: [policy, ...planItems],
      topics: topics.filter((_, at) => chosen.includes(at)),
    });
  expect(list(0, 2, 3, 4)).toEqual(['電子化', '業務', '窓口']);
  expect(list(1)).toEqual(['手続き']);
  expect(list(0)).toEqual([]);
});
