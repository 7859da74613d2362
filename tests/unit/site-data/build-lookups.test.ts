import { beforeAll, describe, expect, test } from 'vitest';
import { join } from 'node:path';
import { openSiteData } from '../../../src/site-data/open-site-data.ts';
import type { SiteData } from '../../../src/site-data/site-data.ts';
import { FIXTURE_SITES } from '../../support/fixture-site.ts';

const PLAN = 'mihon-keikaku';
let portal: SiteData;
beforeAll(() => {
  portal = openSiteData({ root: join(FIXTURE_SITES, 'sound') });
});

const codes = (nodes: readonly { code: string }[]) => nodes.map(({ code }) => code);
const node = (code: string) => portal.planItem(`${PLAN}/${code}`);

describe('one record by its id', () => {
  test('is found', () => {
    expect([
      portal.municipality('mihon').title,
      portal.plan(PLAN).shortTitle,
      node('1_1').title,
      portal.theme('digital').title,
      portal.term('dx').title,
      portal.department('mihon-joho').title,
      portal.source('mihon-tokei').title,
    ]).toEqual(['見本町', 'まちづくり計画', '情報を伝える', 'デジタル', 'DX', '情報課', '見本の統計']);
  });

  test('that does not exist is a mistake of the program', () => {
    expect(() => portal.planItem(`${PLAN}/9_9`)).toThrow('no node mihon-keikaku/9_9');
  });
});

describe('nodes', () => {
  test('at the top of a plan', () => {
    expect(codes(portal.rootItemsOf(PLAN))).toEqual(['s1', '1', '2', 'i1']);
  });

  test('below a node', () => {
    expect(codes(portal.childrenOf(`${PLAN}/1`))).toEqual(['1_1', '1_o1']);
  });

  test('below a leaf are none', () => {
    expect(portal.childrenOf(`${PLAN}/s1`)).toEqual([]);
  });

  test('above a node stand from the top', () => {
    expect(codes(portal.ancestorsOf(node('1_1_1_1')))).toEqual(['1', '1_1', '1_1_1']);
  });

  test('with a theme, first or not', () => {
    expect(codes(portal.planItemsWithTheme('digital'))).toEqual(['1_1', '1_1_2']);
  });

  test('with a term', () => {
    expect(codes(portal.planItemsWithTerm('dx'))).toEqual(['1_1_2']);
  });
});

describe('the page that shows a node', () => {
  test.each([
    ['1', '1'],
    ['1_1', '1_1'],
    ['1_1_1_1', '1_1'],
    ['1_o1', '1'],
  ])('of %s is that of %s', (code, page) => {
    expect(portal.pageItemOf(node(code))?.code).toBe(page);
  });

  test.each(['s1', 'i1'])('of %s is the plan’s', (code) => {
    expect(portal.pageItemOf(node(code))).toBeNull();
  });

  test('is told for every node by its address, too', () => {
    const pages = portal.planItemsOf(PLAN).map((one) => portal.pageItemOf(one)?.url ?? portal.plan(PLAN).url);
    expect(portal.planItemsOf(PLAN).map(({ url }) => url.split('#')[0])).toEqual(pages);
  });
});

describe('lists', () => {
  test('of a plan’s indicators', () => {
    expect(portal.indicatorsOf(PLAN)).toHaveLength(7);
  });

  test('of a node’s indicators', () => {
    expect(portal.indicatorsOfPlanItem(`${PLAN}/2_1`).map(({ id }) => id)).toEqual([
      `${PLAN}/walk`,
      `${PLAN}/bus`,
    ]);
  });

  test('of a municipality’s plans and zones', () => {
    expect([portal.plansOf('mihon'), portal.zonesOf('mihon')].map((list) => list.length)).toEqual([1, 2]);
  });

  test('of a plan’s related plans', () => {
    expect(portal.relatedPlansOf(PLAN).map(({ nodes }) => nodes)).toEqual([[`${PLAN}/2_1`, `${PLAN}/2`]]);
  });

  test('of what is not there are empty', () => {
    expect([portal.plansOf('none'), portal.observationsOf('none'), portal.targetsOf('none')]).toEqual([
      [],
      [],
      [],
    ]);
  });
});

describe('texts', () => {
  test('of a plan are its introduction, its further texts by their order, its bodies', () => {
    expect(portal.chaptersOf(PLAN).map(({ role, slug, url }) => [role, slug, url])).toEqual([
      ['introduction', 'index', '/plans/mihon-keikaku/'],
      ['text', 'basis', '/plans/mihon-keikaku/text/basis/'],
      ['text', 'zones', '/plans/mihon-keikaku/text/zones/'],
      ['body', '1', '/plans/mihon-keikaku/1/'],
    ]);
  });

  test('of a node are its body, if it has one', () => {
    expect([portal.bodyChapterOf(node('1'))?.title, portal.bodyChapterOf(node('2'))]).toEqual([
      'みんなでつくるまち',
      null,
    ]);
  });

  test('of guides stand by their order, those without one last', () => {
    expect(portal.guides.map(({ slug, url }) => [slug, url])).toEqual([
      ['index', '/about/'],
      ['method', '/about/method/'],
    ]);
  });
});
