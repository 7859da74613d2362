import { describe, expect, test } from 'vitest';
import { openSiteData } from '../../../src/site-data/open-site-data.ts';
import { appendFixtureLines, createFixtureSite, type FixtureFiles } from '../../support/fixture-site.ts';

const PLAN = 'mihon-keikaku';
const TREE = `data/plans/${PLAN}/tree.csv`;
const listItems = (files: FixtureFiles = {}, base?: string) =>
  openSiteData({ root: createFixtureSite(files), base }).planItemsOf(PLAN);
const findItem = (code: string, files: FixtureFiles = {}) => listItems(files).find((item) => item.code === code);

describe('the order of plan items', () => {
  test('has every child right after its parent, in any order of rows', () => {
    expect(listItems().map(({ code }) => code)).toEqual([
      's1',
      '1',
      '1_1',
      '1_1_2',
      '1_1_1',
      '1_1_1_1',
      '1_o1',
      '2',
      '2_1',
      'i1',
    ]);
  });

  test('counts siblings from 1 in the order of their rows, not of their codes', () => {
    const siblings = listItems().filter(({ parent }) => parent === `${PLAN}/1_1`);
    expect(siblings.map(({ code, order }) => [code, order])).toEqual([
      ['1_1_2', 1],
      ['1_1_1', 2],
    ]);
  });

  test('counts the top level of the tree from 1', () => {
    const top = listItems().filter(({ parent }) => parent === null);
    expect(top.map(({ code, order }) => [code, order])).toEqual([
      ['s1', 1],
      ['1', 2],
      ['2', 3],
      ['i1', 4],
    ]);
  });

  test('moves a child from the end of the file to its parent', () => {
    const files = appendFixtureLines(TREE, '1_2,1,施策,施策,朝,朝です。,digital,,,,,,,mihon-keikaku,');
    const codes = listItems(files).map(({ code }) => code);
    expect(codes.indexOf('1_2')).toBe(codes.indexOf('1_o1') + 1);
  });
});

describe('the URL of a plan item', () => {
  test.each([
    ['a policy', '1', '/plans/mihon-keikaku/1/'],
    ['a topmost measure', '1_1', '/plans/mihon-keikaku/1_1/'],
    ['an action', '1_1_1', '/plans/mihon-keikaku/1_1/#1_1_1'],
    ['a programme two levels below a page', '1_1_1_1', '/plans/mihon-keikaku/1_1/#1_1_1_1'],
    ['an outcome of a policy', '1_o1', '/plans/mihon-keikaku/1/#1_o1'],
    ['a stance', 's1', '/plans/mihon-keikaku/#s1'],
    ['an issue', 'i1', '/plans/mihon-keikaku/#i1'],
  ])('of %s (%s) is %s', (_what, code, url) => {
    expect(findItem(code)?.url).toBe(url);
  });

  test('of a measure below a measure is an anchor on the page of the upper measure', () => {
    const files = appendFixtureLines(TREE, '1_1_5,1_1,施策,施策,朝,朝です。,digital,,,,,,,mihon-keikaku,');
    expect(findItem('1_1_5', files)?.url).toBe('/plans/mihon-keikaku/1_1/#1_1_5');
  });

  test('begins with the base', () => {
    const [url] = listItems({}, '/a/b/').map((item) => item.url);
    expect(url).toBe('/a/b/plans/mihon-keikaku/#s1');
  });
});

describe('the number of a plan item, as the plan prints it,', () => {
  test.each([
    ['1', '第1章'],
    ['2', '第2章'],
    ['2_1', '1'],
    ['1_1_2', '(2)'],
    ['1_o1', '◆'],
    ['1_1_1_1', ''],
    ['s1', ''],
  ])('of %s is %s', (code, number) => {
    expect(findItem(code)?.number).toBe(number);
  });
});

test('ids of parents and related plan items contain the id of the plan', () => {
  expect(findItem('1_1_2')).toMatchObject({ parent: `${PLAN}/1_1`, related: [`${PLAN}/1_o1`] });
});

test('a plan item keeps all values of its row', () => {
  expect(findItem('2_1')).toMatchObject({
    kind: 'measure',
    level: '施策',
    themes: ['participation'],
    departments: ['mihon-kikaku'],
    sdgs: [9, 11],
    marks: ['強靱化', '重点'],
    examples: false,
    source: { id: PLAN, place: '第2章 > 1' },
  });
});

test('a list that ends in など is an example', () => {
  expect(findItem('1_1')?.examples).toBe(true);
});

describe('the terms of a plan item', () => {
  test('are found in titles and summaries', () => {
    expect([findItem('1_1_2')?.terms, findItem('2_1')?.terms]).toEqual([['dx'], ['pfi']]);
  });

  test('do not span the end of the title and the beginning of the summary', () => {
    const row = '3,,政策,政策,朝のD,Xとよばれる考えです。,,,,,,,,mihon-keikaku,';
    expect(findItem('3', appendFixtureLines(TREE, row))?.terms).toEqual([]);
  });
});
