import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { openSiteData } from '../../../src/site-data/open-site-data.ts';
import { buildLookups, type SiteData } from '../../../src/site-data/site-data.ts';
import { createEmptyFolder, FIXTURE_SITES } from '../../support/fixture-site.ts';
import { openFixtureSite } from '../../support/shared-sites.ts';

const PLAN = 'mihon-keikaku';
let siteData: SiteData;
beforeAll(() => {
  siteData = openFixtureSite();
});

const codes = (items: readonly { code: string }[]) => items.map(({ code }) => code);
const getItem = (code: string) => siteData.planItem(`${PLAN}/${code}`);

describe('a record by its id', () => {
  test('is found', () => {
    expect([
      siteData.municipality('mihon').title,
      siteData.plan(PLAN).shortTitle,
      getItem('1_1').title,
      siteData.theme('digital').title,
      siteData.term('dx').title,
      siteData.department('mihon-joho').title,
      siteData.source('mihon-tokei').title,
    ]).toEqual(['見本町', 'まちづくり計画', '情報を伝える', 'デジタル', 'DX', '情報課', '見本の統計']);
  });

  test('throws an error if it does not exist', () => {
    expect(() => siteData.planItem(`${PLAN}/9_9`)).toThrow('no plan item mihon-keikaku/9_9');
  });
});

describe('plan items', () => {
  test('at the top of a plan', () => {
    expect(codes(siteData.rootItemsOf(PLAN))).toEqual(['s1', '1', '2', 'i1']);
  });

  test('below a plan item', () => {
    expect(codes(siteData.childrenOf(`${PLAN}/1`))).toEqual(['1_1', '1_o1']);
  });

  test('below a leaf are none', () => {
    expect(siteData.childrenOf(`${PLAN}/s1`)).toEqual([]);
  });

  test('above a plan item begin at the top', () => {
    expect(codes(siteData.ancestorsOf(getItem('1_1_1_1')))).toEqual(['1', '1_1', '1_1_1']);
  });

  test('with a theme, first or not', () => {
    expect(codes(siteData.planItemsWithTheme('digital'))).toEqual(['1_1', '1_1_2']);
  });

  test('with a term', () => {
    expect(codes(siteData.planItemsWithTerm('dx'))).toEqual(['1_1_2']);
  });
});

describe('the page that shows a plan item', () => {
  test.each([
    ['1', '1'],
    ['1_1', '1_1'],
    ['1_1_1_1', '1_1'],
    ['1_o1', '1'],
  ])('of %s is that of %s', (code, page) => {
    expect(siteData.pageItemOf(getItem(code))?.code).toBe(page);
  });

  test.each(['s1', 'i1'])('of %s is the plan’s', (code) => {
    expect(siteData.pageItemOf(getItem(code))).toBeNull();
  });

  test('of the only item at the top is the plan’s', () => {
    const root = createEmptyFolder();
    cpSync(join(FIXTURE_SITES, 'bare'), root, { recursive: true });
    const tree = join(root, 'data/plans/mihon-annai/tree.csv');
    writeFileSync(tree, readFileSync(tree, 'utf8').replace(',取組,', ',政策,'));
    const bare = openSiteData({ root });
    expect(bare.planItems.map((item) => [item.kind, bare.hasOwnPage(item), bare.pageItemOf(item)])).toEqual([
      ['policy', false, null],
    ]);
  });

  test('is also part of the URL of every plan item', () => {
    const pages = siteData.planItemsOf(PLAN).map((one) => siteData.pageItemOf(one)?.url ?? siteData.plan(PLAN).url);
    expect(siteData.planItemsOf(PLAN).map(({ url }) => url.split('#')[0])).toEqual(pages);
  });
});

describe('lists', () => {
  test('of a plan’s indicators', () => {
    expect(siteData.indicatorsOf(PLAN)).toHaveLength(7);
  });

  test('of a plan item’s indicators', () => {
    expect(siteData.indicatorsOfPlanItem(`${PLAN}/2_1`).map(({ id }) => id)).toEqual([`${PLAN}/walk`, `${PLAN}/bus`]);
  });

  test('of a municipality’s plans and zones', () => {
    expect([siteData.plansOf('mihon'), siteData.zonesOf('mihon')].map((list) => list.length)).toEqual([1, 2]);
  });

  test('of the owners of plans leave out a municipality without one', () => {
    const [own = expect.fail()] = siteData.municipalities;
    const { planOwners } = buildLookups({ ...siteData, municipalities: [own, { ...own, id: 'other' }] });
    expect(planOwners.map(({ id }) => id)).toEqual([own.id]);
  });

  test('of a plan’s related plans', () => {
    expect(siteData.relatedPlansOf(PLAN).map(({ nodes }) => nodes)).toEqual([[`${PLAN}/2_1`, `${PLAN}/2`]]);
  });

  test('of a missing record are empty', () => {
    expect([siteData.plansOf('none'), siteData.observationsOf('none'), siteData.targetsOf('none')]).toEqual([
      [],
      [],
      [],
    ]);
  });
});

describe('texts', () => {
  test('of a plan are its introduction, its further texts by their order, its bodies', () => {
    expect(siteData.chaptersOf(PLAN).map(({ role, slug, url }) => [role, slug, url])).toEqual([
      ['introduction', 'index', '/plans/mihon-keikaku/'],
      ['text', 'basis', '/plans/mihon-keikaku/text/basis/'],
      ['text', 'zones', '/plans/mihon-keikaku/text/zones/'],
      ['body', '1', '/plans/mihon-keikaku/1/'],
    ]);
  });

  test('of a plan item are its body, if it has one', () => {
    const text = '---\ntitle: 題\n---\n\n本文です。\n';
    const { bodyChapterOf } = openFixtureSite({ [`content/plans/${PLAN}/text/2.mdx`]: text });
    expect(['1', '2'].map((code) => bodyChapterOf(getItem(code))?.title)).toEqual(['みんなでつくるまち', undefined]);
  });

  test('of guides are sorted by their order, guides without an order last', () => {
    expect(siteData.guides.map(({ slug, url }) => [slug, url])).toEqual([
      ['index', '/about/'],
      ['method', '/about/method/'],
    ]);
  });
});
